package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/**
 * The definitions against figures that the USGS prints: Mineral Commodity Summaries 2026, salient
 * statistics of the United States for 2024 (public domain). Reliance is printed in whole percent.
 */
class BalanceTest {
  @Test
  void tinOf2024() {
    // Old scrap 8,550; refined imports 25,400, exports 596; stocks fell from 10,900 to 9,600.
    Balance tin = balance(8_550, 25_400, 596, 9_600 - 10_900);
    assertEquals(8_550 + 25_400 - 596 + 1_300, tin.apparentConsumptionTonnes(), 1e-9);
    assertEquals(34_600, tin.apparentConsumptionTonnes(), 60, "as printed, to three digits");
    assertEquals(0.75, tin.netImportReliance().orElseThrow(), 0.005);
  }

  @Test
  void cobaltOf2024() {
    // Secondary 2,050; imports 10,800, exports 4,880; industry stocks rose from 925 to 956.
    Balance cobalt = balance(2_050, 10_800, 4_880, 956 - 925);
    assertEquals(0.74, cobalt.netImportReliance().orElseThrow(), 0.005);
  }

  @Test
  void antimonyOf2024() {
    // Smelter 588 primary and 3,330 secondary; oxide and metal in 24,000 + 4,920, out 2,690 +
    // 1,570.
    Balance antimony = balance(588 + 3_330, 24_000 + 4_920, 2_690 + 1_570, 0);
    assertEquals(28_600, antimony.apparentConsumptionTonnes(), 60, "as printed, to three digits");
    assertEquals(0.86, antimony.netImportReliance().orElseThrow(), 0.005);
    assertEquals(
        antimony.netImportReliance(),
        antimony.importReliance(),
        "without a stock change both definitions are one");
  }

  @Test
  void aNetExporterHasNegativeReliance() {
    Balance exporter = balance(100, 0, 60, 0);
    assertEquals(OptionalDouble.of(-60.0 / 40), exporter.netImportReliance());
    assertEquals(OptionalDouble.of(-60.0 / 40), exporter.importReliance());
  }

  @Test
  void whatBalancingLeavesOverIsNoUse() {
    Balance rounded = balance(12, 0, 12 - 1e-12, 0);
    assertEquals(0, rounded.apparentConsumptionTonnes());
    assertEquals(OptionalDouble.empty(), rounded.netImportReliance());
    assertEquals(OptionalDouble.empty(), rounded.importReliance());
  }

  @Test
  void theTwoDefinitionsPartOverStocks() {
    // 100 made and 100 bought, of which 50 went into stock: 150 consumed.
    Balance builder = balance(100, 100, 0, 50);
    assertEquals(OptionalDouble.of(50.0 / 150), builder.netImportReliance());
    assertEquals(OptionalDouble.of(100.0 / 200), builder.importReliance());
  }

  @Test
  void whereNothingIsConsumedThereIsNoReliance() {
    assertTrue(balance(100, 0, 100, 0).netImportReliance().isEmpty());
    assertTrue(balance(100, 0, 100, 0).importReliance().isEmpty());
  }

  private static Balance balance(double made, double imports, double exports, double stockBuild) {
    Provenance read =
        new Provenance(Source.parse("usgs-mcs@2026#salient statistics"), Grade.A, Status.READ, "");
    return new Balance(
        ProductId.parse("tin/refined"),
        Region.of(CountryCode.of("USA")),
        made,
        imports,
        exports,
        stockBuild,
        made + imports - exports - stockBuild,
        0,
        Basis.of(List.of(read)));
  }
}
