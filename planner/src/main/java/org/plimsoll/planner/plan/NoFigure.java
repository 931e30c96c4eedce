package org.plimsoll.planner.plan;

/**
 * Stands where a figure would, and says why there is none.
 *
 * @param unit that the figure would have
 * @param why in words that stand by themselves: {@code not solved: …}, {@code nothing arrives}
 */
public record NoFigure(String unit, String why) implements Result {
  public NoFigure {
    if (why.isBlank()) {
      throw new IllegalArgumentException("a missing figure must say why");
    }
  }
}
