package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.linear.Matrix;

/** What a lane carries, in the rows that count it: its maker's, and those of quotas on it. */
final class Sales {
  private final Flows flows;
  private final MakerRows makers;
  private final QuotaRows quotas;

  Sales(Flows flows, MakerRows makers, QuotaRows quotas) {
    this.flows = flows;
    this.makers = makers;
    this.quotas = quotas;
  }

  /** Adds a change of a lane's tonnes with an unknown. */
  void partials(int i, int lane, int unknown, double tonnes, Matrix matrix) {
    Unknowns unknowns = flows.unknowns;
    matrix.add(unknowns.maker(i), unknown, makers.perSale(i) * tonnes);
    for (int q : flows.quotasOn(lane)) {
      matrix.add(unknowns.quota(q), unknown, quotas.perTonne(q) * tonnes);
    }
  }

  /** Takes what a lane brings, over the buyer's base use, from a right-hand side. */
  void take(int i, int lane, double relative, double scale, double[] side) {
    Unknowns unknowns = flows.unknowns;
    side[unknowns.maker(i)] -= makers.perSale(i) * relative * scale;
    for (int q : flows.quotasOn(lane)) {
      side[unknowns.quota(q)] -= quotas.perTonne(q) * relative * scale;
    }
  }

  /** Σ multiplier × ∂row/∂tonnes over the rows that count a lane. */
  double weigh(int i, int lane, double[] multipliers) {
    Unknowns unknowns = flows.unknowns;
    double sum = makers.perSale(i) * multipliers[unknowns.maker(i)];
    for (int q : flows.quotasOn(lane)) {
      sum += quotas.perTonne(q) * multipliers[unknowns.quota(q)];
    }
    return sum;
  }
}
