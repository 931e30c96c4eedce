package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Payment;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.answer.Welfare;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** Each measure in the tiny world, against what it says it does. */
class MeasuresByHandTest {
  private static Equilibrium solve(Measure... measures) {
    Market market =
        Market.of(TinyWorld.evidence(), TinyWorld.scenario(measures), ParameterDraw.central());
    Outcome.Converged converged = assertInstanceOf(Outcome.Converged.class, Answers.once(market));
    assertTrue(converged.certificate().holds(), converged.certificate().toString());
    Welfare welfare = converged.equilibrium().welfare();
    assertEquals(0, welfare.transfersUsd(), 1e-9 * 1_000_000);
    return converged.equilibrium();
  }

  private static Route route(Equilibrium e, CountryCode from, CountryCode to) {
    return e.listRoutes(REFINED).stream()
        .filter(r -> r.from().equals(from) && r.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anUndertakingPaysTheExporterWhatALevyPaysTheImporter() {
    Equilibrium levy = solve(Make.floor(REFINED, "core", 13_000));
    Equilibrium undertaking = solve(Make.undertaking(REFINED, "core", 13_000));
    for (CountryCode to : new CountryCode[] {BBB, CCC}) {
      assertEquals(13_000, route(undertaking, AAA, to).landedUsd(), 1e-6);
      assertEquals(route(levy, AAA, to).tonnes(), route(undertaking, AAA, to).tonnes(), 1e-9);
    }
    double gap = levy.levyUsd(REFINED, BBB) + levy.levyUsd(REFINED, CCC);
    assertTrue(gap > 0);
    assertEquals(gap, undertaking.welfare().find(AAA).orElseThrow().exportRents(), 1e-6);
    assertEquals(levy.welfare().worldUsd(), undertaking.welfare().worldUsd(), 1e-6);
    assertEquals(
        levy.welfare().find(AAA).orElseThrow().total() + gap,
        undertaking.welfare().find(AAA).orElseThrow().total(),
        1e-6);
  }

  @Test
  void dutyIsPaidOnWhatAnExporterUnderAnUndertakingAsks() {
    // Asked a, duty 25% of it: 1.25 a = 13,000, so that a = 10,400 and the duty is 2,600.
    Equilibrium e =
        solve(Make.undertaking(REFINED, "core", 13_000), Make.tariff(REFINED, "AAA", "core", 0.25));
    Route route = route(e, AAA, CCC);
    assertEquals(13_000, route.landedUsd(), 1e-6);
    assertEquals(2_600, route.dutyUsd(), 1e-6);
    assertEquals(10_400, route.producerUsd() + route.levyUsd(), 1e-6);
    // Kept as a levy, the same floor leaves the duty on the price that the exporter asks for.
    Route levied =
        route(
            solve(Make.floor(REFINED, "core", 13_000), Make.tariff(REFINED, "AAA", "core", 0.25)),
            AAA,
            CCC);
    assertEquals(0.25 * levied.producerUsd(), levied.dutyUsd(), 1e-6);
    assertEquals(13_000, levied.landedUsd(), 1e-6);
  }

  @Test
  void aPartialLevyTakesItsPartOfEachBand() {
    // Trigger 20,000: at a price p between 8,000 and 12,000 the levy is 0.39 × 20,000 − 0.5 p.
    Equilibrium e = solve(Make.partialLevy(REFINED, "core", 20_000));
    Route route = route(e, AAA, CCC);
    double p = route.producerUsd();
    assertTrue(p > 8_000 && p < 10_000, "pushed down within the band: " + p);
    assertEquals(7_800 - 0.5 * p, route.levyUsd(), 1e-6);
    assertEquals(7_800 + 0.5 * p, route.landedUsd(), 1e-6);
    double revenue = e.levyUsd(REFINED, BBB) + e.levyUsd(REFINED, CCC);
    CountryWelfare b = e.welfare().find(BBB).orElseThrow();
    CountryWelfare c = e.welfare().find(CCC).orElseThrow();
    assertEquals(revenue, b.publicRevenue() + c.publicRevenue(), 1e-6);
    // Nothing is levied within 10% of the trigger.
    assertEquals(0, solve(Make.partialLevy(REFINED, "core", 11_000)).levyUsd(REFINED, CCC));
  }

  @Test
  void aFloorFillsWhatAPartialLevyLeaves() {
    Equilibrium e =
        solve(Make.partialLevy(REFINED, "core", 20_000), Make.floor(REFINED, "core", 14_000));
    Route route = route(e, AAA, CCC);
    assertEquals(14_000, route.landedUsd(), 1e-6);
    assertEquals(14_000 - route.producerUsd(), route.levyUsd(), 1e-6);
  }

  @Test
  void aLicenceUnderAPartialLevyEarnsWhatTheLevyLeaves() {
    BorderMeasure.PartialLevy levy = Make.partialLevy(REFINED, "core", 20_000);
    Equilibrium e = solve(levy, Make.licence(REFINED, "AAA", "CCC", 0.2));
    Route route = route(e, AAA, CCC);
    assertEquals(4, route.tonnes(), 1e-9);
    double asked = route.producerUsd() + route.rentUsd();
    assertTrue(route.rentUsd() > 0);
    assertEquals(levy.ladder().levyOn(20_000, asked), route.levyUsd(), 1e-6);
    assertEquals(asked + route.levyUsd(), route.landedUsd(), 1e-6);
  }

  @Test
  void anExportTaxMayBeSpecific() {
    // 0.1 a + 500 on each tonne that leaves A: what C pays for its goods, and what A's state gets.
    Equilibrium e =
        solve(
            new BorderMeasure.ExportTax(
                Make.exportTax(REFINED, "AAA", 0).terms(),
                Interval.exactly(0.1),
                Interval.exactly(500)));
    Route route = route(e, AAA, CCC);
    double a = route.producerUsd();
    assertEquals(0.1 * a + 500, route.exportTaxUsd(), 1e-9);
    assertEquals(1.1 * a + 500, route.landedUsd(), 1e-6);
    double taxed = route.tonnes() + route(e, AAA, BBB).tonnes();
    assertEquals(
        taxed * route.exportTaxUsd(), e.welfare().find(AAA).orElseThrow().publicRevenue(), 1e-3);
    assertEquals(10_000, solve().producerPrice(REFINED, AAA).orElseThrow(), 1e-9);
  }

  @Test
  void whoIsNamedPaysASubsidy() {
    // 1,000 USD a tonne is 10% of the base price.
    Equilibrium own = solve(Make.costCut(REFINED, "AAA", 0.1));
    Equilibrium other = solve(Make.subsidy(REFINED, "AAA", "CCC", 1_000));
    double made = other.output("tinium-refining", AAA);
    assertEquals(own.output("tinium-refining", AAA), made, 1e-9);
    assertEquals(0, other.welfare().find(AAA).orElseThrow().subsidies());
    assertEquals(-1_000 * made, other.welfare().find(CCC).orElseThrow().subsidies(), 1e-6);
    Payment paid = other.listPayments().getFirst();
    assertEquals(new Payment("subsidy", "tinium-refining", AAA, CCC, made, 1_000 * made), paid);
    IllegalArgumentException two =
        assertThrows(
            IllegalArgumentException.class, () -> solve(Make.subsidy(REFINED, "AAA", "core", 1)));
    assertTrue(String.valueOf(two.getMessage()).contains("subsidy names 2 who pay"));
  }

  @Test
  void aContractOnAllOutputPaysUpToTheStrike() {
    Equilibrium e = solve(Make.contract(REFINED, "BBB", "", 13_000, Double.POSITIVE_INFINITY));
    double ore = e.buyerPrice(ORE, BBB).getAsDouble();
    double made = e.output("tinium-refining", BBB);
    // Full capacity, 30 × 1.25, ends what the strike would call for.
    assertEquals(Math.min(37.5, 30 * (13_000 - ore) / 4_000), made, 1e-9);
    double price = e.producerPrice(REFINED, BBB).getAsDouble();
    assertTrue(price < 10_000, "more is sold: " + price);
    assertEquals(made * (13_000 - price), e.listPayments().getFirst().usd(), 1e-6);
    assertEquals(-made * (13_000 - price), e.welfare().find(BBB).orElseThrow().subsidies(), 1e-6);
  }

  @Test
  void aContractOnFewerTonnesThanAreMadeIsATransfer() {
    Equilibrium e = solve(Make.contract(REFINED, "AAA", "CCC", 12_000, 20));
    assertEquals(70, e.output("tinium-refining", AAA), 1e-8);
    assertEquals(10_000, e.producerPrice(REFINED, AAA).getAsDouble(), 1e-4);
    assertEquals(-40_000, e.welfare().find(CCC).orElseThrow().subsidies(), 1e-2);
    assertEquals(40_000, e.welfare().find(AAA).orElseThrow().producerSurplus(), 1e-2);
    assertEquals(0, e.welfare().worldUsd(), 1e-2);
  }

  @Test
  void aContractOnMoreTonnesThanTheMarketTakesCallsForThemAll() {
    // At 14,000 AAA would make 70 × 8,000/4,000 t if its ore cost 6,000: more than the 80 covered.
    Equilibrium e = solve(Make.contract(REFINED, "AAA", "", 14_000, 80));
    assertEquals(80, e.output("tinium-refining", AAA), 1e-9);
    assertTrue(e.producerPrice(REFINED, AAA).getAsDouble() < 10_000);
  }

  @Test
  void aPartOfAHighPriceGoesBack() {
    // Above 8,000 a fifth goes back, at most 6,000 USD on the 20 t: 300 a tonne, not 400.
    SupplyMeasure.Upside upside = new SupplyMeasure.Upside(0.2, 8_000, Optional.of(6_000.0));
    Equilibrium e = solve(Make.contract(REFINED, "AAA", "CCC", 5_000, 20, Optional.of(upside)));
    assertEquals(6_000, e.welfare().find(CCC).orElseThrow().subsidies(), 1e-6);
    assertEquals(70, e.output("tinium-refining", AAA), 1e-8);
    // Without that limit, on all output: margin 4,000 less a fifth of what is above 8,000.
    SupplyMeasure.Upside open = new SupplyMeasure.Upside(0.2, 8_000, Optional.empty());
    Equilibrium all =
        solve(
            Make.contract(
                REFINED, "AAA", "CCC", 5_000, Double.POSITIVE_INFINITY, Optional.of(open)));
    double price = all.producerPrice(REFINED, AAA).getAsDouble();
    double margin = price - 0.2 * (price - 8_000) - all.buyerPrice(ORE, AAA).getAsDouble();
    assertEquals(70 * margin / 4_000, all.output("tinium-refining", AAA), 1e-9);
  }

  @Test
  void offtakeFixesThePriceOfItsTonnesBothWays() {
    Equilibrium dear = solve(Make.offtake(REFINED, "AAA", "CCC", 12_000, 20));
    assertEquals(10_000, dear.producerPrice(REFINED, AAA).getAsDouble(), 1e-4);
    assertEquals(-40_000, dear.welfare().find(CCC).orElseThrow().subsidies(), 1e-2);
    // At 7,000 the 20 t pay only as far as ore leaves a margin; the taker gains on each.
    Equilibrium cheap = solve(Make.offtake(REFINED, "AAA", "CCC", 7_000, 20));
    Payment paid = cheap.listPayments().getFirst();
    double margin = 7_000 - cheap.buyerPrice(ORE, AAA).getAsDouble();
    assertEquals(70 * margin / 4_000, paid.tonnes(), 1e-9);
    double price = cheap.producerPrice(REFINED, AAA).getAsDouble();
    assertEquals(paid.tonnes() * (7_000 - price), paid.usd(), 1e-6);
    assertEquals(-paid.usd(), cheap.welfare().find(CCC).orElseThrow().subsidies(), 1e-6);
  }

  @Test
  void costsThatRiseAreBorneByNobodyElse() {
    Equilibrium e = solve(Make.costBy(REFINED, "AAA", 500));
    double margin =
        e.producerPrice(REFINED, AAA).getAsDouble() - e.buyerPrice(ORE, AAA).getAsDouble() - 500;
    assertEquals(70 * margin / 4_000, e.output("tinium-refining", AAA), 1e-9);
    assertEquals(0, e.welfare().find(AAA).orElseThrow().subsidies());
    assertTrue(e.welfare().worldUsd() < 0);
    Equilibrium dear = solve(Make.costTimes(ORE, "BBB", 1.2));
    double pi = dear.producerPrice(ORE, BBB).getAsDouble();
    assertEquals(20 * Math.pow(pi / 7_200, 0.2), dear.output("tinium-mining", BBB), 1e-9);
  }

  @Test
  void useShiftsAtEveryPrice() {
    Equilibrium e = solve(Make.demandTimes(REFINED, "CCC", 1.5));
    double rho = e.buyerPrice(REFINED, CCC).getAsDouble();
    assertTrue(rho > 10_000);
    assertEquals(45 * Math.pow(rho / 10_000, -0.3), e.use(REFINED, CCC), 1e-9);
    Equilibrium less = solve(Make.demandBy(REFINED, "CCC", -10));
    rho = less.buyerPrice(REFINED, CCC).getAsDouble();
    assertEquals(20 * Math.pow(rho / 10_000, -0.3), less.use(REFINED, CCC), 1e-9);
  }

  @Test
  void capacityByAFactorIsCapacityByItsTonnes() {
    Measure factor =
        new SupplyMeasure.CapacityChange(
            Make.terms("less", ORE, Parties.of("BBB"), Parties.UNNAMED, Parties.UNNAMED),
            new Change.Times(Interval.exactly(0.5)));
    assertEquals(
        solve(Make.capacity(ORE, "BBB", -10)).output("tinium-mining", BBB),
        solve(factor).output("tinium-mining", BBB),
        1e-9);
  }

  @Test
  void aStockBuysOnlyBelowItsTrigger() {
    assertEquals(
        0, solve(Make.purchaseBelow(REFINED, "CCC", 6, 9_000)).purchased(REFINED, CCC), 1e-9);
    // China-like: all of AAA's refined goods stay at home, and its inside price falls.
    Measure ban = Make.ban(REFINED, "AAA", "");
    double fallen = solve(ban).deliveredPrice(REFINED, List.of(AAA)).getAsDouble();
    assertTrue(fallen < 8_000, "inside " + fallen);
    Equilibrium held = solve(ban, Make.purchaseBelow(REFINED, "AAA", 100, 8_000));
    double bought = held.purchased(REFINED, AAA);
    assertTrue(bought > 0 && bought < 100);
    double inside = held.deliveredPrice(REFINED, List.of(AAA)).getAsDouble();
    assertEquals(8_000 * (1 - 1e-6 * bought / 100), inside, 1e-6);
    assertTrue(held.deliveredPrice(REFINED, List.of(BBB, CCC)).getAsDouble() > 10_000);
    // With fewer tonnes to buy than that, it buys them all and the price stays below.
    Equilibrium few = solve(ban, Make.purchaseBelow(REFINED, "AAA", bought / 2, 8_000));
    assertEquals(bought / 2, few.purchased(REFINED, AAA), 1e-9);
    assertTrue(few.deliveredPrice(REFINED, List.of(AAA)).getAsDouble() < 8_000);
    assertEquals(
        (10_000 - inside) * bought, held.welfare().find(AAA).orElseThrow().stockGains(), 1e-4);
  }

  @Test
  void aStockSellsOnlyAboveItsTrigger() {
    assertEquals(
        0, solve(Make.releaseAbove(REFINED, "CCC", 6, 12_000)).released(REFINED, CCC), 1e-9);
    Measure ban = Make.ban(REFINED, "AAA", "");
    Equilibrium held = solve(ban, Make.releaseAbove(REFINED, "core", 100, 12_000));
    double out = held.released(REFINED, CCC);
    assertTrue(out > 0 && out < 50);
    double price = held.buyerPrice(REFINED, CCC).getAsDouble();
    assertEquals(12_000 * (1 + 1e-6 * out / 50), price, 1e-6);
    assertEquals((price - 10_000) * out, held.welfare().find(CCC).orElseThrow().stockGains(), 1e-4);
    // It serves even those whom nobody else can.
    Equilibrium alone =
        solve(
            ban, Make.capacity(REFINED, "BBB", -30), Make.releaseAbove(REFINED, "CCC", 8, 12_000));
    assertEquals(8, alone.released(REFINED, CCC), 1e-9);
    assertEquals(8, alone.use(REFINED, CCC), 1e-9);
  }

  @Test
  void aTariffRateQuotaIsItsDutiesOutsideItsQuota() {
    // AAA's goods for BBB and CCC together: 30 t in the base.
    Equilibrium wide = solve(Make.tariffRateQuota(REFINED, "AAA", "core", 100, 0.1, 0.4));
    Equilibrium low = solve(Make.tariff(REFINED, "AAA", "core", 0.1));
    assertEquals(low.flow(REFINED, AAA, CCC), wide.flow(REFINED, AAA, CCC), 1e-9);
    assertEquals(0, wide.importRentUsd(REFINED, CCC), 1e-6);

    Equilibrium tight = solve(Make.tariffRateQuota(REFINED, "AAA", "core", 5, 0.1, 0.4));
    Equilibrium high = solve(Make.tariff(REFINED, "AAA", "core", 0.4));
    assertEquals(high.flow(REFINED, AAA, CCC), tight.flow(REFINED, AAA, CCC), 1e-9);
    double value = tight.producerPrice(REFINED, AAA).getAsDouble();
    double rents = tight.importRentUsd(REFINED, BBB) + tight.importRentUsd(REFINED, CCC);
    assertEquals(5 * 0.3 * value, rents, 1e-6);
    double imports = tight.flow(REFINED, AAA, BBB) + tight.flow(REFINED, AAA, CCC);
    double duties = tight.dutyUsd(REFINED, BBB) + tight.dutyUsd(REFINED, CCC);
    assertEquals((0.4 * imports - 0.3 * 5) * value, duties, 1e-6);
    assertEquals(high.welfare().worldUsd(), tight.welfare().worldUsd(), 1e-6);
  }

  @Test
  void aTariffRateQuotaThatBindsHoldsImportsToIt() {
    double free = solve(Make.tariff(REFINED, "AAA", "core", 0.1)).exports(REFINED, AAA);
    double shut = solve(Make.tariff(REFINED, "AAA", "core", 0.4)).exports(REFINED, AAA);
    double quota = (free + shut) / 2;
    Equilibrium e = solve(Make.tariffRateQuota(REFINED, "AAA", "core", quota, 0.1, 0.4));
    assertEquals(quota, e.exports(REFINED, AAA), 1e-9);
    Route route = route(e, AAA, CCC);
    assertTrue(route.premiumUsd() > 0 && route.premiumUsd() < 0.3 * route.producerUsd());
    assertEquals(0.1 * route.producerUsd(), route.dutyUsd(), 1e-9);
    assertEquals(
        route.producerUsd() + route.dutyUsd() + route.premiumUsd(), route.landedUsd(), 1e-9);
    double rents = e.importRentUsd(REFINED, BBB) + e.importRentUsd(REFINED, CCC);
    assertEquals(quota * route.premiumUsd(), rents, 1e-6);
    CountryWelfare b = e.welfare().find(BBB).orElseThrow();
    CountryWelfare c = e.welfare().find(CCC).orElseThrow();
    assertEquals(rents, b.importRents() + c.importRents(), 1e-6);
  }

  @Test
  void aFloorAboveATariffRateQuotaTakesTheRent() {
    Equilibrium e =
        solve(
            Make.tariffRateQuota(REFINED, "AAA", "core", 5, 0.1, 0.4),
            Make.floor(REFINED, "core", 16_000));
    Route route = route(e, AAA, CCC);
    assertEquals(16_000, route.landedUsd(), 1e-6);
    // What comes within the quota pays no further duty, and is levied up to the floor instead.
    double within = 5 / e.exports(REFINED, AAA);
    double furtherDuty = 0.3 * (1 - within) * route.producerUsd();
    assertEquals(furtherDuty, route.premiumUsd(), 1e-6);
    assertEquals(16_000 - 1.1 * route.producerUsd() - furtherDuty, route.levyUsd(), 1e-6);
    assertEquals(0, e.importRentUsd(REFINED, CCC), 1e-6);
  }

  @Test
  void whatABanHoldsBackLeaksThroughAThirdCountryAtAPremium() {
    // AAA sells CCC nothing; BBB, which AAA still serves, passes goods on for 300 USD a tonne.
    double free = Double.POSITIVE_INFINITY;
    Equilibrium shut = solve(Make.ban(REFINED, "AAA", "CCC"));
    double apart =
        shut.buyerPrice(REFINED, CCC).getAsDouble() - shut.buyerPrice(REFINED, BBB).getAsDouble();
    assertTrue(apart > 300, "the ban must be felt: " + apart);
    Equilibrium e = solve(Make.leakyBan(REFINED, "AAA", "CCC", 300, free));
    Leak leak = e.listLeaks().getFirst();
    assertEquals(new Leak("ban", REFINED, BBB, CCC, leak.tonnes()), leak);
    double paid = e.buyerPrice(REFINED, CCC).getAsDouble();
    double there = e.buyerPrice(REFINED, BBB).getAsDouble();
    assertEquals(there + 300 + 10 * leak.tonnes() / 30, paid, 1e-6);
    assertEquals(e.use(REFINED, CCC), e.flow(REFINED, BBB, CCC) + leak.tonnes(), 1e-9);
    assertEquals(e.delivered(REFINED, CCC), e.use(REFINED, CCC), 1e-9);
    assertTrue(e.flow(REFINED, AAA, BBB) > shut.flow(REFINED, AAA, BBB));
    assertEquals(0, e.flow(REFINED, AAA, CCC));
    // With a limit, those who pass goods on earn what they are dearer in CCC.
    Equilibrium few = solve(Make.leakyBan(REFINED, "AAA", "CCC", 300, leak.tonnes() / 2, "BBB"));
    assertEquals(leak.tonnes() / 2, few.listLeaks().getFirst().tonnes(), 1e-9);
    assertTrue(few.buyerPrice(REFINED, CCC).getAsDouble() > paid);
    // None at a premium above what goods are dearer there; none unless it is asked for.
    assertTrue(solve(Make.leakyBan(REFINED, "AAA", "CCC", 2 * apart, free)).listLeaks().isEmpty());
    assertTrue(shut.listLeaks().isEmpty());
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class,
            () -> solve(Make.leakyBan(REFINED, "AAA", "", 300, free)));
    assertTrue(String.valueOf(none.getMessage()).contains("no third country buys"));
  }
}
