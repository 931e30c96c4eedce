/**
 * What a project earns: cash flow, return, cover of its debt, and what a contract on its price
 * costs. Prices come from the market; nothing here asks for them. Method, symbols and limits:
 * {@code docs/method/finance.md}.
 *
 * <p>Public, in reading order: {@link org.plimsoll.planner.finance.ProjectTerms} (what is known of
 * a project), {@link org.plimsoll.planner.finance.CashFlow} (its years), {@link
 * org.plimsoll.planner.finance.Returns} (value, rate, payback, required price), {@link
 * org.plimsoll.planner.finance.Debt} and {@link org.plimsoll.planner.finance.DebtCover}, {@link
 * org.plimsoll.planner.finance.PaymentRule} and {@link org.plimsoll.planner.finance.PaymentCost},
 * {@link org.plimsoll.planner.finance.BreakEven}.
 */
@NullMarked
package org.plimsoll.planner.finance;

import org.jspecify.annotations.NullMarked;
