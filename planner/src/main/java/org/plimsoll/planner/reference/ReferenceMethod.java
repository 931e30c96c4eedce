package org.plimsoll.planner.reference;

import org.plimsoll.model.provenance.Words;

/** A way of computing a reference price. */
public enum ReferenceMethod {
  /** What the dearest maker of a market economy that is needed costs. */
  COST_PLUS(
      "R = Q_α over market-economy output of basis × (f_o × operating cost + CRF(w, n) × f_c ×"
          + " capital cost ÷ capacity), CRF(w, n) = w ÷ (1 − (1 + w)^−n)"),
  /** The mean of liquid quotes, weighted by what traded at them. */
  INDEX("R = Σ w p ÷ Σ w over the quotes of a year, w the share of yearly use that traded at p"),
  /** The price of the market without named distortions. */
  STRUCTURAL(
      "R = price at market-economy makers, by their output, of the market solved again without"
          + " subsidies, unrefunded taxes and licences"),
  /** The least price at which enough projects earn their return. */
  INCENTIVE("R = least P with Σ capacity of the projects whose required price ≤ P at least Q");

  private final String formula;

  ReferenceMethod(String formula) {
    this.formula = formula;
  }

  /** The word that people write. */
  public String word() {
    return Words.of(this);
  }

  /** In words and symbols; {@code docs/method/reference.md} says what they are. */
  public String formula() {
    return formula;
  }
}
