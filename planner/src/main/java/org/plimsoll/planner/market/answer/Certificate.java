package org.plimsoll.planner.market.answer;

/**
 * Residuals of an answer, recomputed from its prices, flows and measures by {@code Audit}.
 *
 * @param largestImbalance largest difference of supply and uptake at a node, as a share of the
 *     product's base trade
 * @param largestComplementarity largest product of a price slack and a quantity slack, each as a
 *     share of its base
 * @param boundViolations values outside their bounds: negative flows, flows on closed routes,
 *     levels over capacity, flows over caps, landed prices under a floor
 * @param iterations steps taken, over all chains
 * @param chains chains solved; those that no measure touches stay at the base
 * @param where the node or route of the largest figure, for a person
 */
public record Certificate(
    double largestImbalance,
    double largestComplementarity,
    int boundViolations,
    int iterations,
    int chains,
    String where) {
  /** Largest imbalance that counts as solved, share of base trade. */
  public static final double IMBALANCE_TOLERANCE = 1e-9;

  /** Largest complementarity product that counts as solved. */
  public static final double COMPLEMENTARITY_TOLERANCE = 1e-8;

  /** Whether all three figures are within tolerance. */
  public boolean holds() {
    return largestImbalance < IMBALANCE_TOLERANCE
        && largestComplementarity < COMPLEMENTARITY_TOLERANCE
        && boundViolations == 0;
  }

  /** The worse of two, with their work summed. */
  public Certificate and(Certificate other) {
    return new Certificate(
        Math.max(largestImbalance, other.largestImbalance),
        Math.max(largestComplementarity, other.largestComplementarity),
        boundViolations + other.boundViolations,
        iterations + other.iterations,
        chains + other.chains,
        largestImbalance >= other.largestImbalance ? where : other.where);
  }
}
