package org.plimsoll.app.plan;

import static org.plimsoll.app.plan.SamplePlan.computed;
import static org.plimsoll.app.plan.SamplePlan.read;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.commitments.PromiseState;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Role;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.study.CaseId;

/** What {@link SamplePlan} solves, reads and cannot know. */
final class SampleCases {
  private SampleCases() {}

  static List<ActionPlan.Case> cases() {
    return List.of(
        one(CaseId.STATUS_QUO, "Status quo", CaseId.BASE, -0.2, List.of()),
        one(CaseId.SCENARIO, "The scenario", CaseId.STATUS_QUO, 0.1, List.of()),
        one(
            new CaseId("stop-do-nothing"),
            "Stop, nothing done",
            CaseId.STATUS_QUO,
            -4,
            List.of(0.44, 0.31)),
        one(
            new CaseId("stop-with-plan"),
            "Stop, with the plan",
            CaseId.STATUS_QUO,
            -1.5,
            List.of(0.12, 0.04)));
  }

  private static ActionPlan.Case one(
      CaseId id, String title, CaseId against, double scale, List<Double> unserved) {
    double usd = scale * 1e9;
    List<ActionPlan.ProductFigure> shares =
        unserved.isEmpty()
            ? List.of()
            : List.of(
                share(SampleWorld.GALLIUM, unserved.getFirst(), Grade.B),
                share(SampleWorld.DYSPROSIUM, unserved.getLast(), Grade.C));
    return new ActionPlan.Case(
        id,
        title,
        against,
        List.of(
            balance("USA", Role.MEMBER, usd, 0.2 * usd, -0.1 * usd),
            balance("JPN", Role.MEMBER, 0.8 * usd, -0.1 * usd, 0),
            balance("EU27", Role.MEMBER, 0.6 * usd, -0.2 * usd, 0.05 * usd),
            balance("CHN", Role.RESTRICTING, -0.4 * usd, 0.7 * usd, 0),
            balance("KOR", Role.OTHER, 0.3 * usd, 0, 0),
            balance("AUS", Role.OTHER, 0, -0.25 * usd, 0)),
        computed(usd * 2 - 2e8, usd * 2, usd * 2 + 2e8, "USD/year", Grade.B, "cases"),
        shares,
        List.of(
            new ActionPlan.Paid(
                "contract", "AUS", "JPN", computed(1e7, 2e7, 3e7, "USD/year", Grade.B, "cases"))),
        List.of(
            new ActionPlan.Leaked(
                "ban",
                SampleWorld.GALLIUM,
                "KOR",
                "JPN",
                computed(1, 2, 3, "t/year", Grade.B, "cases"))));
  }

  private static ActionPlan.ProductFigure share(ProductId product, double share, Grade grade) {
    return new ActionPlan.ProductFigure(
        product, computed(share * 0.7, share, share * 1.3, "1", grade, "cases"));
  }

  private static ActionPlan.Balance balance(
      String country, Role role, double users, double makers, double treasury) {
    double total = users + makers + treasury;
    double room = Math.abs(total) * 0.4;
    return new ActionPlan.Balance(
        country,
        role,
        computed(users - room, users, users + room, "USD/year", Grade.B, "cases"),
        computed(makers, makers, makers, "USD/year", Grade.B, "cases"),
        computed(treasury, treasury, treasury, "USD/year", Grade.B, "cases"),
        computed(total - room, total, total + room, "USD/year", Grade.B, "cases"));
  }

