package org.plimsoll.planner.floors;

/** What a floor is to reach. */
public sealed interface FloorTarget {
  /** Each of the members' makers with output is paid at least this, USD a tonne. */
  record Paid(double usdPerTonne) implements FloorTarget {}

  /** No country outside the alliance supplies more than this share of the members' use. */
  record FirstSupplier(double share) implements FloorTarget {}

  /** The members make at least this, tonnes a year. */
  record Output(double tonnes) implements FloorTarget {}
}
