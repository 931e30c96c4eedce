package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Workers;

/** The card of a stop, predictions, controls either way, and what others published. */
class StopCardsTest {
  private static final Settings SETTINGS = PlannerTest.SETTINGS;
  private static final Workers WORKERS = PlannerTest.WORKERS;

  private static Evidence world() {
    return PlannerTest.world();
  }

  private static double central(Result result) {
    return PlannerTest.central(result);
  }

  private static BorderMeasure.ExportQuota quota(String id, double tonnes) {
    return new BorderMeasure.ExportQuota(
        new Terms(
            id,
            List.of(TinyWorld.REFINED),
            Parties.of("AAA"),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.REPORTED,
            "a test"),
        Interval.exactly(tonnes));
  }

  /** A plan's context where these measures are in force. */
  private static PlanContext context(Evidence world, Scenario inForce) {
    Settings settings = SETTINGS.only(inForce.priceVintage());
    return new PlanContext(
        world,
        Bloc.of(world, inForce),
        Inquiry.of(world, inForce, settings, WORKERS),
        inForce.priceVintage(),
        settings.vintages());
  }

  /** From 10,000 before the control to 15,000: 1.5 times, of which the quota explains a part. */
  @Test
  void whatWasSeenSinceStandsBesideThePrediction() {
    Evidence world = world();
    Price before =
        new Price(
            TinyWorld.REFINED,
            Scenario.PRE_CONTROL,
            "2024-07",
            "Aland",
            "average",
            Interval.exactly(10_000),
            true,
            TinyWorld.MADE_UP);
    List<Price> prices = new ArrayList<>(world.prices());
    prices.add(before);
    Scenario scenario =
        TinyWorld.scenario(quota("control-E1", 20)).withPriceVintage(Scenario.PRE_CONTROL);
    PlanContext context = context(world.with(w -> w.prices = prices), scenario);
    List<ActionPlan.Prediction> lines = new PredictionPart(context).predictions();
    assertEquals(1, lines.size());
    ActionPlan.Prediction line = lines.getFirst();
    assertEquals("2024-07", line.beforeDate());
    assertEquals(1.5, central(line.risen()), 1e-9);
    assertTrue(central(line.predicted()) > 1.01, "the quota raises the price");
    assertEquals(1.5 / central(line.predicted()), central(line.gap()), 1e-9);
    // Ore has no price of before a control: its latest stands for it.
    assertEquals(
        9_000,
        context
            .evidence
            .findBasePrice(TinyWorld.ORE, Scenario.PRE_CONTROL)
            .orElseThrow()
            .usdPerTonne()
            .central());
  }

  @Test
  void aControlOfUnknownStateIsSolvedBothWays() {
    PlanContext context = context(world(), TinyWorld.scenario());
    ActionPlan.EitherWay line =
        new EitherWayPart(
                context, new StopCards(context, List.of()), List.of(quota("control-E1", 20)))
            .lines()
            .getFirst();
    assertEquals(TinyWorld.REFINED, line.product());
    assertEquals("AAA", line.exporter());
    assertEquals(0, central(line.suspended().usersLoss()), 1e-3);
    assertTrue(central(line.inForce().usersLoss()) > 1_000);
    assertTrue(central(line.inForce().prices().alliance()) > 1.01);
    assertEquals(1, central(line.suspended().prices().alliance()), 1e-9);
  }

  /** Of the same product and exporter first, the outcome nearest to a year. */
  @Test
  void theNearestEpisodeStandsOnTheCard() {
    List<ShockOutcome> past =
        List.of(
            outcome("other", TinyWorld.ORE, "AAA", 12, 9),
            outcome("early", TinyWorld.REFINED, "AAA", 1, 3),
            outcome("nearest", TinyWorld.REFINED, "AAA", 10, 2),
            outcome("elsewhere", TinyWorld.REFINED, "BBB", 12, 5));
    PastShocks shocks = new PastShocks(world(), past);
    ActionPlan.Observed seen =
        shocks.nearest(new Stop(TinyWorld.AAA, TinyWorld.REFINED)).orElseThrow();
    assertEquals("nearest", seen.episode());
    assertEquals(2, central(seen.multiple()));
    assertEquals(
        "elsewhere",
        shocks.nearest(new Stop(TinyWorld.BBB, TinyWorld.REFINED)).orElseThrow().episode());
    assertTrue(
        new PastShocks(world(), List.of())
            .nearest(new Stop(TinyWorld.AAA, TinyWorld.REFINED))
            .isEmpty());
  }

