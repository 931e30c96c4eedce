package org.plimsoll.planner.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of a reference price when its estimate is made again: R moves only if |R̂ ÷ R − 1|
 * is above a band, by at most a step, after notice.
 *
 * @param before R in force, USD a tonne
 * @param estimate R̂, made again
 * @param after R from the day on
 * @param from the day from which it holds; the day of the estimate if it does not move
 */
public record Revision(double before, double estimate, double after, LocalDate from) {
  /** The figures of the rule. */
  public record Rule(double band, double step, int noticeDays) {}

  /** A share by which energy, wages or currency moved, and its weight. */
  public record Move(double weight, double change) {}

  /**
   * The revision of a reference price.
   *
   * @param on day of the estimate
   */
  public static Revision of(double before, double estimate, Rule rule, LocalDate on) {
    double change = estimate / before - 1;
    if (!(Math.abs(change) > rule.band())) {
      return new Revision(before, estimate, before, on);
    }
    double moved = Math.clamp(change, -rule.step(), rule.step());
    return new Revision(before, estimate, before * (1 + moved), on.plusDays(rule.noticeDays()));
  }

  /** An estimate indexed by what moved since: R̂ × (1 + Σ weight × change). */
  public static double indexed(double estimate, List<Move> moves) {
    return estimate * (1 + moves.stream().mapToDouble(move -> move.weight() * move.change()).sum());
  }

  /** Whether the reference price moves. */
  public boolean isMoved() {
    return after != before;
  }
}
