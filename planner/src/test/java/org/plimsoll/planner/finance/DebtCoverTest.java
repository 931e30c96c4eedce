package org.plimsoll.planner.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DebtCoverTest {
  private static final Debt LOAN = new Debt(0.6, 0.08, 12);

  /** 1 t a year for 20 years, without tax: the price in USD million is the cash. */
  private static ProjectTerms plant(List<Double> ramp) {
    return new ProjectTerms(1, 100, 0, 0, 1, ramp, 20, 0, 10);
  }

  /** An annuity pays r / (1 − (1 + r)^−n) of the loan each year. */
  @Test
  void serviceIsTheAnnuityOfTheLoan() {
    double annuity = 60 * 0.08 / (1 - StrictMath.pow(1.08, -12));
    assertEquals(annuity, LOAN.serviceUsdMillion(plant(List.of())), 1e-12);
    ProjectTerms slow = new ProjectTerms(1, 100, 0, 0, 2, List.of(), 20, 0, 10);
    assertEquals(30 * 1.08 + 30, LOAN.balanceUsdMillion(slow), 1e-12);
  }

  @Test
  void cashOf13TimesServiceCoversIt13Times() {
    ProjectTerms terms = plant(List.of());
    double cash = 1.3 * LOAN.serviceUsdMillion(terms);
    DebtCover cover = DebtCover.of(LOAN, CashFlow.at(terms, cash * 1e6), 1.3);
    cover.dscr().forEach(ratio -> assertEquals(1.3, ratio, 1e-12));
    assertEquals(1.3, cover.minimumDscr(), 1e-12);
    assertEquals(1.3, cover.averageDscr(), 1e-12);
    assertEquals(1.3, cover.llcr(), 1e-12);
    assertEquals(60, cover.largestUsdMillion(), 1e-9);
  }

  @Test
  void yearsOfRampCountInTheLoanButNotInItsMinimum() {
    ProjectTerms terms = plant(List.of(0.4));
    double cash = 1.3 * LOAN.serviceUsdMillion(terms);
    DebtCover cover = DebtCover.of(LOAN, CashFlow.at(terms, cash * 1e6), 1.3);
    assertEquals(0.52, cover.dscr().getFirst(), 1e-12);
    assertEquals(1.3, cover.minimumDscr(), 1e-12);
    assertTrue(cover.llcr() < 1.3);
  }

  @Test
  void aProjectThatLosesMoneyBearsNoLoan() {
    ProjectTerms terms = new ProjectTerms(1, 100, 9e6, 0, 1, List.of(), 20, 0, 10);
    DebtCover cover = DebtCover.of(LOAN, CashFlow.at(terms, 8e6), 1.3);
    assertTrue(cover.minimumDscr() < 0);
    assertEquals(0, cover.largestUsdMillion());
  }

  @Test
  void aLoanThatOutlivesItsProjectIsRefused() {
    CashFlow flow = CashFlow.at(plant(List.of()), 1e6);
    assertThrows(
        IllegalArgumentException.class, () -> DebtCover.of(new Debt(0.6, 0.08, 21), flow, 1.3));
    assertThrows(IllegalArgumentException.class, () -> new Debt(1.2, 0.08, 12));
  }
}
