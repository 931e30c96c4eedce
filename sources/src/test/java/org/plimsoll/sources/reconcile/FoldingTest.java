package org.plimsoll.sources.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.place.CountryCode;

/** Small countries put together. */
final class FoldingTest {
  private static final CountryCode CHN = CountryCode.of("CHN");
  private static final CountryCode JPN = CountryCode.of("JPN");
  private static final CountryCode BEL = CountryCode.of("BEL");
  private static final CountryCode TJK = CountryCode.of("TJK");
  private static final Set<CountryCode> UNION = Set.of(BEL, CountryCode.of("FRA"));

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @Test
  void smallMembersOfTheUnionGoToItsRestOthersToTheWorlds() {
    Map<CountryCode, Double> output = Map.of(CHN, 991.0, BEL, 4.0, TJK, 4.0, JPN, 1.0);
    Folding folding = Folding.of(List.of(output), 0.005, Set.of(JPN), UNION);
    assertEquals(
        Map.of(CHN, 991.0, CountryCode.REST_OF_EU, 4.0, CountryCode.REST_OF_WORLD, 4.0, JPN, 1.0),
        folding.fold(output));
  }

  @Test
  void aShareOfAnyOneTotalIsEnough() {
    Map<CountryCode, Double> mined = Map.of(CHN, 999.0, TJK, 1.0);
    Map<CountryCode, Double> smelted = Map.of(CHN, 90.0, TJK, 10.0);
    Folding folding = Folding.of(List.of(mined, smelted), 0.005, Set.of(), UNION);
    assertEquals(TJK, folding.fold(TJK));
  }

  @Test
  void aCountryExactlyAtTheThresholdStandsForItself() {
    Folding folding = Folding.of(List.of(Map.of(CHN, 995.0, TJK, 5.0)), 0.005, Set.of(), UNION);
    assertEquals(TJK, folding.fold(TJK));
  }

  @Test
  void whoIsAlwaysKeptButTakesNoPartIsFolded() {
    Folding folding = Folding.of(List.of(Map.of(CHN, 1.0, JPN, 0.0)), 0, Set.of(JPN), UNION);
    assertEquals(CountryCode.REST_OF_WORLD, folding.fold(JPN));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSumStaysAndFoldingTwiceIsFoldingOnce(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    Set<CountryCode> union = Set.of(RandomTrade.country(1), RandomTrade.country(2));
    Folding folding =
        Folding.of(List.of(trade.output(), trade.use()), 0.05, trade.complete(), union);
    SortedMap<CountryCode, Double> folded = folding.fold(trade.output());
    assertEquals(sum(trade.output()), sum(folded), 1e-9 * sum(folded));
    assertEquals(folded, folding.fold(folded));
    trade.complete().forEach(country -> assertTrue(folded.containsKey(country), country + ""));
  }

  private static double sum(Map<CountryCode, Double> tonnes) {
    return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
