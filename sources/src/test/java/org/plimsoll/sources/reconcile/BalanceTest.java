package org.plimsoll.sources.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.sources.reconcile.Balance.Cell;
import org.plimsoll.sources.reconcile.Balance.Observed;

/** Balancing on tables that a person can check. */
final class BalanceTest {
  private static final CountryCode A = CountryCode.of("AAA");
  private static final CountryCode B = CountryCode.of("BBB");
  private static final CountryCode C = CountryCode.of("CCC");

  @Test
  void twoByTwoKeepsTheCrossRatioOfItsSeed() {
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 80.0, B, 20.0)),
            tonnes(Map.of(A, 70.0, B, 30.0)),
            List.of(new Observed(A, B, 10, Grade.B)),
            Set.of(),
            Grade.A);
    // A is a net exporter and makes 0.99 × min(80 − 10, 70) = 69.3 of its own use; B, a net
    // importer, keeps 0.9 × min(20, 30) = 18. Deficits are 70 − 69.3 = 0.7 and 30 − 18 − 10 = 2; B
    // has 2 left, of which the seed gives A 2 × 0.7 ÷ 2.7. Scaling rows and columns leaves
    // r = AA·BB ÷ (AB·BA) as it is in the seed, so with AB = t:
    //   (80 − t)(30 − t) = r t (t − 10)
    double r = 69.3 * 18 / (10 * (2 * 0.7 / 2.7));
    double p = 10 * r - 110;
    double t = (p + StrictMath.sqrt(p * p + 4 * (r - 1) * 2400)) / (2 * (r - 1));
    assertEquals(10.534, t, 1e-3);
    assertEquals(t, find(cells, A, B).tonnes(), 1e-9);
    assertEquals(80 - t, find(cells, A, A).tonnes(), 1e-9);
    assertEquals(t - 10, find(cells, B, A).tonnes(), 1e-9);
    assertEquals(30 - t, find(cells, B, B).tonnes(), 1e-9);
  }

  @Test
  void whatAddsUpAlreadyStaysAsItIs() {
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 60.0, B, 30.0, C, 10.0)),
            tonnes(Map.of(A, 40.0, B, 40.0, C, 20.0)),
            List.of(
                new Observed(A, B, 15, Grade.A),
                new Observed(A, C, 5, Grade.B),
                new Observed(B, C, 5, Grade.A)),
            Set.of(A, B, C),
            Grade.B);
    assertEquals(6, cells.size(), cells.toString());
    assertEquals(40, find(cells, A, A).tonnes(), 1e-4);
    assertEquals(15, find(cells, A, B).tonnes(), 1e-4);
    assertEquals(5, find(cells, A, C).tonnes(), 1e-4);
    assertEquals(25, find(cells, B, B).tonnes(), 1e-4);
    assertEquals(5, find(cells, B, C).tonnes(), 1e-4);
    assertEquals(10, find(cells, C, C).tonnes(), 1e-4);
  }

  @Test
  void aCellKnowsWhatWasObservedAndHowWell() {
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 80.0, B, 20.0)),
            tonnes(Map.of(A, 70.0, B, 30.0)),
            List.of(new Observed(A, B, 10, Grade.B)),
            Set.of(),
            Grade.A);
    Cell flow = find(cells, A, B);
    assertEquals(OptionalDouble.of(10), flow.observedTonnes());
    assertEquals(1.0534, flow.growth().orElseThrow(), 1e-4);
    assertEquals(Grade.B, flow.grade());
    assertEquals(Grade.A, find(cells, A, A).grade(), "what stays at home is known as output is");
    assertEquals(Grade.C, find(cells, B, A).grade(), "nobody saw it");
    assertEquals(OptionalDouble.empty(), find(cells, B, A).growth());
  }

  @Test
  void anObservationThatBalancingMovesFarIsNoLongerAClean() {
    // A sells its 90 to B and C, who take 60 and 30 whatever was seen.
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 90.0)),
            tonnes(Map.of(B, 60.0, C, 30.0)),
            List.of(new Observed(A, B, 45, Grade.A), new Observed(A, C, 9, Grade.A)),
            Set.of(A),
            Grade.A);
    assertEquals(60, find(cells, A, B).tonnes(), 1e-9);
    assertEquals(Grade.A, find(cells, A, B).grade(), "60 of 45: within a half");
    assertEquals(Grade.C, find(cells, A, C).grade(), "30 of 9: more than threefold");
    cells =
        Balance.of(
            tonnes(Map.of(A, 90.0)),
            tonnes(Map.of(B, 60.0, C, 30.0)),
            List.of(new Observed(A, B, 30, Grade.A), new Observed(A, C, 30, Grade.C)),
            Set.of(A),
            Grade.A);
    assertEquals(Grade.B, find(cells, A, B).grade(), "60 of 30: doubled");
    assertEquals(Grade.C, find(cells, A, C).grade(), "it never gets better");
  }

  @Test
  void severalObservationsOfARouteAddUpAndHaveTheWorstGrade() {
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 80.0, B, 20.0)),
            tonnes(Map.of(A, 70.0, B, 30.0)),
            List.of(new Observed(A, B, 6, Grade.A), new Observed(A, B, 4, Grade.C)),
            Set.of(),
            Grade.A);
    assertEquals(OptionalDouble.of(10), find(cells, A, B).observedTonnes());
    assertEquals(Grade.C, find(cells, A, B).grade());
  }

  @Test
  void aCountryThatNeitherMakesNorUsesTakesNoPart() {
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 10.0, C, 0.0)),
            tonnes(Map.of(A, 6.0, B, 4.0)),
            List.of(new Observed(C, B, 4, Grade.A), new Observed(A, C, 1, Grade.A)),
            Set.of(),
            Grade.A);
    assertEquals(2, cells.size(), cells.toString());
    assertEquals(4, find(cells, A, B).tonnes(), 1e-12);
  }

  @Test
  void anExporterWithOneOutletSellsNowhereElse() {
    List<Cell> cells =
        Balance.of(
            tonnes(Map.of(A, 90.0, B, 10.0)),
            tonnes(Map.of(A, 60.0, C, 40.0)),
            List.of(new Observed(B, A, 8, Grade.B)),
            Set.of(B),
            Grade.A);
    assertEquals(10, find(cells, B, A).tonnes(), 1e-3, "all of it, though only 8 were seen");
    assertTrue(cells.stream().noneMatch(c -> c.from().equals(B) && c.to().equals(C)));
  }

  @Test
  void sumsThatDifferAreRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Balance.of(
                    tonnes(Map.of(A, 80.0)),
                    tonnes(Map.of(A, 50.0, B, 29.9)),
                    List.of(),
                    Set.of(),
                    Grade.A));
    assertEquals("output and use must be equal, but are 80.0 and 79.9", e.getMessage());
  }

  private static SortedMap<CountryCode, Double> tonnes(Map<CountryCode, Double> tonnes) {
    return new TreeMap<>(tonnes);
  }

  private static Cell find(List<Cell> cells, CountryCode from, CountryCode to) {
    return cells.stream()
        .filter(c -> c.from().equals(from) && c.to().equals(to))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cell " + from + " to " + to + " in " + cells));
  }
}
