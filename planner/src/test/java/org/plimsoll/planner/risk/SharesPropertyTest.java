package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.place.CountryCode;

/** Laws of the indices on random suppliers; the failing seed is the test's name. */
class SharesPropertyTest {
  private static final double ROUNDING = 1e-12;

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void herfindahlLiesBetweenOneOverNAndOne(long seed) {
    Shares shares = Shares.of(suppliers(seed)).orElseThrow();
    Bounds hhi = shares.herfindahl();
    assertTrue(hhi.isExact());
    assertTrue(hhi.low() >= 1.0 / shares.count() - ROUNDING);
    assertTrue(hhi.high() <= 1 + ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mergingTwoSuppliersNeverLowersIt(long seed) {
    SortedMap<CountryCode, Double> apart = suppliers(seed);
    SortedMap<CountryCode, Double> merged = new TreeMap<>(apart);
    List<CountryCode> codes = new ArrayList<>(apart.keySet());
    move(merged, codes.get(1), codes.get(0));
    double before = Shares.of(apart).orElseThrow().herfindahl().high();
    double after = Shares.of(merged).orElseThrow().herfindahl().high();
    assertTrue(after >= before, before + " became " + after);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void foldingIntoRestOfWorldKeepsTheTruthInTheBounds(long seed) {
    SortedMap<CountryCode, Double> apart = suppliers(seed);
    SortedMap<CountryCode, Double> folded = new TreeMap<>(apart);
    List<CountryCode> codes = new ArrayList<>(apart.keySet());
    for (CountryCode code : codes.subList(0, codes.size() / 2)) {
      move(folded, code, CountryCode.REST_OF_WORLD);
    }
    Bounds truth = Shares.of(apart).orElseThrow().herfindahl();
    Bounds seen = Shares.of(folded).orElseThrow().herfindahl();
    assertTrue(seen.low() <= truth.low() + ROUNDING);
    assertTrue(seen.high() >= truth.high() - ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfTheAmountsDoesNotMatter(long seed) {
    SortedMap<CountryCode, Double> kilograms = new TreeMap<>(suppliers(seed));
    kilograms.replaceAll((country, tonnes) -> 1_000 * tonnes);
    assertEquals(
        Shares.of(suppliers(seed)).orElseThrow().herfindahl().high(),
        Shares.of(kilograms).orElseThrow().herfindahl().high(),
        ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weightingLiesBetweenZeroAndTenTimesTheIndex(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeMap<CountryCode, OptionalDouble> governance = new TreeMap<>();
    SortedMap<CountryCode, Double> suppliers = suppliers(seed);
    for (CountryCode code : suppliers.keySet()) {
      governance.put(
          code,
          random.nextInt(4) == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(random.nextDouble(-2.5, 2.5)));
    }
    Shares shares = Shares.of(suppliers).orElseThrow();
    Bounds weighted =
        shares.governanceWeighted(c -> governance.getOrDefault(c, OptionalDouble.empty()));
    assertTrue(weighted.low() >= 0);
    assertTrue(weighted.high() <= 10 * shares.herfindahl().high() + ROUNDING);
  }

  private static void move(
      SortedMap<CountryCode, Double> tonnes, CountryCode from, CountryCode to) {
    tonnes.merge(to, tonnes.getOrDefault(from, 0.0), Double::sum);
    tonnes.remove(from);
  }

  private static SortedMap<CountryCode, Double> suppliers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = 2 + random.nextInt(20);
    TreeMap<CountryCode, Double> tonnes = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String code = "A" + (char) ('A' + i) + (char) ('A' + random.nextInt(26));
      tonnes.put(CountryCode.of(code), StrictMath.exp(random.nextDouble(-3, 10)));
    }
    return tonnes;
  }
}
