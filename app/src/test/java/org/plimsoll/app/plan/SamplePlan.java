package org.plimsoll.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Bounds;
import org.plimsoll.planner.plan.Draws;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Reading;

/**
 * A complete plan on made-up numbers: ranges, a price at its ceiling, a verdict that differs
 * between vintages, a promise kept late and one that nobody can speak of. It shows how a plan looks
 * and says nothing about the world.
 */
public final class SamplePlan {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
  static final List<String> MEMBERS = List.of("USA", "JPN", "EU27");

  private static final Provenance TRADE =
      new Provenance(
          Source.parse("made-up-trade@2026#table 3"), Grade.A, Status.READ, "a made-up row");

  private SamplePlan() {}

  public static ActionPlan plan() {
    return new ActionPlan(
        ActionPlan.SCHEMA_VERSION,
        frame(),
        List.of(
            new ActionPlan.Statement(
                "If China stops gallium, {0} of the alliance's use goes unserved within a year; the"
                    + " loss is {1}.",
                List.of(
                    computed(0.31, 0.44, 0.6, "1", Grade.B, "leverage"),
                    atLeast(computed(0.9e9, 1.3e9, 2.2e9, "USD/year", Grade.B, "leverage")))),
            new ActionPlan.Statement(
                "A stockpile of {0} covers {1} of gallium and {2} of dysprosium.",
                List.of(
                    computed(1.84e9, 1.84e9, 1.84e9, "USD", Grade.B, "stockpile"),
                    computed(160, 180, 210, "days", Grade.B, "stockpile"),
                    computed(60, 90, 140, "days", Grade.C, "stockpile"))),
            new ActionPlan.Statement(
                "The floor under NdPr oxide is held at 2024 prices and idle at the latest.",
                List.of())),
        exposure(),
        SampleActions.leverage(),
        SampleActions.floors(),
        SampleActions.stockpile(),
        SampleActions.projects(),
        SampleActions.cooperation(),
        SampleCases.cases(),
        SampleCases.chains(),
        SampleCases.stopChains(),
        SampleCases.prices(),
        SampleWorld.coverage(),
        SampleCases.controls(),
        SampleCases.commitments(),
        SampleCases.sensitivities(),
        SampleStops.predictions(),
        SampleStops.eitherWay(),
        SampleStops.sanity(),
        SampleActions.disparities(),
        List.of(
            new ActionPlan.Statement(
                "How long a stop lasts is assumed to be one year; nobody can know it.", List.of()),
            new ActionPlan.Statement(
                "Private stocks are assumed at {0}: no public figure exists.",
                List.of(read(new Interval(15, 30, 90), "days", TRADE)))),
        List.of(
            new ActionPlan.Repair(
                "magnet making", "JPN", computed(0, 1_240, 1_240, "USD/t", Grade.C, "base"))),
        SampleCases.solves());
  }

