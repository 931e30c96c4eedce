package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** By hand. Nickel as published is recomputed from {@code examples/risk} by a test of the app. */
class GeoPolRiskTest {
  private static final Supplier CHN = Supplier.of(CountryCode.of("CHN"));
  private static final Supplier DEU = Supplier.of(CountryCode.of("DEU"));
  private static final Supplier USA = Supplier.of(CountryCode.of("USA"));
  private static final Supplier ROW = Supplier.of(CountryCode.REST_OF_WORLD);
  private static final Buyer AMERICA = Buyer.of(Region.of(CountryCode.of("USA")));
  private static final Buyer FIRM = Buyer.ofFirm("Magnets Ltd");

  private static final SupplyAxes AXES =
      SupplyAxes.of(
          List.of(ProductId.parse("gallium/refined")),
          List.of(2024),
          List.of(CHN, DEU, USA, ROW),
          List.of(AMERICA, FIRM));

  /**
   * The library's own test of its last step: numerator 1,000, imports 2,000, price 50, own output
   * 500 and HHI 0.3 give import risk 0.4, score 0.12 and factor 14.655130057098242 (geopolrisk-py,
   * tests/test_core.py, commit b3a1c1e).
   */
  @Test
  void theLastStepIsThatOfTheLibrary() {
    GeoPolRisk.Row row =
        only(
            SupplyGrid.of(AXES)
                .givenHerfindahl(0, 0.3)
                .supply(0, 0, 2000, 1)
                .instability(0, 0, 0.5)
                .ownOutput(0, 500)
                .usdPerKg(0, 50));
    assertEquals(new Bounds(0.4, 0.4), row.importRisk());
    assertEquals(0.12, row.score().high(), 1e-15);
    assertEquals(14.655130057098242, row.factor().orElseThrow().high(), 1e-12);
  }

  @Test
  void scoreIsConcentrationTimesImportRisk() {
    // HHI 0.6² + 0.4² = 0.52; imports 30 of g 0.6 and 10 of g 0.3 beside 40 of its own.
    GeoPolRisk.Row row =
        only(
            grid()
                .output(0, 0, 60, 1)
                .output(0, 2, 40, 1)
                .supply(0, 0, 30, 1)
                .supply(0, 1, 10, 1)
                .supply(0, 2, 40, 1)
                .ownOutput(0, 40));
    assertEquals(0.52, row.herfindahl().high(), 1e-15);
    assertEquals((30 * 0.6 + 10 * 0.3) / (40 + 40), row.importRisk().high(), 1e-15);
    assertEquals(0.52 * 0.2625, row.score().high(), 1e-15);
    assertEquals(Optional.empty(), row.factor(), "without a price there is no factor");
  }

  @Test
  void toAFirmEverySupplierIsAStranger() {
    SupplyGrid.Builder grid = grid().output(0, 0, 1, 1);
    grid.supply(1, 2, 5, 1).supply(1, 1, 5, 1).ownOutput(1, 0);
    GeoPolRisk.Row row = only(grid);
    assertEquals(FIRM, row.buyer());
    assertEquals((0.4 + 0.3) / 2, row.importRisk().high(), 1e-15);
  }

  @Test
  void sharesWithoutANameAreBestOrWorst() {
    // 0.8 from China, 0.2 from nobody knows whom.
    SupplyGrid.Builder grid = grid().output(0, 0, 0.9, 1).outputInShares(0);
    grid.supply(1, 0, 0.8, 1).supplyInShares(1);
    GeoPolRisk.Row row = only(grid);
    assertEquals(0.81, row.herfindahl().low(), 1e-15);
    assertEquals(0.81 + 0.01, row.herfindahl().high(), 1e-15);
    assertEquals(0.8 * 0.6, row.importRisk().low(), 1e-15);
    assertEquals(0.8 * 0.6 + 0.2, row.importRisk().high(), 1e-15);
  }

  @Test
  void unknownInstabilityAndAggregatesAreBounds() {
    // ROW makes 40 and sends 10: its instability is not known, and it is many or one.
    GeoPolRisk.Row row =
        only(
            grid()
                .output(0, 0, 60, 1)
                .output(0, 3, 40, 1)
                .supply(0, 0, 10, 1)
                .supply(0, 3, 10, 1)
                .ownOutput(0, 0));
    assertEquals(0.36, row.herfindahl().low(), 1e-15);
    assertEquals(0.52, row.herfindahl().high(), 1e-15);
    assertEquals(0.3, row.importRisk().low(), 1e-15);
    assertEquals(0.8, row.importRisk().high(), 1e-15);
    assertFalse(row.score().isExact());
  }

  @Test
  void whatOneSupplierGivesTwiceIsAddedUp() {
    GeoPolRisk.Row row =
        only(
            grid()
                .output(0, 0, 25, 1)
                .output(0, 1, 50, 1)
                .output(0, 0, 25, 1)
                .supply(0, 0, 1, 1)
                .ownOutput(0, 0));
    assertEquals(0.5, row.herfindahl().high(), 1e-15);
  }

  /** The library's own test of its sums: 1,000 at 0.5 and 2,000 at 0.6 are 1,700 of 3,000. */
  @Test
  void importsAreWeightedAsInTheLibrary() {
    GeoPolRisk.Row row =
        only(
            SupplyGrid.of(AXES)
                .givenHerfindahl(0, 1)
                .supply(0, 0, 1000, 1)
                .supply(0, 1, 2000, 1)
                .instability(0, 0, 0.5)
                .instability(0, 1, 0.6)
                .ownOutput(0, 0));
    assertEquals(1700.0 / 3000, row.importRisk().high(), 1e-15);
  }

  @Test
  void withoutWorldOutputOrSupplyOrOwnOutputThereIsNoRow() {
    SupplyGrid.Builder noWorld = grid().supply(0, 0, 30, 1).ownOutput(0, 0);
    assertTrue(GeoPolRisk.of(noWorld.build()).rows().isEmpty());
    SupplyGrid.Builder noSupply = grid().output(0, 0, 30, 1).ownOutput(0, 0);
    assertTrue(GeoPolRisk.of(noSupply.build()).rows().isEmpty());
    SupplyGrid.Builder noOwn = grid().output(0, 0, 30, 1).supply(0, 0, 30, 1);
    assertTrue(GeoPolRisk.of(noOwn.build()).rows().isEmpty(), "what is not known is not nought");
  }

  @Test
  void amountsAndFiguresAreFinite() {
    assertThrows(IllegalArgumentException.class, () -> grid().supply(0, 0, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> grid().output(0, 0, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> grid().ownOutput(0, 1 / 0.0));
  }

  @Test
  void instabilityRunsFromOneAtTheLeastStableToZero() {
    assertEquals(1, Governance.toInstability(-2.5));
    assertEquals(0.5, Governance.toInstability(0));
    assertEquals(0, Governance.toInstability(3));
  }

  /** China 0.6, Germany 0.3, the United States 0.4; of the rest of the world nothing is known. */
  private static SupplyGrid.Builder grid() {
    return SupplyGrid.of(AXES).instability(0, 0, 0.6).instability(0, 1, 0.3).instability(0, 2, 0.4);
  }

  private static GeoPolRisk.Row only(SupplyGrid.Builder grid) {
    List<GeoPolRisk.Row> rows = GeoPolRisk.of(grid.build()).rows();
    assertEquals(1, rows.size());
    return rows.getFirst();
  }
}
