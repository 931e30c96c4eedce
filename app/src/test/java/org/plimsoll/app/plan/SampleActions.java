package org.plimsoll.app.plan;

import static org.plimsoll.app.plan.SamplePlan.atLeast;
import static org.plimsoll.app.plan.SamplePlan.computed;
import static org.plimsoll.app.plan.SamplePlan.drawn;
import static org.plimsoll.app.plan.SamplePlan.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.study.CaseId;

/** What {@link SamplePlan} recommends, and the leverage it answers to. */
final class SampleActions {
  private static final List<String> EXPORTERS = List.of("CHN", "MMR", "AUS", "TJK");

  private SampleActions() {}

  static ActionPlan.Leverage leverage() {
    List<ActionPlan.LeverageCell> cells = new ArrayList<>();
    for (int e = 0; e < EXPORTERS.size(); e++) {
      for (int p = 0; p < SampleWorld.PRODUCTS.size(); p++) {
        if ((e + p) % 4 != 3) {
          cells.add(cell(e, p));
        }
      }
    }
    return new ActionPlan.Leverage(
        SampleWorld.PRODUCTS, EXPORTERS, cells, SampleStops.useFactors());
  }

  private static ActionPlan.LeverageCell cell(int e, int p) {
    double loss = 1.3e9 * (p + 1) / (1 + 6.0 * e * e);
    double givenUp = e == 0 ? 0.08 * p : 0.01 * p;
    boolean isIndicative = SampleWorld.evidence().products().get(p).tier().word().startsWith("ind");
    Grade grade = isIndicative ? Grade.C : Grade.B;
    List<ActionPlan.MemberLoss> members = new ArrayList<>();
    for (int m = 0; m < SamplePlan.MEMBERS.size(); m++) {
      members.add(
          SampleStops.member(
              SamplePlan.MEMBERS.get(m),
              loss * (3 - m) / 6,
              givenUp,
              m == 1
                  ? new NoFigure("USD/year", "unknown: no sectors")
                  : computed(
                      givenUp * 1e9,
                      givenUp * 7e9,
                      givenUp * 49e9,
                      "USD/year",
                      Grade.C,
                      "exposed-sectors"),
              grade));
    }
    boolean isAtCeiling = givenUp > 0.2;
    return SampleStops.card(
        EXPORTERS.get(e),
        SampleWorld.PRODUCTS.get(p),
        loss,
        givenUp,
        grade,
        isAtCeiling,
        figure -> isAtCeiling ? atLeast(drawn(figure)) : drawn(figure),
        members);
  }

  static List<ActionPlan.Floor> floors() {
    return List.of(
        floor(
            SampleWorld.OXIDE,
            Status.REPORTED,
            "made-up-register@1#F001",
            Optional.empty(),
            BorderMeasure.GapGoesTo.IMPORTER,
            110_000,
            56_000,
            128_000),
        floor(
            SampleWorld.DYSPROSIUM,
            Status.PROPOSED,
            "made-up-prices@1#incentive",
            Optional.of(100_000.0),
            BorderMeasure.GapGoesTo.IMPORTER,
            455_000,
            255_000,
            260_000),
        floor(
            SampleWorld.ANTIMONY,
            Status.PROPOSED,
            "made-up-prices@1#incentive",
            Optional.empty(),
            BorderMeasure.GapGoesTo.EXPORTER,
            13_000,
            22_575.34,
            44_750));
  }

  private static ActionPlan.Floor floor(
      ProductId product,
      Status status,
      String source,
      Optional<Double> bound,
      BorderMeasure.GapGoesTo gapGoesTo,
      double price,
      double base2024,
      double latest) {
    Provenance provenance = new Provenance(Source.parse(source), Grade.B, status, "");
    Grade grade = product.equals(SampleWorld.OXIDE) ? Grade.B : Grade.C;
    return new ActionPlan.Floor(
        product,
        SampleWorld.name(product),
        status,
        source,
        read(Interval.exactly(price), "USD/t", provenance),
        bound.map(most -> read(Interval.exactly(most), "USD/t", provenance)),
        gapGoesTo,
        read(new Interval(price * 0.7, price * 0.92, price * 1.1), "USD/t", provenance),
        List.of(
            at("base2024", "2024", price, base2024, grade),
            at("latest", "2026-02-19", price, latest, grade)));
  }