  private static ShockOutcome outcome(
      String episode, ProductId product, String exporter, double month, double multiple) {
    return new ShockOutcome(
        episode,
        "tinium",
        product.toString(),
        Optional.of(product),
        List.of(),
        TradeClass.MINOR,
        List.of(CountryCode.of(exporter)),
        "export licences",
        ShockOutcome.Kind.EXPORT_CONTROL,
        "all",
        "2023-07",
        Optional.of(Interval.exactly(0.5)),
        "a test",
        Optional.of(Interval.exactly(month)),
        Optional.of(Interval.exactly(0.3)),
        "assessment",
        "Rotterdam",
        "1",
        "2",
        "USD/kg",
        Optional.of(Interval.exactly(multiple)),
        Optional.empty(),
        ShockOutcome.Verification.VERIFIED,
        "a test",
        "",
        "fit",
        Place.ofFile("episodes.csv"));
  }

  /** A published price of a hundred times is far from what a stop does here. */
  @Test
  void whatOthersPublishedIsFlaggedBeyondThreeTimes() {
    Evidence world = world();
    List<Disruption> published = new ArrayList<>();
    for (double change : new double[] {2, 99}) {
      published.add(
          new Disruption(
              "a study",
              TinyWorld.REFINED.commodity(),
              "BBB",
              "price change in a full stop",
              "2022",
              Interval.exactly(change),
              "1",
              TinyWorld.MADE_UP));
    }
    published.add(published("International Monetary Fund", "loss of GDP, a share of it", 0.015));
    Evidence told = world.with(w -> w.disruptions = published);
    PlanContext context = context(told, TinyWorld.scenario());
    LeveragePart leverage = new LeveragePart(context, StopChoice.ALL, List.of());
    ActionPlan.SanityCheck check =
        new SanityPart(context, new StopCards(context, List.of()), leverage.costliest()).check();
    List<ActionPlan.Sanity> stops =
        check.lines().stream().filter(line -> line.measure().startsWith("price")).toList();
    assertEquals(2, stops.size());
    for (ActionPlan.Sanity line : stops) {
      boolean isFar = line.published().central() > 50;
      assertEquals(isFar, line.agreement() == ActionPlan.Agreement.FAR);
      assertEquals(isFar, !line.reason().isEmpty());
    }
    // What others said of whole economies stands there too, each with a figure or the reason.
    List<ActionPlan.Sanity> others =
        check.lines().stream().filter(line -> !line.measure().startsWith("price")).toList();
    assertTrue(others.stream().anyMatch(line -> line.event().startsWith("International Monetary")));
    assertTrue(others.stream().anyMatch(line -> line.event().startsWith("European Union")));
    for (ActionPlan.Sanity line : others) {
      assertTrue(line.agreement() != ActionPlan.Agreement.NOT_COMPARED || !line.reason().isEmpty());
    }
    assertTrue(check.ranks().getFirst().correlation() instanceof NoFigure);
  }

  private static Disruption published(String who, String measure, double share) {
    return new Disruption(
        who, "*", "CHN", measure, "2024", Interval.exactly(share), "1", TinyWorld.MADE_UP);
  }

