package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One quantity in the central case and in every draw.
 *
 * @param central every parameter at its central value
 * @param draws in the order of their numbers; none in a study of the central case alone
 */
public record Series(Reading central, List<Reading> draws) {
  public Series {
    draws = List.copyOf(draws);
  }

  /** A series without draws. */
  public static Series of(Reading central) {
    return new Series(central, List.of());
  }

  /** Draw by draw: this less the other. */
  public Series minus(Series other) {
    return with(other, Reading::minus);
  }

  /** Draw by draw: the sum of both. */
  public Series plus(Series other) {
    return with(other, Reading::plus);
  }

  /** Draw by draw: the change from the other, a share of it. */
  public Series changeFrom(Series other) {
    return with(other, Reading::changeFrom);
  }

  /** Draw by draw: this over the other. */
  public Series over(Series other) {
    return with(other, Reading::over);
  }

  /** Draw by draw: this, but missing wherever the other is above 0, and why. */
  public Series unless(Series other, String why) {
    return with(
        other,
        (its, test) ->
            test instanceof Reading.Known known && known.value() > 0
                ? new Reading.Missing(why)
                : its);
  }

  /** Every reading, but no less than 0. */
  public Series atLeastZero() {
    return map(Reading::atLeastZero);
  }

  /** Every reading times a factor. */
  public Series times(double factor) {
    return map(reading -> reading.times(factor));
  }

  /** Every reading changed by itself. */
  public Series map(UnaryOperator<Reading> change) {
    return new Series(change.apply(central), draws.stream().map(change).toList());
  }

  private interface Pairing {
    Reading of(Reading one, Reading other);
  }

  private Series with(Series other, Pairing pairing) {
    if (draws.size() != other.draws.size()) {
      throw new IllegalArgumentException(
          "%d draws do not pair with %d".formatted(draws.size(), other.draws.size()));
    }
    List<Reading> paired = new ArrayList<>(draws.size());
    for (int i = 0; i < draws.size(); i++) {
      paired.add(pairing.of(draws.get(i), other.draws.get(i)));
    }
    return new Series(pairing.of(central, other.central), paired);
  }

  /** The draws that have a number, in their order. */
  public List<Reading.Known> listKnown() {
    List<Reading.Known> known = new ArrayList<>();
    for (Reading draw : draws) {
      if (draw instanceof Reading.Known number) {
        known.add(number);
      }
    }
    return known;
  }

  /** Why draws have no number: the words and how many draws say so. */
  public SortedMap<String, Integer> countMissing() {
    SortedMap<String, Integer> reasons = new TreeMap<>();
    for (Reading draw : draws) {
      if (draw instanceof Reading.Missing missing) {
        reasons.merge(missing.why(), 1, Integer::sum);
      }
    }
    return reasons;
  }
}
