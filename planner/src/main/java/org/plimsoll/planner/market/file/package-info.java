/**
 * A market written out in a file: curves, costs and activities as given.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.file.CaseMarket}, {@link
 * org.plimsoll.planner.market.file.CaseAnswer}, {@link
 * org.plimsoll.planner.market.file.CaseSensitivities}.
 */
@NullMarked
package org.plimsoll.planner.market.file;

import org.jspecify.annotations.NullMarked;
