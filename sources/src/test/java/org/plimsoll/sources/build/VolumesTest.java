package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Use;

/** Every method of output and use, on the numbers of {@link TinyHand}. */
final class VolumesTest {
  private static final ProductId ORE = ProductId.parse("tinium/mine");
  private static final ProductId REFINED = ProductId.parse("tinium/refined");

  @TempDir private Path folder;

  @BeforeEach
  void writeHand() throws IOException {
    TinyHand.write(folder);
  }

  @Test
  void aSeriesIsReadAndItsOthersAreSplitAmongCountriesThatItDoesNotName() {
    Volumes volumes = TinyHand.build(folder).volumes();
    assertTonnes(Map.of("AAA", 80.0, "BBB", 15.0, "CCC", 3.75, "DDD", 1.25), volumes.output(ORE));
    Amount read = level(volumes, "tinium-mining", "AAA");
    assertEquals(Source.parse("tiny@1#ore/mined"), read.provenance().source());
    assertEquals(Status.READ, read.provenance().status());
    assertEquals(Grade.C, level(volumes, "tinium-mining", "DDD").provenance().grade());
  }

  @Test
  void withoutARuleForThemOthersAreTheRestOfTheWorld() throws IOException {
    TinyHand.edit(folder, "output.csv", "OTH,others -> AAA,series");
    Volumes volumes = TinyHand.build(folder).volumes();
    assertTonnes(Map.of("AAA", 80.0, "BBB", 15.0, "ROW", 5.0), volumes.output(ORE));
  }

  /** Where a reading misleads, a rule by hand stands instead of it. */
  @Test
  void aCountryWithItsOwnRuleTakesNothingOfTheSeries() throws IOException {
    TinyHand.edit(folder, "output.csv", "OTH,others -> AAA,series");
    TinyHand.edit(
        folder,
        "output.csv",
        "tinium-mining,AAA,series,ore/mined,1 -> " + "tinium-mining,AAA,series,ore/mined,0.5");
    Volumes volumes = TinyHand.build(folder).volumes();
    assertEquals(40, level(volumes, "tinium-mining", "AAA").tonnes(), 1e-12);
  }

  @Test
  void theRestOfTheFeedIsWhatNobodyElseTakesOrStocks() {
    Volumes volumes = TinyHand.build(folder).volumes();
    assertEquals(56, level(volumes, "tinium-refining", "AAA").tonnes(), 1e-12);
    assertTonnes(Map.of("AAA", 70.0, "BBB", 25.0), volumes.inputs(ORE));
    assertEquals(
        Source.parse("judgement@2026-11-24#balance of tinium/mine"),
        level(volumes, "tinium-refining", "AAA").provenance().source());
  }

  @Test
  void theRestOfASeriesIsWhatOtherActivitiesDoNotMake() {
    Volumes volumes = TinyHand.build(folder).volumes();
    assertEquals(2, level(volumes, "tinium-recycling", "BBB").tonnes(), 1e-12);
    assertTonnes(Map.of("AAA", 66.0, "BBB", 22.0), volumes.output(REFINED));
  }

  @Test
  void useIsStatedOrAShareOfOutputOrOfTheRest() {
    Volumes volumes = TinyHand.build(folder).volumes();
    SortedMap<CountryCode, Double> use = new TreeMap<>();
    volumes.uses(REFINED).forEach(t -> use.merge(t.country(), t.amount().tonnes(), Double::sum));
    // 88 − 9.2 − 8.8 = 70: 42 to A, 28 to the two countries that have no rule of their own
    assertTonnes(Map.of("AAA", 42.0, "BBB", 9.2, "CCC", 8.8, "DDD", 14.0, "EEE", 14.0), use);
  }

  @Test
  void aUseThatWasReadCitesItsReading() throws IOException {
    TinyHand.edit(folder, "use.csv", "BBB,final,fixed,,,9.2 -> BBB,final,series,refined/made,0.5,");
    Volumes.Taken read = TinyHand.build(folder).volumes().uses(REFINED).getFirst();
    assertEquals(11, read.amount().tonnes());
    assertEquals(Source.parse("tiny@1#refined/made"), read.amount().provenance().source());
  }

