package org.plimsoll.planner.market;

/**
 * A cap on what a maker exports on some lanes; its rent is an unknown of the market.
 *
 * @param measure id of the measure
 * @param maker row of the maker
 * @param buyers rows of the buyers covered, ascending
 * @param capTonnes largest exports, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // numbered rows of the solver, never compared
record Quota(String measure, int maker, int[] buyers, double capTonnes) {}
