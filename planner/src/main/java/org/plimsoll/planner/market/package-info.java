/**
 * The market: a multi-country, multi-stage equilibrium in which every measure acts at once. Method,
 * equations and limits: {@code docs/method/market.md}.
 *
 * <p>Its packages in order; each sees only those before it: {@code linear} and {@code draw}, {@code
 * rows} (the numbered market), {@code measures} (policy put on it), {@code equations}, {@code
 * answer} (with the audit), {@code search}, {@code world} (the market of a base year), {@code file}
 * (a market in a file). Seen from outside: {@code world}, {@code file}, {@code answer}, {@code
 * measures}, {@code draw} and {@code search.SolverLimits}.
 *
 * <p>Start at {@link org.plimsoll.planner.market.world.Market} and {@link
 * org.plimsoll.planner.market.answer.Outcome}.
 */
@NullMarked
package org.plimsoll.planner.market;

import org.jspecify.annotations.NullMarked;
