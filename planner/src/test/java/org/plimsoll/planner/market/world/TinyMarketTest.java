package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** Numbers of the tiny world that a person can check. */
class TinyMarketTest {
  private static Market market(Measure... measures) {
    return Market.of(TinyWorld.evidence(), TinyWorld.scenario(measures), ParameterDraw.central());
  }

  private static Equilibrium solve(Measure... measures) {
    Outcome.Converged converged =
        assertInstanceOf(Outcome.Converged.class, Answers.once(market(measures)));
    assertTrue(converged.certificate().holds(), converged.certificate().toString());
    return converged.equilibrium();
  }

  @Test
  void theBaseIsTheEvidence() {
    Equilibrium base = market().base();
    assertEquals(6_000, base.producerPrice(ORE, AAA).getAsDouble());
    assertEquals(10_000, base.buyerPrice(REFINED, CCC).getAsDouble());
    assertEquals(20, base.flow(REFINED, AAA, CCC));
    assertEquals(70, base.output(REFINED, AAA));
    assertEquals(30, base.inputUse(ORE, BBB));
    assertEquals(0, base.unserved(REFINED, CCC));
  }

  @Test
  void aBanSendsTheBuyerToTheOtherMaker() {
    // Refined AAA → CCC stops. CCC's only incumbent left is BBB, and home use of AAA goes on.
    Equilibrium e = solve(Make.ban(REFINED, "AAA", "CCC"));
    assertEquals(0, e.flow(REFINED, AAA, CCC));
    assertTrue(e.flow(REFINED, BBB, CCC) > 10);
    assertTrue(e.buyerPrice(REFINED, CCC).getAsDouble() > 10_000);
    assertTrue(e.flow(REFINED, AAA, AAA) > 0);
    assertTrue(e.producerPrice(REFINED, AAA).getAsDouble() < 10_000);
  }

  /** Against a case that was solved elsewhere: exactly nothing where nothing is laid on it. */
  @Test
  void gainsCountFromTheCaseThatIsExtended() {
    Measure tariff = Make.tariff(REFINED, "AAA", "CCC", 0.2);
    Measure ban = Make.ban(REFINED, "BBB", "CCC");
    Equilibrium taxed = solve(tariff);
    for (CountryWelfare none : solve(tariff).welfare(taxed).countries()) {
      assertEquals(0, none.total(), 0.0, none::toString);
    }
    Equilibrium both = solve(tariff, ban);
    for (CountryWelfare gain : both.welfare(taxed).countries()) {
      double fromBase = total(both, gain.country()) - total(taxed, gain.country());
      assertEquals(fromBase, gain.total(), 1e-6, gain::toString);
    }
    assertTrue(total(taxed, AAA) < -1_000, "the tariff must cost the exporter something");
  }

  /** A loss that both states have is in no gain, nor is its ceiling. */
  @Test
  void aCeilingThatBothStatesHaveBoundsNothing() {
    Measure[] cut = {Make.ban(REFINED, "AAA", ""), Make.capacity(REFINED, "BBB", -30)};
    for (CountryWelfare none : solve(cut).welfare(solve(cut)).countries()) {
      assertEquals(0, none.total(), 0.0, none::toString);
      assertFalse(none.atLeast(), none::toString);
    }
  }

  private static double total(Equilibrium solved, Place country) {
    return solved.welfare().countries().stream()
        .filter(w -> w.country().equals(country))
        .mapToDouble(CountryWelfare::total)
        .sum();
  }

  @Test
  void elasticitiesAreThoseOfTheEvidence() {
    // Final use answers with η = 0.3, mines with ε = 0.2, refiners with ε = 1 to their margin.
    Equilibrium e = solve(Make.tariff(REFINED, "AAA", "CCC", 0.2));
    double rho = e.buyerPrice(REFINED, CCC).getAsDouble();
    assertEquals(30 * Math.pow(rho / 10_000, -0.3), e.use(REFINED, CCC), 1e-9);
    double pi = e.producerPrice(ORE, BBB).getAsDouble();
    assertEquals(20 * Math.pow(pi / 6_000, 0.2), e.output("tinium-mining", BBB), 1e-9);
    double margin =
        e.producerPrice(REFINED, AAA).getAsDouble() - e.buyerPrice(ORE, AAA).getAsDouble();
    assertEquals(70 * margin / 4_000, e.output("tinium-refining", AAA), 1e-9);
  }