  static List<ActionPlan.Chain> chains() {
    return List.of(
        new ActionPlan.Chain(
            "neodymium-praseodymium",
            "NdPr",
            "NdPr oxide",
            List.of(
                new ActionPlan.Stage(
                    SampleWorld.ORE,
                    SampleWorld.name(SampleWorld.ORE),
                    List.of(
                        flow("CHN", "CHN", 34_000, 34_000),
                        flow("AUS", "MYS", 7_000, 7_400),
                        flow("MMR", "CHN", 6_000, 6_100),
                        flow("USA", "CHN", 5_000, 1_200),
                        flow("USA", "USA", 2_000, 5_600))),
                new ActionPlan.Stage(
                    SampleWorld.OXIDE,
                    SampleWorld.name(SampleWorld.OXIDE),
                    List.of(
                        flow("CHN", "CHN", 38_000, 41_000),
                        flow("MYS", "JPN", 5_400, 6_000),
                        flow("CHN", "JPN", 4_200, 300),
                        flow("USA", "USA", 1_500, 4_800),
                        flow("CHN", "EU27", 1_100, 0),
                        flow("CHN", "ROW", 900, 900))),
                new ActionPlan.Stage(
                    SampleWorld.MAGNET,
                    SampleWorld.name(SampleWorld.MAGNET),
                    List.of(
                        flow("CHN", "CHN", 27_000, 31_000),
                        flow("CHN", "EU27", 6_500, 2_000),
                        flow("CHN", "USA", 5_200, 1_600),
                        flow("JPN", "JPN", 5_100, 4_800),
                        flow("JPN", "USA", 2_100, 2_300),
                        flow("USA", "USA", 1_900, 3_900)))),
            CaseId.BASE,
            CaseId.SCENARIO),
        new ActionPlan.Chain(
            "gallium",
            "Gallium",
            "Ga",
            List.of(
                new ActionPlan.Stage(
                    SampleWorld.GALLIUM,
                    SampleWorld.name(SampleWorld.GALLIUM),
                    List.of(
                        flow("CHN", "CHN", 420, 450),
                        flow("CHN", "JPN", 110, 0),
                        flow("JPN", "JPN", 3, 30),
                        flow("CHN", "USA", 18, 0)))),
            CaseId.BASE,
            CaseId.SCENARIO),
        new ActionPlan.Chain(
            "empty", "A chain without flows", "Xx", List.of(), CaseId.BASE, CaseId.SCENARIO));
  }

  static List<ActionPlan.Chain> stopChains() {
    return List.of(
        new ActionPlan.Chain(
            "gallium",
            "Gallium",
            "Ga",
            List.of(
                new ActionPlan.Stage(
                    SampleWorld.GALLIUM,
                    SampleWorld.name(SampleWorld.GALLIUM),
                    List.of(
                        flow("CHN", "CHN", 420, 500),
                        new ActionPlan.FlowLine(
                            "CHN",
                            "JPN",
                            computed(100, 110, 120, "t/year", Grade.B, "market"),
                            new NoFigure("t/year", "not solved: no price clears the market")),
                        flow("JPN", "JPN", 3, 60)))),
            CaseId.STATUS_QUO,
            new CaseId("stop-chn-gallium-refined")));
  }

  private static ActionPlan.FlowLine flow(String from, String to, double before, double after) {
    return new ActionPlan.FlowLine(
        from,
        to,
        read(before, "t/year"),
        computed(after * 0.9, after, after * 1.1, "t/year", Grade.B, "market"));
  }

  static List<ActionPlan.PriceLine> prices() {
    return List.of(
        price(SampleWorld.OXIDE, "base2024", "2024", "benchmark", true, 56_000, ""),
        price(SampleWorld.OXIDE, "latest", "2026-02-19", "benchmark", true, 128_000, ""),
        price(SampleWorld.OXIDE, "quote", "2026-03", "posted offer", false, 140_000, "one source"),
        price(SampleWorld.ANTIMONY, "base2024", "2024", "average", true, 22_575.34, ""));
  }

  private static ActionPlan.PriceLine price(
      ProductId product,
      String vintage,
      String date,
      String type,
      boolean liquid,
      double usd,
      String note) {
    return new ActionPlan.PriceLine(
        product, vintage, date, "delivered, made-up port", type, liquid, read(usd, "USD/t"), note);
  }

  static List<ActionPlan.Control> controls() {
    return List.of(
        control("E001", "licence", "in force", "partly", "half of trade is still licensed"),
        control("E002", "ban", "suspended until 2026-11-27, 3 days left", "no", ""),
        control("E003", "licence", "unknown, 14 days past 2026-11-10", "not modelled", ""));
  }

