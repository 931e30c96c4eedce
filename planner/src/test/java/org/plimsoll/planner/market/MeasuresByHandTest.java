package org.plimsoll.planner.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;

/** Each measure in the tiny world, against what it says it does. */
class MeasuresByHandTest {
  private static Equilibrium solve(Measure... measures) {
    Market market =
        Market.of(TinyWorld.evidence(), TinyWorld.scenario(measures), ParameterDraw.central());
    Outcome.Converged converged = assertInstanceOf(Outcome.Converged.class, market.solve());
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
}
