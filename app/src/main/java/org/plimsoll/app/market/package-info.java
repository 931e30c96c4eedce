/**
 * Answers of the market: of a scenario, of a market file, year by year, and back-tests. Read {@link
 * org.plimsoll.app.market.SolvedScenario}.
 */
@NullMarked
package org.plimsoll.app.market;

import org.jspecify.annotations.NullMarked;
