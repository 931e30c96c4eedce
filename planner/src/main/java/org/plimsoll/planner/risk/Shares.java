package org.plimsoll.planner.risk;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plimsoll.model.place.CountryCode;

/**
 * Suppliers' shares in an amount: positive, summing to 1, in code order.
 *
 * <p>Both indices are sums of squares, so an aggregate such as {@link CountryCode#REST_OF_WORLD}
 * counted as one supplier overstates them. They are therefore bounds: the lower one takes each
 * aggregate as many small suppliers, whose squares vanish, the upper one as a single supplier.
 */
public final class Shares {
  private final SortedMap<CountryCode, Double> byCountry;

  private Shares(SortedMap<CountryCode, Double> byCountry) {
    this.byCountry = Collections.unmodifiableSortedMap(byCountry);
  }

  /**
   * Shares in tonnes (or any one unit); suppliers of nothing are left out. Empty if nobody
   * supplies.
   *
   * @throws IllegalArgumentException if an amount is negative or not a number
   */
  public static Optional<Shares> of(SortedMap<CountryCode, Double> amounts) {
    double total = 0;
    for (Map.Entry<CountryCode, Double> entry : amounts.entrySet()) {
      if (!(entry.getValue() >= 0)) {
        throw new IllegalArgumentException(
            "a supplier's amount must not be negative, but that of %s is %s"
                .formatted(entry.getKey(), entry.getValue()));
      }
      total += entry.getValue();
    }
    if (total == 0) {
      return Optional.empty();
    }
    TreeMap<CountryCode, Double> shares = new TreeMap<>();
    for (Map.Entry<CountryCode, Double> entry : amounts.entrySet()) {
      if (entry.getValue() > 0) {
        shares.put(entry.getKey(), entry.getValue() / total);
      }
    }
    return Optional.of(new Shares(shares));
  }

  /** Share by supplier, in code order. */
  public SortedMap<CountryCode, Double> byCountry() {
    return byCountry;
  }

  /** Number of suppliers; an aggregate counts as one. */
  public int count() {
    return byCountry.size();
  }

  /** The supplier of the largest share; of two equal ones the first by code. */
  public CountryCode largest() {
    CountryCode largest = byCountry.firstKey();
    for (Map.Entry<CountryCode, Double> entry : byCountry.entrySet()) {
      if (entry.getValue() > byCountry.getOrDefault(largest, 0.0)) {
        largest = entry.getKey();
      }
    }
    return largest;
  }

  /**
   * The Herfindahl–Hirschman index HHI = Σ s², in [1/n, 1] for n suppliers when none is an
   * aggregate. Times 10,000 it is the index of competition authorities.
   */
  public Bounds herfindahl() {
    double low = 0;
    double high = 0;
    for (Map.Entry<CountryCode, Double> entry : byCountry.entrySet()) {
      double square = entry.getValue() * entry.getValue();
      high += square;
      low += entry.getKey().isAggregate() ? 0 : square;
    }
    return new Bounds(low, high);
  }

  /**
   * The governance-weighted index HHI·WGI = Σ s² w, in [0, 10], with w from {@link
   * Governance#toWeight}. A supplier whose governance is not known has the weight 0 in the lower
   * bound and 10 in the upper one.
   *
   * @param governance mean of the Worldwide Governance Indicators, −2.5 to 2.5; empty if not known
   */
  public Bounds governanceWeighted(Function<CountryCode, OptionalDouble> governance) {
    double low = 0;
    double high = 0;
    for (Map.Entry<CountryCode, Double> entry : byCountry.entrySet()) {
      double square = entry.getValue() * entry.getValue();
      OptionalDouble known = governance.apply(entry.getKey());
      if (known.isPresent()) {
        double weighted = square * Governance.toWeight(known.getAsDouble());
        high += weighted;
        low += entry.getKey().isAggregate() ? 0 : weighted;
      } else {
        high += square * Governance.WORST_WEIGHT;
      }
    }
    return new Bounds(low, high);
  }
}
