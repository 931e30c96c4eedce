package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How well the first k of an order do, where the truth is known.
 *
 * @param k lines inspected, at most as many as there are
 * @param hits of them that were planted
 * @param precision hits ÷ k, with its interval
 * @param recall hits ÷ all that were planted; 0 if nothing was
 */
public record PrecisionAt(int k, int hits, WilsonInterval precision, double recall) {
  /** For several k, each no more than once. */
  public static List<PrecisionAt> of(List<String> order, Set<String> planted, List<Integer> ks) {
    List<PrecisionAt> all = new ArrayList<>();
    for (int wanted : ks) {
      int k = Math.min(wanted, order.size());
      int hits = 0;
      for (String key : order.subList(0, k)) {
        hits += planted.contains(key) ? 1 : 0;
      }
      double recall = planted.isEmpty() ? 0 : (double) hits / planted.size();
      PrecisionAt at = new PrecisionAt(k, hits, WilsonInterval.of(hits, k), recall);
      if (!all.contains(at)) {
        all.add(at);
      }
    }
    return all;
  }
}