  private static ActionPlan.FloorAt at(
      String vintage, String date, double price, double base, Grade grade) {
    // Makers are paid the floor where a levy can lift the price to it, and 60% of it at 255,000.
    double paid = base == 255_000 ? price * 0.6 : Math.max(price, base);
    double alliance = Math.max(price, base);
    double levy = alliance - base;
    FloorVerdict verdict = FloorVerdict.of(price, levy, List.of(paid));
    boolean acts = verdict != FloorVerdict.IDLE;
    List<ActionPlan.CountryFigure> costs = new ArrayList<>();
    for (int m = 0; m < SamplePlan.MEMBERS.size(); m++) {
      double cost = levy * (900 - 200.0 * m);
      costs.add(
          new ActionPlan.CountryFigure(
              SamplePlan.MEMBERS.get(m),
              computed(cost * 0.7, cost, cost * 1.4, "USD/year", grade, "floors")));
    }
    return new ActionPlan.FloorAt(
        vintage,
        date,
        verdict,
        read(base, "USD/t"),
        List.of(
            new ActionPlan.CountryFigure(
                "USA", computed(paid, paid, paid, "USD/t", grade, "floors"))),
        new ActionPlan.Prices(
            computed(alliance * 0.97, alliance, alliance * 1.05, "USD/t", grade, "floors"),
            computed(base * 0.9, base * 0.96, base, "USD/t", grade, "floors"),
            new NoFigure("USD/t", "nobody restricts it")),
        computed(levy, levy, levy * 1.1, "USD/t", grade, "floors"),
        computed(levy * 900, levy * 1_500, levy * 1_900, "USD/year", grade, "floors"),
        costs,
        acts
            ? computed(0.04, 0.11, 0.2, "1", grade, "floors")
            : computed(0, 0, 0, "1", grade, "floors"),
        acts
            ? computed(-0.12, -0.05, -0.01, "1", grade, "floors")
            : new NoFigure("1", "no next stage"),
        acts
            ? List.of(
                "Makers of the next stage in the alliance pay more for their input than others.")
            : List.of());
  }

  static List<ActionPlan.Disparity> disparities() {
    return List.of(
        new ActionPlan.Disparity(
            SampleWorld.MAGNET,
            "latest",
            "JPN",
            computed(380_000, 417_000, 440_000, "USD/t", Grade.B, "market"),
            "USA",
            computed(70_000, 74_800, 90_000, "USD/t", Grade.B, "market"),
            computed(9_000, 9_000, 9_000, "USD/t", Grade.B, "market"),
            "No route between these two carries enough."));
  }

  static ActionPlan.Stockpile stockpile() {
    return new ActionPlan.Stockpile(
        read(12e9, "USD"),
        computed(1.84e9, 1.84e9, 1.84e9, "USD", Grade.B, "stockpile"),
        computed(10.16e9, 10.16e9, 10.16e9, "USD", Grade.B, "stockpile"),
        List.of(
            holding(SampleWorld.MAGNET, 12_400, 9.1e8, Grade.B, "the market: buying more moves it"),
            holding(SampleWorld.OXIDE, 6_100, 6.2e8, Grade.B, "a further dollar avoids too little"),
            holding(SampleWorld.GALLIUM, 210, 1.9e8, Grade.B, "the market: buying more moves it"),
            holding(
                SampleWorld.DYSPROSIUM, 310, 1.2e8, Grade.C, "the market: buying more moves it")),
        List.of(
            tranche(SampleWorld.DYSPROSIUM, 310, 1.2e8, 0.9),
            tranche(SampleWorld.GALLIUM, 210, 1.9e8, 0.6),
            tranche(SampleWorld.MAGNET, 12_400, 9.1e8, 0.4),
            tranche(SampleWorld.OXIDE, 6_100, 6.2e8, 0.2)),
        List.of(
            new ActionPlan.Statement(
                "Thin markets cannot absorb more: at most {0} of a year's output outside the"
                    + " restricting exporter is bought.",
                List.of(read(0.1, "1")))));
  }