  private static ActionPlan.Control control(
      String id, String type, String standing, String inBase, String effect) {
    return new ActionPlan.Control(
        id,
        "China",
        "Notice of " + id,
        type,
        "dysprosium; terbium",
        "all destinations",
        "as the register words it",
        standing.startsWith("unknown"),
        standing,
        inBase,
        effect,
        "https://example.org/" + id,
        "made-up-register@1#controls " + id);
  }

  static List<ActionPlan.Promise> commitments() {
    return List.of(
        promise(
            "C001",
            "2026-02-04",
            "2026-03-06",
            "2026-04-24",
            PromiseState.KEPT_LATE,
            "kept 2026-04-24, 49 days late"),
        promise(
            "C002",
            "2026-02-04",
            "2026-03-06",
            "2026-03-06",
            PromiseState.KEPT,
            "kept 2026-03-06, on time"),
        promise(
            "C003",
            "2026-02-04",
            "2026-04-05",
            "",
            PromiseState.UNKNOWN,
            "unknown, 233 days past its date with no later evidence"),
        promise(
            "C004",
            "2026-01-14",
            "2026-07-13",
            "",
            PromiseState.OVERDUE,
            "overdue by 134 days, not kept according to evidence of 2026-09-01"),
        promise("C005", "2026-03", "2027-01", "", PromiseState.OPEN, "open, 38 to 68 days left"),
        promise("C006", "2026-02-04", "", "", PromiseState.UNDATED, "no date set"));
  }

  private static ActionPlan.Promise promise(
      String id, String made, String due, String done, PromiseState state, String standing) {
    return new ActionPlan.Promise(
        id,
        made,
        due.isEmpty() ? Optional.empty() : Optional.of(due),
        done.isEmpty() ? Optional.empty() : Optional.of(done),
        "United States; Japan",
        "A memorandum on stage " + id + " of a made-up chain, with a work plan and a review",
        state,
        standing,
        "as the register words it",
        "https://example.org/" + id,
        "made-up-register@1#commitments " + id);
  }

  static List<ActionPlan.Sensitivity> sensitivities() {
    String goal = "Loss of the alliance if gallium stops";
    return List.of(
        sensitivity(goal, "demand-elasticity", new Interval(0.2, 0.3, 0.5), 2.2e9, 0.9e9),
        sensitivity(goal, "choke-price-multiple", new Interval(3, 10, 30), 0.7e9, 2.6e9),
        sensitivity(goal, "capacity-headroom", new Interval(0.1, 0.25, 0.4), 1.5e9, 1.2e9));
  }

  private static ActionPlan.Sensitivity sensitivity(
      String goal, String parameter, Interval range, double atLow, double atHigh) {
    return new ActionPlan.Sensitivity(
        goal,
        parameter,
        computed(range.low(), range.central(), range.high(), "1", Grade.C, "parameters"),
        computed(atLow, atLow, atLow, "USD/year", Grade.B, "leverage"),
        computed(1.3e9, 1.3e9, 1.3e9, "USD/year", Grade.B, "leverage"),
        computed(atHigh, atHigh, atHigh, "USD/year", Grade.B, "leverage"));
  }

  static List<ActionPlan.Solve> solves() {
    return List.of(
        solve(CaseId.BASE, ActionPlan.SolveStatus.CONVERGED, ""),
        solve(CaseId.STATUS_QUO, ActionPlan.SolveStatus.CONVERGED, ""),
        solve(new CaseId("stop-chn-gallium-refined"), ActionPlan.SolveStatus.CONVERGED, ""));
  }

  static ActionPlan.Solve solve(CaseId run, ActionPlan.SolveStatus status, String detail) {
    return new ActionPlan.Solve(
        run,
        "latest",
        List.of(),
        status,
        detail,
        computed(3.1e-9, 3.1e-9, 3.1e-9, "1", Grade.A, "market"),
        computed(2e-10, 2e-10, 2e-10, "1", Grade.A, "market"),
        computed(17, 17, 17, "count", Grade.A, "market"));
  }
}
