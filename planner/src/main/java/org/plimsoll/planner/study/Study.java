package org.plimsoll.planner.study;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a list of requests: for each question and quantity a number in the central case
 * and in every draw, or why there is none.
 */
public final class Study {
  private final Map<Cell, Series> cells;

  Study(Map<Cell, Series> cells) {
    this.cells = Collections.unmodifiableMap(new HashMap<>(cells));
  }

  /** A question and a quantity. */
  record Cell(Question question, Quantity quantity) {}

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException if it was not
   */
  public Series get(Question question, Quantity quantity) {
    @Nullable Series series = cells.get(new Cell(question, quantity));
    if (series == null) {
      throw new IllegalArgumentException(
          "%s was not asked for in case %s".formatted(quantity, question.id()));
    }
    return series;
  }

  /** Draw by draw: the quantity after less the quantity before. */
  public Series change(Question after, Question before, Quantity quantity) {
    return get(after, quantity).minus(get(before, quantity));
  }
}
