/**
 * The market model against export controls that happened. Read {@link
 * org.plimsoll.planner.backtest.Backtest} first. For a person: {@code docs/method/backtests.md}.
 */
@NullMarked
package org.plimsoll.planner.backtest;

import org.jspecify.annotations.NullMarked;