  @Test
  void aStockBuildGivesWayAndThenSells() {
    // CCC uses 20 t and lays up 10 t; with η_b = 1 and half of it for sale at a high price it
    // lays up 15 ρ0/ρ − 5.
    Changed.Parts parts = new Changed.Parts(Changed.withoutUnion(TinyWorld.evidence()));
    parts.uses =
        Changed.plus(
            parts.uses.stream().filter(u -> !u.country().equals(CCC)).toList(),
            List.of(
                new Use(REFINED, CCC, Use.Purpose.FINAL, 2024, 20, TinyWorld.MADE_UP),
                new Use(REFINED, CCC, Use.Purpose.STOCK_BUILD, 2024, 10, TinyWorld.MADE_UP)));
    Market cut = Market.of(parts.evidence(), TinyWorld.scenario(), ParameterDraw.central());
    Equilibrium e =
        Answers.once(cut.and(List.of(Make.tariff(REFINED, "AAA", "CCC", 0.2)))).getEquilibrium();
    double rho = e.buyerPrice(REFINED, CCC).getAsDouble();
    assertTrue(rho > 10_500, "the tariff must be felt: " + rho);
    assertEquals(15 * 10_000 / rho - 5, e.stockBuild(REFINED, CCC), 1e-9);

    // Nobody sells to CCC: its price is three times the base at least, and the stock gives out.
    Equilibrium stopped =
        Answers.once(
                cut.and(List.of(Make.ban(REFINED, "AAA", "CCC"), Make.ban(REFINED, "BBB", "CCC"))))
            .getEquilibrium();
    double dear = stopped.buyerPrice(REFINED, CCC).getAsDouble();
    assertTrue(dear > 30_000, "every import stops: " + dear);
    assertEquals(-stopped.stockBuild(REFINED, CCC), stopped.use(REFINED, CCC), 1e-9);
    assertTrue(stopped.stockBuild(REFINED, CCC) >= -5);
  }

  @Test
  void sharesFollowLandedPrices() {
    // s ∝ s0 (L/L0)^−3; AAA's goods carry the tariff of 20%.
    Equilibrium e = solve(Make.tariff(REFINED, "AAA", "CCC", 0.2));
    double fromA = e.producerPrice(REFINED, AAA).getAsDouble() * 1.2;
    double fromB = e.producerPrice(REFINED, BBB).getAsDouble();
    double weightA = 20.0 / 30 * Math.pow(fromA / 10_000, -3);
    double weightB = 10.0 / 30 * Math.pow(fromB / 10_000, -3);
    double use = e.use(REFINED, CCC);
    assertEquals(use * weightA / (weightA + weightB), e.flow(REFINED, AAA, CCC), 1e-9);
    double mean = (weightA * fromA + weightB * fromB) / (weightA + weightB);
    assertEquals(mean, e.buyerPrice(REFINED, CCC).getAsDouble(), 1e-6);
  }

  @Test
  void capacityEndsAQuarterAboveTheBase() {
    // AAA keeps all its refined goods: BBB can make 30 × 1.25 at most.
    Equilibrium e = solve(Make.ban(REFINED, "AAA", ""));
    assertEquals(37.5, e.output("tinium-refining", BBB), 1e-9);
    assertTrue(e.capacityRentUsd("tinium-refining", BBB) > 0);
    assertEquals(0, e.capacityRentUsd("tinium-refining", AAA));
  }

  @Test
  void aLicenceCarriesItsShareAndEarnsItsRent() {
    Equilibrium e = solve(Make.licence(REFINED, "AAA", "CCC", 0.5));
    assertEquals(10, e.flow(REFINED, AAA, CCC), 1e-9);
    assertTrue(e.exportRentUsd(REFINED, AAA) > 0);
    Route route =
        e.listRoutes(REFINED).stream()
            .filter(r -> r.from().equals(AAA) && r.to().equals(CCC))
            .findFirst()
            .orElseThrow();
    assertEquals(route.producerUsd() + route.rentUsd(), route.landedUsd(), 1e-6);
  }

  @Test
  void aQuotaCapsAllExports() {
    Equilibrium e = solve(Make.quota(REFINED, "AAA", 12));
    assertEquals(12, e.exports(REFINED, AAA), 1e-9);
    assertTrue(e.exportRentUsd(REFINED, AAA) > 0);
    // A quota above what would be sold has no rent.
    Equilibrium idle = solve(Make.quota(REFINED, "AAA", 100));
    assertEquals(30, idle.exports(REFINED, AAA), 1e-9);
    assertEquals(0, idle.exportRentUsd(REFINED, AAA), 1e-9);
  }

