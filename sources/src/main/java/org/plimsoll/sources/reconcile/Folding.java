package org.plimsoll.sources.reconcile;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;

/**
 * Which countries of a chain stand for themselves. The others are added up into the rest of the
 * European Union or of the world, so that each solve stays small.
 */
public final class Folding {
  private final SortedSet<CountryCode> kept;
  private final Set<CountryCode> union;

  private Folding(SortedSet<CountryCode> kept, Set<CountryCode> union) {
    this.kept = kept;
    this.union = union;
  }

  /**
   * Keeps every country that has at least {@code threshold} of some total, and those named.
   *
   * @param totals tonnes by country: one map for output and one for use of each product
   * @param threshold share of a total, in [0, 1]
   * @param always kept if they appear at all
   * @param union members of the customs union whose small members are folded together
   */
  public static Folding of(
      Collection<? extends Map<CountryCode, Double>> totals,
      double threshold,
      Set<CountryCode> always,
      Set<CountryCode> union) {
    SortedSet<CountryCode> kept = new TreeSet<>();
    for (Map<CountryCode, Double> tonnes : totals) {
      double total = tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
      tonnes.forEach((country, t) -> {
        if (t > 0 && (t >= threshold * total || always.contains(country))) {
          kept.add(country);
        }
      });
    }
    return new Folding(kept, union);
  }

  /** The country itself, or the aggregate that holds it. */
  public CountryCode fold(CountryCode country) {
    if (kept.contains(country) || country.isAggregate()) {
      return country;
    }
    return union.contains(country) ? CountryCode.REST_OF_EU : CountryCode.REST_OF_WORLD;
  }

  /** Tonnes by country after folding; the sum stays. */
  public SortedMap<CountryCode, Double> fold(Map<CountryCode, Double> tonnes) {
    SortedMap<CountryCode, Double> folded = new TreeMap<>();
    tonnes.forEach((country, t) -> folded.merge(fold(country), t, Double::sum));
    return folded;
  }
}
