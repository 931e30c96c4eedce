package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Price;

/** Every method of pricing, on the numbers of {@link TinyHand}. */
final class PricesTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeHand() throws IOException {
    TinyHand.write(folder);
  }

  @Test
  void aSeriesAndAQuoteAreReadAsTheyStand() {
    assertEquals(Interval.exactly(10_000), find("tinium/refined", "base2024").usdPerTonne());
    Price latest = find("tinium/refined", "latest");
    assertEquals(Interval.exactly(15_000), latest.usdPerTonne());
    assertEquals(Source.parse("tiny@1#usgs-quote/tin/price"), latest.provenance().source());
  }

  @Test
  void aRatioIsTakenOfTheSameVintage() {
    assertEquals(new Interval(5_000, 6_000, 7_000), find("tinium/mine", "base2024").usdPerTonne());
    assertEquals(new Interval(7_500, 9_000, 10_500), find("tinium/mine", "latest").usdPerTonne());
    assertEquals(
        Source.parse("judgement@2026-11-24#price of tinium/mine from tinium/refined"),
        find("tinium/mine", "latest").provenance().source());
  }

  @Test
  void aStatedPriceIsConvertedAndCitesItsFact() {
    Price stated = find("tinium/mine", "incentive");
    assertEquals(new Interval(4_000, 5_000, 6_000), stated.usdPerTonne());
    assertEquals(
        Source.parse("registers@2026-11-24#price_facts F001"), stated.provenance().source());
    // a metric-ton unit is 10 kg, so 300 USD/mtu is 30,000 USD/t
    assertEquals(
        new Interval(29_000, 30_000, 31_000), find("tinium/refined", "quote").usdPerTonne());
  }

  @Test
  void aBuildUpIsTheCostOfInputsPlusConversion() {
    // 1.25 t of ore at 5,000, plus 1,500 to 3,000
    assertEquals(
        new Interval(7_750, 8_250, 9_250), find("tinium/refined", "incentive").usdPerTonne());
  }

  private Price find(String product, String vintage) {
    return TinyHand.build(folder).prices().list().stream()
        .filter(p -> p.product().toString().equals(product) && p.vintage().equals(vintage))
        .findFirst()
        .orElseThrow();
  }
}