  /** A plan of which no part holds anything. */
  public static ActionPlan empty() {
    Figure nothing = computed(0, 0, 0, "USD", Grade.A, "stockpile");
    return new ActionPlan(
        ActionPlan.SCHEMA_VERSION,
        new ActionPlan.Frame(
            "empty",
            "A plan with nothing in it",
            AS_OF,
            "2024",
            "one year",
            "latest",
            MEMBERS,
            "none",
            List.of(),
            List.of(),
            List.of(),
            true,
            new TreeMap<>(),
            new TreeMap<>(),
            List.of()),
        List.of(),
        List.of(),
        new ActionPlan.Leverage(List.of(), List.of(), List.of()),
        List.of(),
        new ActionPlan.Stockpile(nothing, nothing, nothing, List.of(), List.of(), List.of()),
        new ActionPlan.Projects(List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ActionPlan.SanityCheck(List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The plan with another headline. */
  public static ActionPlan withHeadline(ActionPlan.Statement... headline) {
    return with(plan(), p -> List.of(headline), p -> p.exposure(), p -> p.leverage());
  }

  /** The plan with other exposure and leverage. */
  static ActionPlan withLeverage(List<ActionPlan.Exposure> exposure, ActionPlan.Leverage leverage) {
    return with(plan(), ActionPlan::headline, p -> exposure, p -> leverage);
  }

  private static ActionPlan with(
      ActionPlan plan,
      Function<ActionPlan, List<ActionPlan.Statement>> headline,
      Function<ActionPlan, List<ActionPlan.Exposure>> exposure,
      Function<ActionPlan, ActionPlan.Leverage> leverage) {
    return with(
        plan,
        headline.apply(plan),
        exposure.apply(plan),
        leverage.apply(plan),
        plan.chains(),
        plan.controls(),
        plan.solves());
  }

  /** The plan with a case that leaves every flow as it was. */
  static ActionPlan withoutChange() {
    ActionPlan p = plan();
    List<ActionPlan.Chain> same = p.chains().stream().map(SamplePlan::unchanged).toList();
    return with(p, p.headline(), p.exposure(), p.leverage(), same, p.controls(), p.solves());
  }

  /** The plan with one export control alone. */
  static ActionPlan withControl(ActionPlan.Control control) {
    ActionPlan p = plan();
    return with(
        p, p.headline(), p.exposure(), p.leverage(), p.chains(), List.of(control), p.solves());
  }

  /** The plan with these floors alone. */
  static ActionPlan withFloors(ActionPlan.Floor... floors) {
    return with(plan(), List.of(floors), plan().stockpile());
  }

  /** The plan with these holdings alone. */
  static ActionPlan withHoldings(ActionPlan.Holding... holdings) {
    ActionPlan.Stockpile s = plan().stockpile();
    return with(
        plan(),
        plan().floors(),
        new ActionPlan.Stockpile(
            s.budget(), s.spent(), s.unspent(), List.of(holdings), s.order(), s.whyUnspent()));
  }

  private static ActionPlan with(
      ActionPlan p, List<ActionPlan.Floor> floors, ActionPlan.Stockpile stockpile) {
    return new ActionPlan(
        p.schemaVersion(),
        p.frame(),
        p.headline(),
        p.exposure(),
        p.leverage(),
        floors,
        stockpile,
        p.projects(),
        p.cooperation(),
        p.cases(),
        p.chains(),
        p.stopChains(),
        p.prices(),
        p.coverage(),
        p.controls(),
        p.commitments(),
        p.sensitivities(),
        p.predictions(),
        p.eitherWay(),
        p.sanity(),
        p.disparities(),
        p.limits(),
        p.repairs(),
        p.solves());
  }

  /** The plan with one more solve, which did not converge. */
  public static ActionPlan withUnsolved(CaseId run, String why) {
    ActionPlan p = plan();
    List<ActionPlan.Solve> solves = new ArrayList<>(p.solves());
    solves.add(SampleCases.solve(run, ActionPlan.SolveStatus.UNSOLVED, why));
    return with(p, p.headline(), p.exposure(), p.leverage(), p.chains(), p.controls(), solves);
  }

  private static ActionPlan with(
      ActionPlan p,
      List<ActionPlan.Statement> headline,
      List<ActionPlan.Exposure> exposure,
      ActionPlan.Leverage leverage,
      List<ActionPlan.Chain> chains,
      List<ActionPlan.Control> controls,
      List<ActionPlan.Solve> solves) {
    return new ActionPlan(
        p.schemaVersion(),
        p.frame(),
        headline,
        exposure,
        leverage,
        p.floors(),
        p.stockpile(),
        p.projects(),
        p.cooperation(),
        p.cases(),
        chains,
        p.stopChains(),
        p.prices(),
        p.coverage(),
        controls,
        p.commitments(),
        p.sensitivities(),
        p.predictions(),
        p.eitherWay(),
        p.sanity(),
        p.disparities(),
        p.limits(),
        p.repairs(),
        solves);
  }

  private static ActionPlan.Chain unchanged(ActionPlan.Chain chain) {
    return new ActionPlan.Chain(
        chain.id(),
        chain.name(),
        chain.basis(),
        chain.stages().stream()
            .map(stage ->
                new ActionPlan.Stage(
                    stage.product(),
                    stage.name(),
                    stage.flows().stream()
                        .map(f -> new ActionPlan.FlowLine(f.from(), f.to(), f.before(), f.before()))
                        .toList()))
            .toList(),
        chain.before(),
        chain.after());
  }

  private static ActionPlan.Frame frame() {
    return new ActionPlan.Frame(
        "sample",
        "A sample plan on made-up numbers",
        AS_OF,
        "2024",
        "one year",
        "latest",
        MEMBERS,
        "20, seed 7",
        List.of(
            "price floor of USD 110/kg on NdPr oxide into the alliance (reported, F001)",
            "export controls of the register in force on 2026-11-24"),
        List.of("E004 changes nothing: trade of the base year already shows it"),
        List.of("demand-elasticity of gallium/refined: 0.1 to 0.3"),
        false,
        names(),
        SampleWorld.territories(),
        SampleWorld.evidence().datasets());
  }

  private static SortedMap<String, String> names() {
    SortedMap<String, String> names = new TreeMap<>();
    names.put("AUS", "Australia");
    names.put("CAN", "Canada");
    names.put("CHN", "China");
    names.put("DEU", "Germany");
    names.put("EST", "Estonia");
    names.put("EU27", "European Union");
    names.put("FRA", "France");
    names.put("JPN", "Japan");
    names.put("KOR", "Korea");
    names.put("MMR", "Myanmar");
    names.put("MYS", "Malaysia");
    names.put("ROW", "Rest of world");
    names.put("TJK", "Tajikistan");
    names.put("USA", "United States");
    names.put("VNM", "Viet Nam");
    SampleWorld.PRODUCTS.forEach(
        product -> names.put(product.toString(), SampleWorld.name(product)));
    return names;
  }

  private static List<ActionPlan.Exposure> exposure() {
    List<ActionPlan.Exposure> all = new ArrayList<>();
    for (int p = 0; p < SampleWorld.PRODUCTS.size(); p++) {
      ProductId product = SampleWorld.PRODUCTS.get(p);
      for (int m = 0; m < MEMBERS.size(); m++) {
        double share = Math.min(0.95, 0.3 + 0.12 * p + 0.05 * m);
        Tier tier = SampleWorld.evidence().getProduct(product).tier();
        Grade grade = tier == Tier.INDICATIVE ? Grade.C : Grade.B;
        double unserved = Math.max(0, share - 0.5);
        all.add(
            new ActionPlan.Exposure(
                product,
                SampleWorld.name(product),
                tier,
                MEMBERS.get(m),
                read(Interval.exactly(4_000 + 1_234.5 * p + 321 * m), "t/year", TRADE),
                computed(share, share, share, "1", grade, "risk"),
                computed(share * share, share * share, share, "1", grade, "risk"),
                "CHN",
                computed(share, share, share, "1", grade, "risk"),
                computed(unserved * 0.9, unserved * 1.2, unserved * 1.5, "1", grade, "leverage"),
                computed(unserved * 0.7, unserved, unserved * 1.3, "1", grade, "leverage"),
                unserved > 0
                    ? computed(20 + p, 41 + 3.5 * p, 95 + 9 * m, "days", grade, "leverage")
                    : new NoFigure("days", "no use stops")));
      }
    }
    return all;
  }

  static Figure computed(
      double low, double central, double high, String unit, Grade grade, String method) {
    return Figure.ofRows(
        new Interval(low, central, high),
        unit,
        grade,
        List.of(
            "made-up-trade@2026#table 3",
            "parameter demand-elasticity, 0.2 to 0.5",
            "docs/method/" + method + ".md"));
  }

  /** The same as read off 18 of 20 draws, two of which had no solution. */
  static Figure drawn(Figure figure) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      values.add(figure.value().low() + (figure.value().high() - figure.value().low()) * i / 17);
    }
    SortedMap<String, Integer> missing = new TreeMap<>();
    missing.put("not solved: no price clears the market", 2);
    return with(figure, figure.bounds(), Optional.of(new Draws(20, values, 0, missing)));
  }

  /** The same behind an assumed ceiling: its middle and its high end are only lower bounds. */
  static Figure atLeast(Figure figure) {
    return with(
        figure,
        new Bounds(Reading.Bound.EXACT, Reading.Bound.AT_LEAST, Reading.Bound.AT_LEAST),
        figure.draws());
  }

  private static Figure with(Figure figure, Bounds bounds, Optional<Draws> draws) {
    return new Figure(
        figure.value(),
        bounds,
        figure.unit(),
        figure.grade(),
        figure.status(),
        figure.source(),
        figure.derivation(),
        draws,
        figure.logError());
  }

  static Figure read(Interval value, String unit, Provenance provenance) {
    return Figure.read(value, unit, provenance);
  }

  static Figure read(double value, String unit) {
    return Figure.read(value, unit, TRADE);
  }
}
