package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** By hand. Whole published tables are recomputed from {@code examples/risk} by the app's tests. */
class EuSupplyRiskTest {
  private static final CountryCode CHN = CountryCode.of("CHN");
  private static final CountryCode DEU = CountryCode.of("DEU");
  private static final Buyer UNION =
      Buyer.of(new Region("EU27", new TreeSet<>(List.of(DEU, CountryCode.of("FRA")))));
  private static final ProductId ORE = ProductId.parse("magnesium/mine");
  private static final ProductId METAL = ProductId.parse("magnesium/metal");

  private static final SupplyAxes AXES =
      SupplyAxes.of(
          List.of(ORE, METAL),
          List.of(2023),
          List.of(Supplier.of(CHN), Supplier.of(DEU)),
          List.of(UNION));

  /** Two cases by hand: (C_GS, C_EU, IR, EoL-RIR, SI_SR) and SR. */
  @ParameterizedTest
  @CsvSource({"4.64, 5.27, 1, 0.13, 0.99, 4.2677415", "3, 2, 0.6, 0.2, 0.9, 1.656"})
  void bothTermsAreWeightedByImportReliance(
      double world, double sourcing, double reliance, double recycling, double index, double sr) {
    EuSupplyRisk.Row row =
        only(
            SupplyGrid.of(AXES)
                .givenWorldConcentration(0, world)
                .givenSourcingConcentration(0, sourcing)
                .importReliance(0, reliance)
                .recycling(0, recycling)
                .substitution(0, index));
    assertEquals(EuSupplyRisk.Supply.BOTH, row.supply());
    assertEquals(sr, row.supplyRisk().high(), 1e-12);
    assertTrue(row.supplyRisk().isExact());
  }

  /**
   * Magnesium in the study of 2023: China has 91% of the world's and 97% of the EU's supply, weight
   * 5.68, IR 100%, EoL-RIR 13%, SI_SR 0.94; printed is 4.1. The method leaves the rest out, which
   * is the lower reading: (0.91² × 5.68 + 0.97² × 5.68) ÷ 2 × 0.87 × 0.94 = 4.10859.
   */
  @Test
  void magnesiumIsThatOfTheEuStudyOf2023() {
    EuSupplyRisk.Row row =
        only(
            SupplyGrid.of(AXES)
                .output(1, 0, 0.91, 1)
                .outputInShares(1)
                .supply(1, 0, 0.97, 1)
                .supplyInShares(1)
                .governanceWeight(0, 0, 5.68)
                .importReliance(1, 1)
                .recycling(1, 0.13)
                .substitution(1, 0.94));
    assertEquals(4.10859, row.supplyRisk().low(), 1e-5);
    // The rest as one supplier of the worst governance adds 0.09² × 10 and 0.03² × 10.
    assertEquals(4.10859 + 0.87 * 0.94 * 0.5 * (0.081 + 0.009), row.supplyRisk().high(), 1e-5);
  }

  @Test
  void theTradeParameterWeighsItsSupplier() {
    EuSupplyRisk.Row row =
        only(
            known(0)
                .output(0, 0, 50, 1.1)
                .output(0, 1, 50, 0.8)
                .governanceWeight(0, 0, 6)
                .governanceWeight(0, 1, 2));
    assertEquals(0.25 * 6 * 1.1 + 0.25 * 2 * 0.8, row.world().orElseThrow().high(), 1e-15);
    assertEquals(EuSupplyRisk.Supply.GLOBAL, row.supply());
    assertEquals(row.world().orElseThrow(), row.supplyRisk());
  }

  @Test
  void withoutWorldOutputSourcingStandsAlone() {
    EuSupplyRisk.Row row = only(known(0).supply(0, 1, 7, 1).governanceWeight(0, 1, 2));
    assertEquals(EuSupplyRisk.Supply.SOURCING, row.supply());
    assertEquals(new Bounds(2, 2), row.supplyRisk());
  }

  @Test
  void aNetExportersRelianceIsNought() {
    EuSupplyRisk.Row row =
        only(
            known(0)
                .givenWorldConcentration(0, 8)
                .givenSourcingConcentration(0, 1)
                .importReliance(0, -0.5));
    assertEquals(0, row.importReliance().orElseThrow());
    assertEquals(new Bounds(1, 1), row.supplyRisk());
  }

  @Test
  void theBottleneckIsTheStageOfHighestRisk() {
    List<EuSupplyRisk.Row> rows =
        EuSupplyRisk.of(
                known(0)
                    .recycling(1, 0)
                    .substitution(1, 1)
                    .givenWorldConcentration(0, 2)
                    .givenWorldConcentration(1, 3)
                    .build())
            .rows();
    assertEquals(2, rows.size());
    assertEquals(
        List.of(METAL),
        EuSupplyRisk.bottlenecks(rows).stream().map(EuSupplyRisk.Row::product).toList());
  }

  @Test
  void whereRangesOverlapSeveralMayBeTheBottleneck() {
    // Half of the ore comes from a country of unknown governance: 0.25 × 2 to 0.25 × 2 + 0.25 × 10.
    SupplyGrid.Builder grid =
        known(0)
            .recycling(1, 0)
            .substitution(1, 1)
            .output(0, 0, 50, 1)
            .output(0, 1, 50, 1)
            .governanceWeight(0, 0, 2)
            .givenWorldConcentration(1, 3);
    List<EuSupplyRisk.Row> rows = EuSupplyRisk.of(grid.build()).rows();
    assertEquals(new Bounds(0.5, 3), rows.getFirst().supplyRisk());
    assertEquals(2, EuSupplyRisk.bottlenecks(rows).size());
  }

  @Test
  void whatIsMissingIsNotTakenForNought() {
    SupplyGrid.Builder noReliance =
        known(0).givenWorldConcentration(0, 8).givenSourcingConcentration(0, 1);
    assertTrue(EuSupplyRisk.of(noReliance.build()).rows().isEmpty());
    SupplyGrid.Builder noRecycling =
        SupplyGrid.of(AXES).substitution(0, 1).givenWorldConcentration(0, 8);
    assertTrue(EuSupplyRisk.of(noRecycling.build()).rows().isEmpty());
  }

  private static SupplyGrid.Builder known(int market) {
    return SupplyGrid.of(AXES).recycling(market, 0).substitution(market, 1);
  }

  private static EuSupplyRisk.Row only(SupplyGrid.Builder grid) {
    List<EuSupplyRisk.Row> rows = EuSupplyRisk.of(grid.build()).rows();
    assertEquals(1, rows.size());
    return rows.getFirst();
  }
}
