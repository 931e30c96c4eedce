/**
 * Concentration and reliance, from the balanced volumes of the base year. Read {@link
 * org.plimsoll.planner.risk.RiskTable} first, then {@link org.plimsoll.planner.risk.Shares}, {@link
 * org.plimsoll.planner.risk.Concentration}, {@link org.plimsoll.planner.risk.Balance} and {@link
 * org.plimsoll.planner.risk.Cover}. Definitions, sources and limits: {@code docs/method/risk.md}.
 */
@NullMarked
package org.plimsoll.planner.risk;

import org.jspecify.annotations.NullMarked;
