package org.plimsoll.planner.plan;

import org.plimsoll.planner.study.Reading.Bound;

/**
 * How the ends and the middle of a range relate to the number asked for: a price behind an assumed
 * ceiling is at least what is written.
 *
 * @param low of the low end
 * @param central of the central value
 * @param high of the high end
 */
public record Bounds(Bound low, Bound central, Bound high) {
  /** Every value is what it says. */
  public static final Bounds EXACT = new Bounds(Bound.EXACT, Bound.EXACT, Bound.EXACT);

  /** The same bound throughout. */
  public static Bounds of(Bound bound) {
    return new Bounds(bound, bound, bound);
  }
}
