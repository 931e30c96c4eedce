package org.plimsoll.planner.gsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.policy.TariffCase;

/** The case of four regions in Francois and Hall (2003), and laws of the model. */
class GsimTest {
  private static final List<String> REGIONS = List.of("US", "JP", "EU", "RW");

  private static final List<List<Double>> TRADE =
      List.of(
          List.of(0.0, 50.0, 200.0, 300.0),
          List.of(500.0, 0.0, 150.0, 200.0),
          List.of(300.0, 100.0, 200.0, 200.0),
          List.of(50.0, 100.0, 110.0, 20.0));

  private static final List<List<Double>> BEFORE =
      List.of(
          List.of(1.0, 1.21, 1.41, 1.22),
          List.of(1.37, 1.0, 1.31, 1.23),
          List.of(1.32, 1.36, 1.0, 1.18),
          List.of(1.57, 1.41, 1.25, 1.15));

  private static final List<List<Double>> AFTER =
      List.of(
          List.of(1.0, 1.21, 1.0, 1.22),
          List.of(1.37, 1.0, 1.31, 1.23),
          List.of(1.0, 1.36, 1.0, 1.18),
          List.of(1.57, 1.41, 1.25, 1.15));

  private static TariffCase asked(
      List<List<Double>> trade,
      List<List<Double>> before,
      List<List<Double>> after,
      double demand,
      double supply) {
    int n = trade.size();
    return new TariffCase(
        "",
        "",
        REGIONS.subList(0, n),
        trade,
        before,
        after,
        Collections.nCopies(n, demand),
        Collections.nCopies(n, supply),
        Collections.nCopies(n, 5.0));
  }

  private static void assertRegions(
      GsimResult result,
      double tolerance,
      ToDoubleFunction<GsimResult.Region> figure,
      double... expected) {
    for (int i = 0; i < expected.length; i++) {
      GsimResult.Region region = result.regions().get(i);
      assertEquals(expected[i], figure.applyAsDouble(region), tolerance, region.name());
    }
  }

  /** Exporters' prices as printed, to four decimals, and as recomputed independently, to 1e-6. */
  @Test
  void thePublishedCaseIsReproduced() {
    GsimResult result = Gsim.solve(asked(TRADE, BEFORE, AFTER, -1.25, 1.5));
    assertRegions(
        result, 0.5e-4, GsimResult.Region::exporterPriceChange, 0.0792, -0.0316, 0.0480, -0.0184);
    assertRegions(
        result,
        1e-6,
        GsimResult.Region::exporterPriceChange,
        0.079181,
        -0.031621,
        0.048049,
        -0.018372);
    assertRegions(
        result,
        1e-6,
        GsimResult.Region::compositePriceChange,
        -0.090287,
        0.025881,
        -0.080017,
        0.036876);
    assertRegions(
        result, 1e-4, GsimResult.Region::producerSurplus, 46.136, -26.2404, 39.8247, -5.0732);
    assertRegions(
        result, 1e-4, GsimResult.Region::consumerSurplus, 110.5952, -8.8761, 68.5589, -32.8589);
    assertRegions(
        result, 1e-4, GsimResult.Region::tariffRevenue, -138.5172, 0.6219, -93.8392, -2.8699);
    assertRegions(
        result, 1e-4, GsimResult.Region::netWelfare, 18.2139, -34.4945, 14.5443, -40.8021);
    GsimResult.Flow flow =
        result.flows().stream()
            .filter(f -> f.from().equals("US") && f.to().equals("EU"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.787771, flow.quantityChange(), 1e-6);
    assertEquals(385.866, flow.valueAfter(), 1e-3);
    assertEquals(14, result.flows().size(), "two of sixteen carry nothing");
  }

  @Test
  void noChangeOfTariffsChangesNothing() {
    GsimResult result = Gsim.solve(asked(TRADE, BEFORE, BEFORE, -1.25, 1.5));
    assertRegions(result, 0, GsimResult.Region::exporterPriceChange, 0, 0, 0, 0);
    assertRegions(result, 0, GsimResult.Region::netWelfare, 0, 0, 0, 0);
  }

  /** One exporter, one importer: E_x p = E_m (p + t), so p = E_m t ÷ (E_x − E_m). */
  @Test
  void twoRegionsAreSolvedByHand() {
    List<List<Double>> trade = List.of(List.of(0.0, 100.0), List.of(0.0, 0.0));
    List<List<Double>> free = List.of(List.of(1.0, 1.0), List.of(1.0, 1.0));
    List<List<Double>> tariff = List.of(List.of(1.0, 1.1), List.of(1.0, 1.0));
    GsimResult result = Gsim.solve(asked(trade, free, tariff, -1, 1.5));
    double price = -0.1 / 2.5;
    GsimResult.Region exporter = result.regions().get(0);
    GsimResult.Region importer = result.regions().get(1);
    assertEquals(price, exporter.exporterPriceChange(), 1e-15);
    assertEquals(100 * (price + 0.75 * price * price), exporter.producerSurplus(), 1e-12);
    assertEquals(0.96 * 1.1 - 1, importer.compositePriceChange(), 1e-15);
    double dearer = 0.056;
    assertEquals(100 * (-dearer * dearer / 2 - dearer), importer.consumerSurplus(), 1e-12);
    // Quantity falls by 6%: 100 × 0.96 × 0.94 at 10%.
    assertEquals(100 * 0.96 * 0.94 * 0.1, importer.tariffRevenue(), 1e-12);
    assertEquals(0, importer.exporterPriceChange(), "it sells nothing");
  }

  @Test
  void anotherOrderOfRegionsGivesTheSameRegions() {
    List<List<Double>> trade = turned(TRADE);
    GsimResult turned = Gsim.solve(asked(trade, turned(BEFORE), turned(AFTER), -1.25, 1.5));
    GsimResult straight = Gsim.solve(asked(TRADE, BEFORE, AFTER, -1.25, 1.5));
    for (int i = 0; i < 4; i++) {
      assertEquals(
          straight.regions().get(i).netWelfare(), turned.regions().get(3 - i).netWelfare(), 1e-9);
    }
  }

  private static List<List<Double>> turned(List<List<Double>> matrix) {
    List<List<Double>> turned = new ArrayList<>();
    for (List<Double> row : matrix.reversed()) {
      turned.add(List.copyOf(row.reversed()));
    }
    return turned;
  }

  @Test
  void aPriceThatNothingAnswersToIsRefused() {
    List<List<Double>> trade = List.of(List.of(0.0, 100.0), List.of(0.0, 0.0));
    List<List<Double>> free = List.of(List.of(1.0, 1.0), List.of(1.0, 1.0));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> Gsim.solve(asked(trade, free, free, 0, 0)));
    assertTrue(String.valueOf(refused.getMessage()).contains("\nMaybe give a supplyElasticity"));
  }

  /** Only relative prices count then: rounding alone would tell their level. */
  @Test
  void aLevelOfPricesThatNothingAnswersToIsRefusedToo() {
    assertThrows(
        IllegalArgumentException.class, () -> Gsim.solve(asked(TRADE, BEFORE, AFTER, 0, 0)));
  }
}
