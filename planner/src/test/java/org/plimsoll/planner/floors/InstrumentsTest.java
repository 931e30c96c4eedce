package org.plimsoll.planner.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Welfare;

/** Instruments at equal effect, on the tiny market. */
class InstrumentsTest {
  private static final double PAID = 11_000;
  private static final double TOLERANCE = 1e-5;

  private final FloorMarket market = TinyFloors.market();
  private final Map<Instruments.Kind, Equilibrium> solved = new EnumMap<>(Instruments.Kind.class);

  @BeforeEach
  void find() {
    new Instruments(market, REFINED, PAID, 60_000)
        .list()
        .forEach(its -> solved.put(its.kind(), its.solved().orElseThrow()));
  }

  private Equilibrium under(Instruments.Kind kind) {
    return Optional.ofNullable(solved.get(kind)).orElseThrow();
  }

  private Gains gains(Equilibrium of) {
    return Gains.of(of.welfare(market.before()), market.members());
  }

  @Test
  void atTheBorderTheMakerIsPaidTheSame() {
    for (Instruments.Kind kind :
        List.of(
            Instruments.Kind.LEVY,
            Instruments.Kind.AD_VALOREM,
            Instruments.Kind.SPECIFIC,
            Instruments.Kind.UNDERTAKING)) {
      assertEquals(PAID, under(kind).producerPrice(REFINED, BBB).orElseThrow(), 11, kind::words);
      assertEquals(
          market.output(under(Instruments.Kind.LEVY), REFINED),
          market.output(under(kind), REFINED),
          0.01,
          kind::words);
    }
  }

  /** ΔW = users + makers + treasury + rents + stocks, for the members and for the world. */
  @Test
  void everyRowAddsUp() {
    for (Map.Entry<Instruments.Kind, Equilibrium> row : solved.entrySet()) {
      Welfare welfare = row.getValue().welfare(market.before());
      double whole =
          market.members().stream()
              .mapToDouble(c -> welfare.find(c).map(CountryWelfare::total).orElse(0.0))
              .sum();
      Gains gains = gains(row.getValue());
      assertEquals(
          whole,
          gains.users() + gains.makers() + gains.treasury() + gains.rents() + gains.stocks(),
          1e-6 * Math.abs(gains.users()),
          row.getKey()::words);
      assertEquals(0, welfare.transfersUsd(), 1, row.getKey()::words);
    }
  }

  @Test
  void anUndertakingLeavesTheGapAbroadAndAContractLeavesUsersAlone() {
    Gains levy = gains(under(Instruments.Kind.LEVY));
    Gains undertaking = gains(under(Instruments.Kind.UNDERTAKING));
    assertEquals(levy.users(), undertaking.users(), 1e-3 * Math.abs(levy.users()));
    assertTrue(levy.treasury() > 0);
    assertTrue(undertaking.whole() < levy.whole() - 0.9 * levy.treasury());
    Gains contract = gains(under(Instruments.Kind.CONTRACT));
    assertTrue(contract.users() >= 0 && contract.treasury() < 0);
    Gains offtake = gains(under(Instruments.Kind.OFFTAKE));
    assertEquals(contract.treasury(), offtake.treasury(), 1e-2 * Math.abs(contract.treasury()));
  }

  /** What a measure makes of the members' prices, and what they buy from AAA. */
  private static List<Double> figures(Equilibrium of) {
    return List.of(
        of.buyerPrice(REFINED, BBB).orElseThrow(),
        of.buyerPrice(REFINED, CCC).orElseThrow(),
        of.producerPrice(REFINED, BBB).orElseThrow(),
        of.flow(REFINED, AAA, BBB),
        of.flow(REFINED, AAA, CCC));
  }

  private static Terms fromAland(String id) {
    return Terms.of(
        id,
        List.of(REFINED),
        Parties.of(AAA.alpha3()),
        Parties.of("core"),
        Status.ASSUMED,
        "the test");
  }

  private static void assertAlike(Equilibrium one, Equilibrium other, String what) {
    List<Double> expected = figures(one);
    List<Double> actual = figures(other);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), TOLERANCE * expected.get(i), what + " " + i);
    }
  }

  private static Measure tariff(double usd) {
    return new BorderMeasure.Tariff(
        fromAland("tariff"), Interval.exactly(0), Interval.exactly(usd));
  }

  private static Measure importQuota(double tonnes) {
    return new BorderMeasure.TariffRateQuota(
        fromAland("quota"),
        Interval.exactly(tonnes),
        new BorderMeasure.Rate(Interval.exactly(0), Interval.exactly(0)),
        new BorderMeasure.Rate(Interval.exactly(0), Interval.exactly(50_000)));
  }

  private double imports(Equilibrium of) {
    return market.members().stream().mapToDouble(c -> of.flow(REFINED, AAA, c)).sum();
  }

  /** With competition and certainty a levy, a tariff and a quota of the same imports are one. */
  @Test
  void tariffQuotaAndLevyAreOneWhereTheorySaysSo() {
    Equilibrium levied = under(Instruments.Kind.LEVY);
    double levy = market.largestLevy(levied, REFINED);
    double tonnes = imports(levied);
    assertAlike(levied, market.with(tariff(levy)).orElseThrow(), "tariff");
    Equilibrium exportQuota =
        market
            .with(new BorderMeasure.ExportQuota(fromAland("export"), Interval.exactly(tonnes)))
            .orElseThrow();
    assertAlike(levied, exportQuota, "export quota");
    Equilibrium importQuota = market.with(importQuota(tonnes)).orElseThrow();
    assertAlike(levied, importQuota, "import quota");
    // What one pays to the treasury another leaves as rent at home, and a third abroad.
    double revenue = market.revenueUsd(levied, REFINED);
    assertEquals(revenue, gains(importQuota).rents(), 1e-3 * revenue);
    assertEquals(revenue, exportQuota.exportRentUsd(REFINED, AAA), 1e-3 * revenue);
  }

  /** Where demand turns out higher they part: the quota is dearest, the levy keeps its floor. */
  @Test
  void theyPartWhereDemandIsNotAsForeseen() {
    Equilibrium levied = under(Instruments.Kind.LEVY);
    double levy = market.largestLevy(levied, REFINED);
    double tonnes = imports(levied);
    Measure more =
        new DemandMeasure.DemandShift(
            Terms.of(
                "more", List.of(REFINED), Parties.UNNAMED, Parties.of("core"), Status.ASSUMED, "t"),
            new Change.Times(Interval.exactly(1.2)));
    double floor = levied.buyerPrice(REFINED, CCC).orElseThrow();
    double underLevy = price(more, market.floor(REFINED, floor(levied, levy)));
    double underTariff = price(more, tariff(levy));
    double underQuota = price(more, importQuota(tonnes));
    assertTrue(
        underLevy < underTariff && underTariff < underQuota,
        floor + ": " + underLevy + ", " + underTariff + ", " + underQuota);
  }

  /** What goods of AAA cost at the border with the levy. */
  private static double floor(Equilibrium levied, double levy) {
    return levied.producerPrice(REFINED, AAA).orElseThrow() + levy;
  }

  private double price(Measure... measures) {
    CountryCode buyer = CCC;
    return market.with(measures).orElseThrow().buyerPrice(REFINED, buyer).orElseThrow();
  }
}
