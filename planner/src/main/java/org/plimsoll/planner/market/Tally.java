package org.plimsoll.planner.market;

/** Sums over a solution's lanes and blocks that its answers are read from; arrays by row. */
final class Tally {
  /** Below this share of its base a buyer counts as without deliveries, or without shortage. */
  private static final double NOTHING = 1e-9;

  final Solution s;
  final double[] made;
  final double[] inputs;

  /** By buyer: tonnes that arrive, from makers and from stock. */
  final double[] delivered;

  private final Once<Accounts> accounts;

  Tally(Solution solution) {
    s = solution;
    accounts = new Once<>(() -> Accounts.of(solution));
    made = solution.made();
    inputs = solution.inputs();
    Chain chain = solution.chain;
    delivered = new double[chain.buyerCount()];
    for (int j = 0; j < delivered.length; j++) {
      if (solution.regime.buyerLive[j]) {
        delivered[j] =
            solution.regime.given(j, solution.buyerPrice[j])
                + Math.max(0, -solution.stocked[j])
                + solution.triggered[j]
                + Math.max(0, solution.leaked[j]);
      }
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        delivered[j] += solution.flow(lane);
      }
    }
  }

  /** The solution's books, kept when they are first asked for. */
  Accounts accounts() {
    return accounts.get();
  }

  /** What a figure of a lane adds up to. */
  @FunctionalInterface
  interface LaneFigure {
    double of(int buyer, int lane);
  }

  /** Whether a lane counts. */
  @FunctionalInterface
  interface LaneTest {
    boolean holds(int buyer, int maker);
  }

  /** Σ flow × figure over the lanes of a product that count, in row order. */
  double sum(int product, LaneTest test, LaneFigure figure) {
    Chain chain = s.chain;
    double sum = 0;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        double flow = s.flow(lane);
        if (flow > 0 && test.holds(j, chain.makerOf(j, lane))) {
          sum += flow * figure.of(j, lane);
        }
      }
    }
    return sum;
  }

  /**
   * By how many tonnes use passes what arrives of goods that are told apart by origin with constant
   * elasticity: a gain of variety, or a loss below 0. Where tonnes are conserved it is 0.
   */
  double variety(int j) {
    Chain chain = s.chain;
    if (!(chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington)) {
      return 0;
    }
    double gain = 0;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      gain += s.worth(j, lane) - s.shareFlow[lane];
    }
    return gain;
  }

  /** Whether anything worth a price arrives at a buyer. */
  boolean isSupplied(int j) {
    return delivered[j] > NOTHING * s.chain.buyerScale[j];
  }

  /** Whether a buyer's use has met the choke: its price is an assumption, not a market's. */
  boolean isAtCeiling(int j) {
    return s.unserved[j] > NOTHING * s.chain.buyerScale[j];
  }
}
