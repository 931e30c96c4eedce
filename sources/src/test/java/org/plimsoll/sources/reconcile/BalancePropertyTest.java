package org.plimsoll.sources.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.sources.reconcile.Balance.Cell;
import org.plimsoll.sources.reconcile.Balance.Observed;

/** Laws of balancing over random tables. */
final class BalancePropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outputAndUseAreMet(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    List<Cell> cells = balance(trade);
    trade
        .output()
        .forEach((maker, tonnes) ->
            assertEquals(
                1, sum(cells, c -> c.from().equals(maker) ? c.tonnes() : 0) / tonnes, 1e-12));
    trade
        .use()
        .forEach((user, tonnes) ->
            assertEquals(1, sum(cells, c -> c.to().equals(user) ? c.tonnes() : 0) / tonnes, 1e-12));
    assertTrue(cells.stream().allMatch(c -> c.tonnes() > 0));
  }

  /**
   * Rows and columns are scaled as wholes, so between four flows that were all seen the cross ratio
   * stays what was seen.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void crossRatiosOfWhatWasSeenAreKept(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    Map<String, Double> growth = new HashMap<>();
    for (Cell cell : balance(trade)) {
      cell.growth().ifPresent(g -> growth.put(cell.from() + ">" + cell.to(), g));
    }
    for (Observed first : trade.observed()) {
      for (Observed second : trade.observed()) {
        List<Double> corners =
            List.of(first, second).stream()
                .flatMap(a -> List.of(first, second).stream().map(b -> a.from() + ">" + b.to()))
                .filter(growth::containsKey)
                .map(route -> growth.getOrDefault(route, 0.0))
                .toList();
        if (corners.size() == 4) {
          double kept = corners.get(0) * corners.get(3) / (corners.get(1) * corners.get(2));
          assertEquals(1, kept, 1e-9, first + " and " + second);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whoseCustomersAreKnownSellsToThemAndAtHome(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    for (Cell cell : balance(trade)) {
      boolean seen = cell.observedTonnes().isPresent() || cell.from().equals(cell.to());
      if (trade.complete().contains(cell.from()) && !seen) {
        double share = cell.tonnes() / trade.output().getOrDefault(cell.from(), 0.0);
        assertTrue(share < 1e-3, cell + " is " + share + " of output");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theNamesOfCountriesDoNotMatter(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    Map<String, Double> renamed = new HashMap<>();
    List<Observed> observed =
        trade.observed().stream()
            .map(o -> new Observed(other(o.from()), other(o.to()), o.tonnes(), o.grade()))
            .toList();
    Set<CountryCode> complete = new TreeSet<>();
    trade.complete().forEach(c -> complete.add(other(c)));
    Balance.of(rename(trade.output()), rename(trade.use()), observed, complete, Grade.B)
        .forEach(c -> renamed.put(c.from() + ">" + c.to(), c.tonnes()));
    for (Cell cell : balance(trade)) {
      double tonnes = renamed.getOrDefault(other(cell.from()) + ">" + other(cell.to()), 0.0);
      assertEquals(1, tonnes / cell.tonnes(), 1e-6, cell.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfMassDoesNotMatter(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    List<Cell> tonnes = balance(trade);
    List<Cell> kilograms =
        Balance.of(
            times(trade.output(), 1024),
            times(trade.use(), 1024),
            trade.observed().stream()
                .map(o -> new Observed(o.from(), o.to(), 1024 * o.tonnes(), o.grade()))
                .toList(),
            trade.complete(),
            Grade.B);
    assertEquals(tonnes.size(), kilograms.size());
    for (int i = 0; i < tonnes.size(); i++) {
      // A power of two scales every double exactly.
      assertEquals(1024 * tonnes.get(i).tonnes(), kilograms.get(i).tonnes());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTonneTooMuchIsRefused(long seed) {
    RandomTrade trade = RandomTrade.of(seed);
    TreeMap<CountryCode, Double> more = new TreeMap<>(trade.use());
    more.merge(more.firstKey(), 1.0, Double::sum);
    assertThrows(
        IllegalArgumentException.class,
        () -> Balance.of(trade.output(), more, trade.observed(), trade.complete(), Grade.B));
  }

  private static List<Cell> balance(RandomTrade trade) {
    return Balance.of(trade.output(), trade.use(), trade.observed(), trade.complete(), Grade.B);
  }

  private static double sum(List<Cell> cells, ToDoubleFunction<Cell> part) {
    return cells.stream().mapToDouble(part).sum();
  }

  private static SortedMap<CountryCode, Double> times(
      SortedMap<CountryCode, Double> tonnes, double factor) {
    TreeMap<CountryCode, Double> scaled = new TreeMap<>();
    tonnes.forEach((country, t) -> scaled.put(country, factor * t));
    return scaled;
  }

  /** Another name that turns the order around. */
  private static CountryCode other(CountryCode code) {
    char letter = (char) ('Z' - (code.alpha3().charAt(0) - 'A'));
    return CountryCode.of("" + letter + letter + letter);
  }

  private static SortedMap<CountryCode, Double> rename(SortedMap<CountryCode, Double> tonnes) {
    TreeMap<CountryCode, Double> renamed = new TreeMap<>();
    tonnes.forEach((country, t) -> renamed.put(other(country), t));
    return renamed;
  }
}