  @Test
  void aFloorLandsImportsAtTheFloor() {
    Equilibrium e = solve(Make.floor(REFINED, "core", 13_000));
    for (Route route : e.listRoutes(REFINED)) {
      if (route.from().equals(AAA) && !route.to().equals(AAA)) {
        assertEquals(13_000, route.landedUsd(), 1e-6);
        assertEquals(13_000 - route.producerUsd(), route.levyUsd(), 1e-6);
      }
    }
    assertTrue(e.producerPrice(REFINED, AAA).getAsDouble() < 10_000);
    assertTrue(e.producerPrice(REFINED, BBB).getAsDouble() > 10_000);
    assertTrue(e.levyUsd(REFINED, BBB) > 0);
    assertEquals(0, e.levyUsd(REFINED, AAA));
  }

  @Test
  void lostCapacityTakesTheSameShareOfOutputAtTheSamePrice() {
    Equilibrium e = solve(Make.capacity(ORE, "BBB", -10));
    double pi = e.producerPrice(ORE, BBB).getAsDouble();
    assertEquals(10 * Math.pow(pi / 6_000, 0.2), e.output("tinium-mining", BBB), 1e-9);
  }

  @Test
  void newCapacityStandsIdleAtTheBasePriceAndSellsWhenItPays() {
    assertEquals(0, solve(Make.capacity(REFINED, "CCC", 20)).output("tinium-refining", CCC));
    Equilibrium e = solve(Make.capacity(REFINED, "CCC", 20), Make.ban(REFINED, "AAA", ""));
    assertTrue(e.output("tinium-refining", CCC) > 0);
    assertEquals(e.output("tinium-refining", CCC), e.inputUse(ORE, CCC), 1e-9);
  }

  @Test
  void aReleaseIsSharedByBaseUse() {
    Equilibrium e = solve(Make.release(REFINED, "core", 6));
    assertEquals(3, e.released(REFINED, BBB), 1e-12);
    assertEquals(3, e.released(REFINED, CCC), 1e-12);
    assertTrue(e.buyerPrice(REFINED, CCC).getAsDouble() < 10_000);
    Equilibrium p = solve(Make.purchase(REFINED, "core", 6));
    assertEquals(6, p.purchased(REFINED, BBB) + p.purchased(REFINED, CCC), 1e-9);
    assertTrue(p.buyerPrice(REFINED, CCC).getAsDouble() > 10_000);
  }

  @Test
  void aCostCutIsPaidByTheStateThatGrantsIt() {
    Equilibrium e = solve(Make.costCut(REFINED, "AAA", 0.1));
    CountryWelfare a = e.welfare().find(AAA).orElseThrow();
    assertEquals(-1_000 * e.output("tinium-refining", AAA), a.subsidies(), 1e-6);
    assertTrue(e.output("tinium-refining", AAA) > 70);
    assertTrue(e.welfare().worldUsd() < 0);
  }

  @Test
  void whoCannotBeServedIsAtTheAssumedCeiling() {
    // A ban by BBB would not reach CCC: the two are one customs union.
    Equilibrium e = solve(Make.ban(REFINED, "AAA", ""), Make.capacity(REFINED, "BBB", -30));
    assertTrue(e.isAtAssumedCeiling(REFINED, CCC));
    assertTrue(e.buyerPrice(REFINED, CCC).isEmpty());
    assertEquals(365, e.daysOfShortage(REFINED, List.of(CCC)), 1e-9);
    assertEquals(30 * Math.pow(10, -0.3), e.unserved(REFINED, CCC), 1e-9);
    assertTrue(e.welfare().find(CCC).orElseThrow().atLeast());
  }

  @Test
  void aMakerWithoutOutletIsNotQuoted() {
    // All of BBB's ore is used at home; without its refinery nobody takes it.
    Equilibrium e = solve(Make.capacity(REFINED, "BBB", -1_000), Make.ban(ORE, "BBB", ""));
    assertTrue(e.producerPrice(ORE, BBB).isEmpty());
    assertEquals(0, e.output("tinium-mining", BBB));
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesIt() {
    Market market = market();
    ProductId unknown = ProductId.parse("unobtainium/refined");
    assertTrue(refusal(market, Make.ban(unknown, "AAA", "")).contains("unobtainium/refined"));
    String message = refusal(market, Make.ban(REFINED, "QQZ", ""));
    assertTrue(message.contains("QQZ") && message.contains("ban"), message);
  }

  private static String refusal(Market market, Measure measure) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> market.with(List.of(measure)))
            .getMessage());
  }
}
