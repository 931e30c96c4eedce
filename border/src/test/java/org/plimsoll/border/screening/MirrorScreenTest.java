package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gaps between the books of EEE and MMM against duty. */
class MirrorScreenTest {
  private static MirrorRow row(int code, double gap, String duty) {
    return new MirrorRow(
        "2024",
        "%06d".formatted(100_000 + code),
        "EEE",
        "MMM",
        BigDecimal.valueOf(1_000_000),
        BigDecimal.valueOf(1_000_000 * Math.exp(-gap)),
        "USD",
        new BigDecimal(duty));
  }

  /**
   * Ten codes without duty, gaps 0.09 and 0.11 in turn, ten at 50%, gaps 0.59 and 0.61: α 0.1, β 1,
   * every residual 0.01. Squares of duties about their mean 20 × 0.25² = 1.25; standard error √(20
   * ÷ 18 × 0.01² ÷ 1.25) = 0.00943. Sure are 1 − 0.01886 of slope, 0.4906 at 50%: the gap of 0.59
   * less α is below that, that of 0.61 is not.
   */
  @Test
  void aSlopeByHand() {
    List<MirrorRow> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(row(i, i % 2 == 0 ? 0.09 : 0.11, "0"));
      rows.add(row(50 + i, i % 2 == 0 ? 0.59 : 0.61, "0.50"));
    }
    MirrorFit fit = MirrorScreen.fit(rows).getFirst();
    assertEquals(20, fit.codes());
    assertEquals(0, fit.leftOut());
    assertEquals(0.1, fit.intercept(), 1e-9);
    assertEquals(1, fit.slope(), 1e-9);
    double error = Math.sqrt(20.0 / 18 * 1e-4 / 1.25);
    assertEquals(error, fit.standardError(), 1e-9);
    assertEquals("100051", fit.gaps().getFirst().code());
    assertEquals(1 - Math.exp(-(1 - 2 * error) * 0.5), fit.gaps().getFirst().share(), 1e-9);
    assertEquals("100050", fit.gaps().get(5).code());
    assertEquals(1 - Math.exp(-0.49), fit.gaps().get(5).share(), 1e-9);
    assertEquals(0, fit.gaps().get(10).share(), "without duty nothing goes with it");
    assertEquals(List.of(fit), MirrorScreen.fit(rows.reversed()), "order of rows is nothing");
  }

  @Test
  void fewCodesOrOneDutySayNothing() {
    List<MirrorRow> rows = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      rows.add(row(i, 0.1 * i, i % 2 == 0 ? "0.1" : "0.2"));
    }
    assertEquals(List.of(), MirrorScreen.fit(rows));
    MirrorRow none = row(19, 0, "0.1");
    rows.add(
        new MirrorRow(
            "2024", "100019", "EEE", "MMM", none.exported(), BigDecimal.ZERO, "USD", none.duty()));
    assertEquals(List.of(), MirrorScreen.fit(rows), "what never arrives has no logarithm");
    rows.add(row(20, 0.3, "0.2"));
    assertEquals(1, MirrorScreen.fit(rows).getFirst().leftOut());
    List<MirrorRow> one =
        rows.stream()
            .map(r ->
                new MirrorRow(
                    r.period(),
                    r.code(),
                    r.exporter(),
                    r.importer(),
                    r.exported(),
                    r.imported(),
                    r.unit(),
                    new BigDecimal(r.code().endsWith("0") ? "0.2" : "0.20")))
            .toList();
    assertEquals(List.of(), MirrorScreen.fit(one));
  }

  /** 200 codes whose gap grows with 3 × duty, as Fisman and Wei found it, among gaps of 30%. */
  @Test
  void whatIsPlantedIsFoundWithinItsError() {
    int within = 0;
    for (int seed = 1; seed <= 100; seed++) {
      MirrorFit fit = MirrorScreen.fit(random(seed, 3)).getFirst();
      within += Math.abs(fit.slope() - 3) <= 2 * fit.standardError() ? 1 : 0;
      assertTrue(fit.gaps().getFirst().share() > 0.4, "seed " + seed);
    }
    assertTrue(within >= 90, "two standard errors should hold about 95 of 100, but " + within);
  }

  /** Without any planting a finding comes by chance in about one of forty tables. */
  @Test
  void whereNothingIsPlantedLittleIsFound() {
    int found = 0;
    for (int seed = 1; seed <= 200; seed++) {
      found += MirrorScreen.fit(random(seed, 0)).getFirst().gaps().getFirst().share() > 0 ? 1 : 0;
    }
    assertTrue(found <= 12, "of 200 tables about 5 are expected, but are " + found);
  }

  private static List<MirrorRow> random(long seed, double slope) {
    Random random = new Random(seed);
    List<MirrorRow> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int percent = random.nextInt(60);
      rows.add(
          row(
              i,
              -0.05 + slope * percent / 100 + 0.3 * random.nextGaussian(),
              BigDecimal.valueOf(percent, 2).toPlainString()));
    }
    return rows;
  }
}
