package org.plimsoll.planner.plan;

import java.util.List;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;

/**
 * A number of the plan: it never travels without its unit and where it comes from.
 *
 * @param value range over the draws; of no width if only the central case was solved
 * @param unit for example {@code USD/t}; {@code 1} for a share
 * @param grade the weakest of what it rests on
 * @param status read, or derived by the model
 * @param source the row it was read from; empty if it was computed
 * @param derivedFrom what it was computed from: rows, parameters, and the page that gives the
 *     formula; empty if it was read
 */
public record Figure(
    Interval value,
    String unit,
    Grade grade,
    Status status,
    String source,
    List<String> derivedFrom) {
  public Figure {
    derivedFrom = List.copyOf(derivedFrom);
    if (source.isEmpty() == derivedFrom.isEmpty()) {
      throw new IllegalArgumentException(
          "a figure has either a source or what it was derived from, but has "
              + (source.isEmpty() ? "neither" : "both"));
    }
  }

  /** A number as it was read. */
  public static Figure read(double value, String unit, Provenance provenance) {
    return read(Interval.exactly(value), unit, provenance);
  }

  /** A range as it was read. */
  public static Figure read(Interval value, String unit, Provenance provenance) {
    return new Figure(
        value,
        unit,
        provenance.grade(),
        provenance.status(),
        provenance.source().toString(),
        List.of());
  }

  /** A number that the model computed. */
  public static Figure derived(Interval value, String unit, Grade grade, List<String> from) {
    return new Figure(value, unit, grade, Status.DERIVED, "", from);
  }

  /** A number that the model computed, without a range. */
  public static Figure derived(double value, String unit, Grade grade, String... from) {
    return derived(Interval.exactly(value), unit, grade, List.of(from));
  }

  /** The central value. */
  public double central() {
    return value.central();
  }
}
