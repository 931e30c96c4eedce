package org.plimsoll.planner.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Values of all sets of at most {@value #MOST} candidates from those that were solved. A set is a
 * number whose bit i stands for candidate i.
 *
 * <pre>
 *   V̂(A) = Σ over solved parts B ⊆ A of m(B),   m(B) = V(B) − Σ over solved parts C ⊂ B of m(C)
 * </pre>
 *
 * <p>With singles and pairs alone that is Σ vᵢ + Σ vᵢⱼ; a bundle adds what its pairs do not show. A
 * set that was solved has its own value.
 */
final class Surrogate {
  /** Sets of so many candidates are gone through one by one. */
  static final int MOST = 12;

  private final int count;
  private final Map<Long, Double> parts = new TreeMap<>();
  private final Map<Long, Double> exact = new TreeMap<>();

  /**
   * @param count of candidates
   */
  Surrogate(int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException(
          "%d candidates are too many\nMaybe at most %d".formatted(count, MOST));
    }
    this.count = count;
  }

  /** Adds a solved set as a part of its supersets; its own parts must have been added before. */
  void addPart(long set, double value) {
    parts.put(set, value - sum(set));
    exact.put(set, value);
  }

  /** Says what a set is worth, and nothing about its supersets. */
  void set(long set, double value) {
    exact.put(set, value);
  }

  private double sum(long set) {
    double sum = 0;
    for (Map.Entry<Long, Double> part : parts.entrySet()) {
      if ((part.getKey() & ~set) == 0) {
        sum += part.getValue();
      }
    }
    return sum;
  }

  boolean isExact(long set) {
    return exact.containsKey(set);
  }

  /** V̂: the value itself where the set was solved. */
  double value(long set) {
    Double known = exact.get(set);
    return known != null ? known : sum(set);
  }

  /** The best sets, the empty one among them, the best first; of equal ones that of fewer. */
  List<Long> best(int most, LongPredicate isAllowed) {
    record Valued(long set, double value) {}
    List<Valued> all = new ArrayList<>();
    for (long set = 0; set < 1L << count; set++) {
      if (isAllowed.test(set)) {
        all.add(new Valued(set, value(set)));
      }
    }
    all.sort(
        Comparator.comparingDouble((Valued v) -> -v.value())
            .thenComparingInt(v -> Long.bitCount(v.set()))
            .thenComparingLong(Valued::set));
    return all.stream().limit(most).map(Valued::set).toList();
  }
}