  private static ActionPlan.Tranche tranche(
      ProductId product, double tonnes, double cost, double value) {
    return new ActionPlan.Tranche(
        product,
        SampleWorld.name(product),
        computed(tonnes, tonnes, tonnes, "t", Grade.B, "stockpile"),
        computed(cost, cost, cost, "USD", Grade.B, "stockpile"),
        computed(95, 95, 95, "days", Grade.B, "stockpile"),
        computed(value, value, value, "USD/USD/year", Grade.B, "stockpile"));
  }

  static ActionPlan.Holding holding(
      ProductId product, double tonnes, double cost, Grade grade, String limit) {
    return new ActionPlan.Holding(
        product,
        SampleWorld.name(product),
        "sealed drums",
        computed(tonnes, tonnes, tonnes, "t", grade, "stockpile"),
        computed(cost * 0.9, cost, cost * 1.2, "USD", grade, "stockpile"),
        computed(62, 95, 140, "days", grade, "stockpile"),
        computed(cost * 1.1, cost * 2, cost * 3, "USD/year", grade, "stockpile"),
        computed(1.4, 2.2, 4.1, "USD/USD", grade, "stockpile"),
        computed(0.2, 0.6, 1.1, "USD/USD", grade, "stockpile"),
        computed(cost * 0.04, cost * 0.05, cost * 0.06, "USD/year", grade, "stockpile"),
        limit);
  }

  static ActionPlan.Projects projects() {
    return new ActionPlan.Projects(
        List.of(
            project("P001", "Far Range separation", "AUS", SampleWorld.OXIDE, 5_200, 8.1e8),
            project("P002", "North Coast magnets", "USA", SampleWorld.MAGNET, 10_000, 6.4e8),
            project("P003", "Baltic magnets", "EST", SampleWorld.MAGNET, 2_000, 1.1e8),
            project("P004", "Hill Works gallium", "CAN", SampleWorld.GALLIUM, 40, 0.9e8)),
        List.of("Deep mud trial (P005)", "Old mine reopening (P006)"),
        List.of(
            new ActionPlan.Statement(
                "Rare earths: separation is the narrow link; the alliance makes {0} of what its"
                    + " magnet makers need.",
                List.of(computed(0.2, 0.26, 0.33, "1", Grade.B, "projects")))));
  }

  private static ActionPlan.RankedProject project(
      String id, String name, String country, ProductId product, double capacity, double worth) {
    return new ActionPlan.RankedProject(
        List.of(id),
        name,
        "A made-up firm",
        country,
        List.of(
            new ActionPlan.PlantOutput(
                product,
                read(capacity, "t/year"),
                computed(0, capacity * 0.8, capacity, "t/year", Grade.B, "projects"))),
        "",
        CaseId.of("stop", "CHN", product.commodity(), product.stage()),
        computed(worth * 0.01, worth * 0.02, worth * 0.03, "USD/year", Grade.B, "projects"),
        computed(worth * 0.5, worth, worth * 1.8, "USD", Grade.B, "projects"),
        computed(worth * 0.05, worth * 0.1, worth * 0.3, "USD/year", Grade.C, "projects"),
        id.equals("P004") ? "not announced" : "2028",
        "building",
        id.equals("P003") ? "" : "a loan of USD 10m, as quoted",
        "https://example.org/" + id);
  }

  static List<ActionPlan.Cooperation> cooperation() {
    return List.of(
        cooperation(SampleWorld.OXIDE, "JPN", "AUS", 4_200, 6_900, "delegation of 4 February 2026"),
        cooperation(SampleWorld.OXIDE, "USA", "AUS", 2_100, 6_900, "signed framework"),
        cooperation(SampleWorld.MAGNET, "USA", "JPN", 5_200, 14_000, "member"),
        cooperation(SampleWorld.ANTIMONY, "EU27", "TJK", 1_900, 3_100, "none"));
  }

  private static ActionPlan.Cooperation cooperation(
      ProductId product,
      String member,
      String partner,
      double taken,
      double output,
      String relation) {
    return new ActionPlan.Cooperation(
        product,
        SampleWorld.name(product),
        member,
        computed(taken, taken, taken, "t/year", Grade.B, "cooperation"),
        "CHN",
        partner,
        read(output, "t/year"),
        relation);
  }
}
