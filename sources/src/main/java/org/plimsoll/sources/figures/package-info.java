/**
 * A table of one's own figures, for {@code plimsoll risk --input}. Read {@link
 * org.plimsoll.sources.figures.RiskFigure} first, then {@link
 * org.plimsoll.sources.figures.RiskFigureKind} and {@link
 * org.plimsoll.sources.figures.RiskFigureFile}. For a person: {@code docs/reference/risk-input.md}.
 */
@NullMarked
package org.plimsoll.sources.figures;

import org.jspecify.annotations.NullMarked;
