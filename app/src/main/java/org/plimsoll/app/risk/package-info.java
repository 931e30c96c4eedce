/**
 * Answers about concentration and supply risk, from the world or from one's own figures. Read
 * {@link org.plimsoll.app.risk.RiskMethod}, {@link org.plimsoll.app.risk.RiskGrids}, {@link
 * org.plimsoll.app.risk.OwnFigures}.
 */
@NullMarked
package org.plimsoll.app.risk;

import org.jspecify.annotations.NullMarked;
