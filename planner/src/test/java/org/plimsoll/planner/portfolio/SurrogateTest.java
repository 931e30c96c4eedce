package org.plimsoll.planner.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SurrogateTest {
  /** A random instance: what each candidate, pair and bundle adds, and what candidates cost. */
  private record Instance(double[] alone, double[][] pairs, List<long[]> bundles, double[] cost) {
    static Instance of(SplittableRandom random) {
      int n = 2 + random.nextInt(11);
      double[] alone = random.doubles(n, -20, 50).toArray();
      double[][] pairs = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          pairs[i][j] = random.nextDouble(-30, 20);
        }
      }
      List<long[]> bundles = new ArrayList<>();
      for (int b = 0; b < 2; b++) {
        long set = random.nextLong(1L << n);
        if (Long.bitCount(set) > 2) {
          bundles.add(new long[] {set, random.nextInt(200)});
        }
      }
      return new Instance(alone, pairs, bundles, random.doubles(n, 1, 10).toArray());
    }

    int n() {
      return alone.length;
    }

    double value(long set) {
      double sum = 0;
      for (int i = 0; i < n(); i++) {
        if ((set & 1L << i) != 0) {
          sum += alone[i];
          for (int j = i + 1; j < n(); j++) {
            sum += (set & 1L << j) != 0 ? pairs[i][j] : 0;
          }
        }
      }
      for (long[] bundle : bundles) {
        sum += (bundle[0] & ~set) == 0 ? bundle[1] : 0;
      }
      return sum;
    }

    double cost(long set) {
      double sum = 0;
      for (int i = 0; i < n(); i++) {
        sum += (set & 1L << i) != 0 ? cost[i] : 0;
      }
      return sum;
    }

    Surrogate surrogate() {
      Surrogate surrogate = new Surrogate(n());
      surrogate.addPart(0, 0);
      for (int size = 1; size <= 2; size++) {
        for (long set = 0; set < 1L << n(); set++) {
          if (Long.bitCount(set) == size) {
            surrogate.addPart(set, value(set));
          }
        }
      }
      bundles.stream()
          .map(bundle -> bundle[0])
          .distinct()
          .sorted(java.util.Comparator.comparingInt(Long::bitCount))
          .forEach(set -> surrogate.addPart(set, value(set)));
      return surrogate;
    }
  }

  /** Goes through all sets, two hundred times, under a budget. */
  @Test
  void theBestSetIsThatOfEnumeration() {
    SplittableRandom random = new SplittableRandom(20260204);
    for (int k = 0; k < 200; k++) {
      Instance instance = Instance.of(random);
      double budget = random.nextDouble(5, 60);
      double best =
          LongStream.range(0, 1L << instance.n())
              .filter(set -> instance.cost(set) <= budget)
              .mapToDouble(instance::value)
              .max()
              .orElseThrow();
      long found = instance.surrogate().best(1, set -> instance.cost(set) <= budget).getFirst();
      assertEquals(best, instance.value(found), 1e-9, "instance " + k);
    }
  }

  /** Four links of which each, each two and each three are worth nothing. */
  @Test
  void pairsAloneMissFourComplements() {
    double[] cost = {1, 1, 1, 1};
    Surrogate pairs = new Surrogate(4);
    pairs.addPart(0, 0);
    for (int size = 1; size <= 2; size++) {
      for (long set = 0; set < 16; set++) {
        if (Long.bitCount(set) == size) {
          pairs.addPart(set, -size);
        }
      }
    }
    assertEquals(0L, pairs.best(1, set -> true).getFirst(), "pairs show only cost");
    pairs.addPart(15, 100 - 4 * cost[0]);
    assertEquals(15L, pairs.best(1, set -> true).getFirst(), "the bundle shows what they gain");
  }

  @Test
  void aSolvedSetHasItsOwnValueAndItsSupersetsKeepTheirs() {
    Surrogate surrogate = new Surrogate(3);
    surrogate.addPart(0, 0);
    surrogate.addPart(1, 10);
    surrogate.addPart(2, 5);
    surrogate.set(3, 7);
    assertEquals(7, surrogate.value(3));
    assertEquals(15, surrogate.value(7));
    assertTrue(surrogate.isExact(3) && !surrogate.isExact(7));
  }

  @Test
  void tooManyCandidatesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Surrogate(Surrogate.MOST + 1));
  }
}
