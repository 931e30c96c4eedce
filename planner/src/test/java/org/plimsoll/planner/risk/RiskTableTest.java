package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;

class RiskTableTest {
  private static final Region UNION = new Region("UNION", new TreeSet<>(List.of(BBB, CCC)));
  private static final Region WORLD = new Region("WORLD", new TreeSet<>(List.of(AAA, BBB, CCC)));

  private static final RiskTable TABLE =
      RiskTable.of(
          TinyWorld.evidence(),
          List.of(Region.of(AAA), Region.of(BBB), Region.of(CCC), UNION, WORLD));

  @Test
  void worldConcentrationIsThatOfOutput() {
    assertEquals(
        List.of(ORE, REFINED), TABLE.world().stream().map(Concentration::product).toList());
    Concentration ore = TABLE.world().get(0);
    assertEquals(100, ore.tonnes(), 1e-12);
    assertEquals(0.8 * 0.8 + 0.2 * 0.2, ore.herfindahl().high(), 1e-15);
    assertEquals(AAA, ore.largest());
    assertEquals(0.8, ore.largestShare(), 1e-15);
    // Governance 0.5 everywhere: weight 5 − 2 × 0.5 = 4.
    assertEquals(4 * 0.68, ore.governanceWeighted().high(), 1e-15);
  }

  @Test
  void aCountryWithoutOutputRelies() {
    Balance c = regional(REFINED, "CCC").balance();
    assertEquals(30, c.importsTonnes());
    assertEquals(30, c.apparentConsumptionTonnes());
    assertEquals(OptionalDouble.of(1), c.netImportReliance());
    assertEquals(c.apparentConsumptionTonnes(), c.useTonnes());
  }

  @Test
  void inputsToActivitiesAreUse() {
    // B refines 30 tonnes from 20 of its own ore and 10 of A's.
    Balance b = regional(ORE, "BBB").balance();
    assertEquals(30, b.inputUseTonnes());
    assertEquals(0, b.finalUseTonnes());
    assertEquals(OptionalDouble.of(10.0 / 30), b.netImportReliance());
    assertEquals(b.apparentConsumptionTonnes(), b.useTonnes());
  }

  @Test
  void tradeInsideARegionIsNotTrade() {
    // Of refined, A sends 10 to B and 20 to C; the 10 that B sends to C stay inside.
    Balance union = regional(REFINED, "UNION").balance();
    assertEquals(30, union.importsTonnes());
    assertEquals(0, union.exportsTonnes());
    assertEquals(OptionalDouble.of(0.5), union.netImportReliance());
    assertEquals(OptionalDouble.of(0), regional(REFINED, "WORLD").balance().netImportReliance());
  }

  @Test
  void sourcingCountsHomeOutputByCountryOfMaking() {
    // The union's 60 tonnes: 30 from A, 30 from B.
    Concentration sourcing = regional(REFINED, "UNION").sourcing().orElseThrow();
    assertEquals(60, sourcing.tonnes());
    assertEquals(0.5, sourcing.herfindahl().high(), 1e-15);
  }

  @Test
  void aRegionWithoutTheProductHasNoRow() {
    assertTrue(
        TABLE.regional().stream()
            .noneMatch(r ->
                r.balance().product().equals(ORE)
                    && r.balance().region().contains(CCC)
                    && r.balance().region().members().size() == 1));
  }

  @Test
  void anotherYearHasItsOwnVolumesOrNone() {
    assertEquals(new TreeSet<>(List.of(2024)), RiskTable.years(TinyWorld.evidence()));
    RiskTable of2023 = RiskTable.of(TinyWorld.evidence(), List.of(UNION), 2023);
    assertEquals(List.of(), of2023.world());
    assertEquals(List.of(), of2023.regional());
  }

  @Test
  void withoutRecoveredScrapThereIsNoSecondRow() {
    assertEquals(List.of(), TABLE.primary());
  }

  @Test
  void everyFigureCarriesGradeAndSource() {
    for (RiskTable.Regional row : TABLE.regional()) {
      assertEquals(Grade.A, row.balance().basis().grade());
      assertEquals(List.of("tiny-world@1"), row.balance().basis().datasets());
    }
  }

  @Test
  void imbalancesOfTheWorldSumToZero() {
    for (ProductId product : List.of(ORE, REFINED)) {
      double sum = 0;
      for (CountryCode country : WORLD.members()) {
        sum +=
            TABLE.regional().stream()
                .map(RiskTable.Regional::balance)
                .filter(b -> b.product().equals(product))
                .filter(b -> b.region().id().equals(country.alpha3()))
                .mapToDouble(Balance::netImportsTonnes)
                .sum();
      }
      assertEquals(0, sum, 1e-12, product.toString());
    }
  }

  private static RiskTable.Regional regional(ProductId product, String region) {
    return TABLE.regional().stream()
        .filter(r -> r.balance().product().equals(product))
        .filter(r -> r.balance().region().id().equals(region))
        .findFirst()
        .orElseThrow();
  }
}
