package org.plimsoll.app.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.planner.finance.CashFlow;
import org.plimsoll.planner.finance.Debt;
import org.plimsoll.planner.finance.DebtCover;
import org.plimsoll.planner.finance.PaymentCost;
import org.plimsoll.planner.finance.ProjectTerms;

/**
 * A project with everything that its cash flow takes.
 *
 * @param choice values of its figures
 * @param prices by calendar year
 * @param startYear calendar year of the first output
 * @param contract on its price
 * @param asked loan that was asked about; what the rules have if empty
 */
record Financed(
    Choice choice,
    YearPrices prices,
    int startYear,
    Optional<Contract> contract,
    Optional<Debt> asked) {
  private static final double MILLION = 1e6;
  private static final int DRAWS = 4000;
  private static final long SEED = 1;

  /** The same at other values of its figures. */
  Financed with(Choice other) {
    return new Financed(other, prices, startYear, contract, asked);
  }

  /** The same at other prices. */
  Financed at(YearPrices others) {
    return new Financed(choice, others, startYear, contract, asked);
  }

  CashFlow flow() {
    ProjectTerms terms = choice.terms();
    return CashFlow.of(
        terms,
        t -> prices.ownUsdPerTonne(startYear + t),
        t -> contract.map(its -> payment(its, terms, t)).orElse(0.0));
  }

  private double payment(Contract its, ProjectTerms terms, int t) {
    return t < choice.contractYears()
        ? its.rule().toMakerUsd(prices.indexUsdPerTonne(startYear + t), tonnes(terms, t)) / MILLION
        : 0;
  }

  private static double tonnes(ProjectTerms terms, int t) {
    return terms.tonnesPerYear() * terms.utilisation(t);
  }

  /** Years of operation in which the contract pays. */
  int contractYears() {
    return Math.min(choice.contractYears(), choice.terms().lifeYears());
  }

  /** What the contract costs over prices that wander from {@code today} on. */
  PaymentCost cost(Contract its, int today) {
    ProjectTerms terms = choice.terms();
    List<PaymentCost.Term> years = new ArrayList<>();
    for (int t = 0; t < contractYears(); t++) {
      int year = startYear + t;
      years.add(
          new PaymentCost.Term(
              prices.indexUsdPerTonne(year), tonnes(terms, t), Math.max(0, year - today)));
    }
    return PaymentCost.simulate(its.rule(), years, choice.value(Input.VOLATILITY), DRAWS, SEED);
  }

  Debt debt() {
    return asked.orElseGet(choice::debt);
  }

  DebtCover cover(CashFlow flow) {
    return DebtCover.of(debt(), flow, choice.value(Input.DEBT_COVER));
  }
}
