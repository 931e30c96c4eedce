/**
 * Three families of risk. Concentration and reliance, from a year's balanced volumes: read {@link
 * org.plimsoll.planner.risk.RiskTable} first, then {@link org.plimsoll.planner.risk.Shares}, {@link
 * org.plimsoll.planner.risk.Concentration} and {@link org.plimsoll.planner.risk.Balance}. Two
 * published methods, for every product, year and buyer at once: {@link
 * org.plimsoll.planner.risk.SupplyGrid} is their input, {@link
 * org.plimsoll.planner.risk.EuSupplyRisk} and {@link org.plimsoll.planner.risk.GeoPolRisk} their
 * answers. Definitions, sources, published cases and limits: {@code docs/method/risk.md}.
 */
@NullMarked
package org.plimsoll.planner.risk;

import org.jspecify.annotations.NullMarked;
