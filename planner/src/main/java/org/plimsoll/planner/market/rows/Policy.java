package org.plimsoll.planner.market.rows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;

/**
 * The measures that a regime was built from, as they are written, and what their names and figures
 * mean. The audit puts wedges together from it; no search reads it.
 *
 * @param measures in order, whether they touch the chain or not
 * @param asOf the date on which they must be in force; empty if dates do not matter
 * @param members the places that a name means
 * @param figures their figures in this draw
 * @param freeTrade places that levy no base duty on one another
 */
public record Policy(
    List<? extends Measure> measures,
    Optional<LocalDate> asOf,
    Function<Parties, SortedSet<Place>> members,
    Figures figures,
    SortedSet<? extends Place> freeTrade) {
  /** No measures. */
  static final Policy NONE =
      new Policy(
          List.of(),
          Optional.empty(),
          parties -> Collections.emptySortedSet(),
          (measure, field, range) -> range.central(),
          Collections.emptySortedSet());

  public Policy {
    measures = List.copyOf(measures);
  }

  /** Figures of measures in a draw. */
  @FunctionalInterface
  public interface Figures {
    /** The measure's own figure. */
    double of(Measure measure, String field, Interval range);
  }
}