  @Test
  void apparentConsumptionIsOutputAndWhatComesInLessWhatGoesOut() throws IOException {
    // A makes 80 and stocks 5; C makes 3.75 and declares 7.5 shipped to A: it can ship 3.75
    TinyHand.edit(
        folder,
        "use.csv",
        "tinium/refined,OTH, -> tinium/mine,OTH,final,apparent,ore/traded,1,,B,derived,\n"
            + "tinium/mine,BBB,final,of-rest,,1,,C,derived,\ntinium/refined,OTH,");
    TinyHand.edit(folder, "output.csv", "AAA,rest-of-feed,,1,, -> AAA,fixed,,1,,8");
    TinyHand.edit(
        folder,
        "output.csv",
        "tinium-refining,BBB,fixed,,1,,20 -> tinium-refining,BBB,fixed,,1,,4");
    Volumes volumes = TinyHand.build(folder).volumes();
    SortedMap<CountryCode, Double> use = new TreeMap<>();
    volumes.uses(ORE).stream()
        .filter(t -> t.purpose() == Use.Purpose.FINAL)
        .forEach(t -> use.merge(t.country(), t.amount().tonnes(), Double::sum));
    // A: 80 − 10 − 5 + 3.75;  D: 1.25;  B the rest: 100 − 5 stocked − 15 of inputs − these
    assertTonnes(Map.of("AAA", 68.75, "DDD", 1.25, "BBB", 10.0), use);
  }

  @Test
  void aClosingRuleStocksWhatIsLeft() throws IOException {
    TinyHand.edit(folder, "output.csv", "AAA,rest-of-feed,,1,, -> AAA,fixed,,1,,40");
    TinyHand.edit(folder, "use.csv", "fixed,,,5 -> closing,,1,");
    Volumes volumes = TinyHand.build(folder).volumes();
    Volumes.Taken stock = volumes.uses(ORE).getFirst();
    assertEquals(Use.Purpose.STOCK_BUILD, stock.purpose());
    // 100 − 1.25 × (40 + 20)
    assertEquals(25, stock.amount().tonnes(), 1e-12);
  }

  @Test
  void aTerritoryIsSplitByManufacturingValueAdded() throws IOException {
    TinyHand.edit(folder, "use.csv", "tinium/refined,BBB, -> tinium/refined,UNION,");
    TinyHand.edit(folder, "use.csv", "tinium/refined,CCC, -> tinium/refined,DDD,");
    Volumes volumes = TinyHand.build(folder).volumes();
    SortedMap<CountryCode, Double> use = new TreeMap<>();
    volumes.uses(REFINED).forEach(t -> use.merge(t.country(), t.amount().tonnes(), Double::sum));
    // 9.2 by 300 to 100, and none of it to anybody twice
    assertTonnes(Map.of("AAA", 42.0, "BBB", 6.9, "CCC", 2.3, "DDD", 8.8, "EEE", 28.0), use);
  }

  @Test
  void aWeightThatMisleadsIsCorrected() throws IOException {
    TinyHand.edit(folder, "value_added.csv", "ZZZ,0.5 -> EEE,0.4");
    Volumes volumes = TinyHand.build(folder).volumes();
    SortedMap<CountryCode, Double> use = new TreeMap<>();
    volumes.uses(REFINED).forEach(t -> use.merge(t.country(), t.amount().tonnes(), Double::sum));
    // 28 by 50 to 20
    assertTonnes(Map.of("AAA", 42.0, "BBB", 9.2, "CCC", 8.8, "DDD", 20.0, "EEE", 8.0), use);
  }

  @Test
  void aMemberWithItsOwnRuleTakesNoPartInItsTerritorys() throws IOException {
    TinyHand.edit(folder, "use.csv", "tinium/refined,AAA,final -> tinium/refined,UNION,final");
    Volumes volumes = TinyHand.build(folder).volumes();
    double ofC =
        volumes.uses(REFINED).stream()
            .filter(t -> t.country().equals(CountryCode.of("CCC")))
            .mapToDouble(t -> t.amount().tonnes())
            .sum();
    assertEquals(8.8, ofC, 1e-12, "only its own");
  }

  private static Amount level(Volumes volumes, String activity, String country) {
    return java.util.Optional.ofNullable(volumes.levels().get(activity))
        .map(byCountry -> byCountry.get(CountryCode.of(country)))
        .orElseThrow();
  }

  private static void assertTonnes(
      Map<String, Double> expected, SortedMap<CountryCode, Double> actual) {
    TreeMap<String, Double> rounded = new TreeMap<>();
    actual.forEach((c, t) -> rounded.put(c.alpha3(), StrictMath.rint(t * 1e9) / 1e9));
    assertEquals(new TreeMap<>(expected), rounded);
  }
}
