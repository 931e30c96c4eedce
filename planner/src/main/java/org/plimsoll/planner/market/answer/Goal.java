package org.plimsoll.planner.market.answer;

/** A number that a solved market is asked for, of which sensitivities are wanted. */
@FunctionalInterface
public interface Goal {
  /** Its value in this market. */
  double of(Equilibrium equilibrium);
}
