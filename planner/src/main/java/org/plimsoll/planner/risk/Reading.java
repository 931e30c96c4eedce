package org.plimsoll.planner.risk;

/**
 * The two readings of what is not known. The lower one takes an aggregate, and a rest without a
 * name, as many small suppliers, whose squares vanish, and what has no governance as harmless; the
 * upper one takes each as a single supplier, and what has no governance as the worst.
 */
enum Reading {
  LOW,
  HIGH;

  /** By supplier, how often its square counts: 0 for an aggregate read low, else 1. */
  double[] counts(SupplyAxes axes) {
    double[] counts = new double[axes.suppliers().size()];
    for (int s = 0; s < counts.length; s++) {
      boolean isMany = this == LOW && axes.suppliers().name(s).country().isAggregate();
      counts[s] = isMany ? 0 : 1;
    }
    return counts;
  }

  /** The value of an unknown whose worst is {@code worst} and whose best is 0. */
  double ofUnknown(double worst) {
    return this == LOW ? 0 : worst;
  }
}
