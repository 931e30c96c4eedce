package org.plimsoll.planner.market.answer;

import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Chain;

/** The worst residuals of a solution that the audit has met so far. */
final class Residuals {
  private final Solution s;
  private final Chain chain;

  /** By product: the tonnes that imbalances are a share of. */
  private final double[] trade;

  private double imbalance;
  private double complementarity;
  private int violations;
  private String where = "";

  Residuals(Solution solution) {
    s = solution;
    chain = solution.chain;
    trade = new double[chain.products.length];
    for (int k = 0; k < trade.length; k++) {
      trade[k] = trade(k);
    }
  }

  /** Base trade; without a base, the solution's own. */
  private double trade(int product) {
    double trade = chain.baseTrade(product);
    double wanted = 0;
    double flows = 0;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      wanted += chain.buyerScale[j];
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        flows += s.flow(lane);
      }
    }
    return trade > 0 ? trade : flows > 0 ? flows : wanted > 0 ? wanted : 1;
  }

  /** Tonnes by which a node is out of balance, as a share of the product's trade. */
  void imbalance(double tonnes, int product, Place country, String role) {
    double relative = Math.abs(tonnes) / trade[product];
    if (!(relative <= imbalance)) {
      imbalance = relative;
      where = role + " of " + chain.products[product].id() + " in " + country;
    }
  }

  /** Two slacks of which one must be zero, each as a share of its base. */
  void complementarity(double priceSlack, double price, double quantitySlack, double quantity) {
    double product = Math.abs(priceSlack) / price * (Math.abs(quantitySlack) / quantity);
    if (!(product <= complementarity)) {
      complementarity = product;
    }
  }

  /** A condition that must hold exactly. */
  void demand(boolean holds) {
    if (!holds) {
      violations++;
    }
  }

  Certificate certificate() {
    return new Certificate(imbalance, complementarity, violations, s.iterations, 1, where);
  }
}