  /** China refines 60 of 100 t of tinium: first of one mineral. */
  @Test
  void sharesOfRefiningStandBesideTheAgencys() {
    CountryCode china = CountryCode.of("CHN");
    Evidence world =
        TinyWorld.evidence()
            .with(w -> {
              w.productions =
                  w.productions.stream()
                      .map(p ->
                          p.country().equals(TinyWorld.AAA)
                              ? new Production(
                                  p.activity(), p.product(), china, 2024, 60, p.provenance())
                              : p)
                      .toList();
              w.disruptions =
                  List.of(
                      published("an agency", "first refiner of minerals", 0.95),
                      published("an agency", "share of refining", 0.7));
            });
    List<ActionPlan.Sanity> lines = new PublishedElsewhere(world).lines(List.of());
    ActionPlan.Sanity first =
        lines.stream().filter(l -> l.what().startsWith("China first")).findFirst().orElseThrow();
    assertEquals("China first refiner of 1 of 1 minerals", first.what());
    assertEquals(0.95, first.published().central());
    ActionPlan.Sanity mean =
        lines.stream()
            .filter(l -> l.measure().equals("share of refining"))
            .findFirst()
            .orElseThrow();
    // Bland refines 30.
    assertEquals(60.0 / 90, central(mean.ours()), 1e-9);
    assertEquals(ActionPlan.Agreement.NEAR, mean.agreement());
  }

  /** Gallium: 0.06 to 2.9 billion beside 1.7 to 8.2 share some numbers, though 0.4 is far. */
  @Test
  void aVerdictIsOfRanges() {
    Interval ours = new Interval(0.06, 0.43, 2.9);
    assertEquals(
        ActionPlan.Agreement.OVERLAPPING, SanityPart.agreement(ours, new Interval(1.7, 3.1, 8.2)));
    assertEquals(ActionPlan.Agreement.WITHIN, SanityPart.agreement(ours, Interval.exactly(1.418)));
    assertEquals(ActionPlan.Agreement.NEAR, SanityPart.agreement(ours, Interval.exactly(8.6)));
    assertEquals(ActionPlan.Agreement.FAR, SanityPart.agreement(ours, Interval.exactly(8.8)));
    assertEquals(ActionPlan.Agreement.FAR, SanityPart.agreement(ours, Interval.exactly(0.019)));
  }

  /** The card of AAA's stop of refined tinium where these measures are in force. */
  private static ActionPlan.LeverageCell refined(Scenario inForce) {
    return new LeveragePart(context(world(), inForce), StopChoice.ALL, List.of())
        .leverage(List.of()).cells().stream()
            .filter(cell -> cell.product().equals(TinyWorld.REFINED))
            .findFirst()
            .orElseThrow();
  }

  /** A quota of 20 of 30 t is in force: what it costs is in the whole loss, not in the further. */
  @Test
  void theWholeLossIsTheFurtherLossAndWhatIsInForce() {
    ActionPlan.StopEffect calm = refined(TinyWorld.scenario()).toAlliance();
    assertEquals(central(calm.loss()), central(calm.further()), 1e-3);
    ActionPlan.StopEffect bound = refined(TinyWorld.scenario(quota("control-E1", 20))).toAlliance();
    // A stop ends what the quota left: from the base year nothing is lost twice.
    assertEquals(central(calm.loss()), central(bound.loss()), 1e-3 * central(calm.loss()));
    assertTrue(central(bound.further()) < 0.9 * central(bound.loss()));
  }

  /** Users' loss is what makers, treasuries and the whole have between them. */
  @Test
  void theAccountsOfACardAddUp() {
    for (ActionPlan.LeverageCell cell : PlannerTest.leverage(world()).cells()) {
      for (ActionPlan.StopEffect stop : List.of(cell.toAlliance(), cell.toAll())) {
        double users = central(stop.usersLoss());
        double others =
            central(stop.loss()) + central(stop.makersGain()) + central(stop.treasuryGain());
        assertEquals(users, others, 1e-6 * Math.abs(users) + 1e-3);
        assertTrue(central(stop.useGivenUp()) >= central(stop.unservedShare()) - 1e-9);
      }
    }
  }

  /** All others are members here, so that a stop to all is the stop to the alliance. */
  @Test
  void threePricesAreToldApart() {
    ActionPlan.LeverageCell card = refined(TinyWorld.scenario());
    ActionPlan.Prices prices = card.toAlliance().prices();
    assertTrue(central(prices.alliance()) > 1.05);
    assertTrue(central(prices.restrictor()) < 1, "what stays at home is cheap");
    assertTrue(prices.thirdCountries() instanceof NoFigure);
    assertEquals(central(prices.alliance()), central(card.toAll().prices().alliance()), 1e-6);
    Figure price = prices.alliance().find().orElseThrow();
    assertEquals(1.566, price.value().high() / price.central(), 0.01);
  }

