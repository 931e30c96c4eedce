package org.plimsoll.planner.market.answer;

import org.plimsoll.model.provenance.Interval;

/**
 * What a goal changes by for each unit of a figure.
 *
 * @param name of the parameter, or {@code measure} for a figure of a measure
 * @param scope of the parameter's row, or the measure's id and field
 * @param range of the figure
 * @param value of the figure in this draw
 * @param below derivative as the figure falls
 * @param above derivative as it rises; the same but at a kink
 */
public record Sensitivity(
    String name, String scope, Interval range, double value, double below, double above) {
  /** Whether the two sides differ. */
  public boolean isAtKink() {
    return below != above;
  }

  /** What the goal would change by over the figure's whole range, to the first order. */
  public double swing() {
    return below * (value - range.low()) + above * (range.high() - value);
  }
}