  /** Where what is in force already meets the ceiling, a tonne less is worth nobody knows what. */
  @Test
  void furtherCostAtTheCeilingIsNotMeasured() {
    TreeMap<String, Interval> low = new TreeMap<>();
    low.put("choke-price-multiple", Interval.exactly(1.02));
    Scenario scenario = TinyWorld.scenario(quota("control-E1", 1)).withParameters(low);
    ActionPlan.StopEffect stop = refined(scenario).toAlliance();
    assertTrue(stop.atCeiling());
    assertEquals(
        "further cost not measurable: already at the ceiling", ((NoFigure) stop.further()).why());
    assertTrue(central(stop.usersLoss()) > 0);
  }

  /**
   * A hundredth of the share given up × EUR 1000 million × BBB's three quarters of manufacturing ×
   * USD 1.1 a euro; ×/÷ exp(1.2816 · 1.5) at 80%.
   */
  @Test
  void valueAddedAtRiskIsAnOrderOfMagnitude() {
    Evidence world =
        world()
            .with(w -> {
              w.territories =
                  List.of(
                      new Evidence.Territory(
                          "EU27", "Union", List.of(TinyWorld.BBB, TinyWorld.CCC)));
              w.countries =
                  List.of(
                      PlannerTest.country(TinyWorld.AAA, 500),
                      PlannerTest.country(TinyWorld.BBB, 300),
                      PlannerTest.country(TinyWorld.CCC, 100));
            });
    ActionPlan.MemberLoss bland =
        PlannerTest.leverage(world).cells().stream()
            .filter(cell -> cell.product().equals(TinyWorld.REFINED))
            .flatMap(cell -> cell.byMember().stream())
            .filter(member -> member.member().equals("BBB"))
            .findFirst()
            .orElseThrow();
    Figure atRisk = bland.valueAddedAtRisk().find().orElseThrow();
    double givenUp = central(bland.useGivenUp());
    assertTrue(givenUp > 0);
    assertEquals(0.01 * givenUp * 750e6 * 1.1, atRisk.central(), 1e-6 * atRisk.central());
    assertEquals(6.84, atRisk.value().high() / atRisk.central(), 0.01);
    assertEquals(6.84, atRisk.central() / atRisk.value().low(), 0.01);
    assertTrue(atRisk.derivedFrom().contains(TinyWorld.MADE_UP.source().toString()));
    ActionPlan.Leverage without = PlannerTest.leverage(world.with(w -> w.rates = List.of()));
    assertTrue(
        without.cells().stream()
            .flatMap(cell -> cell.byMember().stream())
            .allMatch(member -> member.valueAddedAtRisk() instanceof NoFigure));
    // Bland gives up a third of its ore, and refines less: what its users lose is refined tinium.
    ActionPlan.MemberLoss ore =
        PlannerTest.leverage(world).cells().stream()
            .filter(cell -> cell.product().equals(TinyWorld.ORE))
            .flatMap(cell -> cell.byMember().stream())
            .filter(member -> member.member().equals("BBB"))
            .findFirst()
            .orElseThrow();
    double ofOre = central(ore.useGivenUp());
    assertTrue(ofOre > 0.1, "ore given up: " + ofOre);
    assertTrue(
        central(ore.valueAddedAtRisk()) < 0.5 * 0.01 * ofOre * 750e6 * 1.1,
        "what is given up of an input is no final use");
    // More final use is no loss below nothing.
    ValueAtRisk measured = new ValueAtRisk(world);
    Region who = Region.of(TinyWorld.BBB);
    Series more = Series.of(new Reading.Known(-0.01, 0));
    assertEquals(ValueAtRisk.NOTHING, measured.of(TinyWorld.ORE, who, more, "a test"));
  }
}
