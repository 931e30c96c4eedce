/**
 * The report: static, self-contained HTML and SVG. Public, in reading order: {@link
 * org.plimsoll.app.report.Page} holds {@link org.plimsoll.app.report.Section}s of {@link
 * org.plimsoll.app.report.Block}s; {@link org.plimsoll.app.report.Inline} is what stands in a line,
 * {@link org.plimsoll.app.report.Num} a number with its source; a {@link
 * org.plimsoll.app.report.Figure} shows a {@link org.plimsoll.app.report.Drawing}. Everything is a
 * value with plain inputs; equal values give equal bytes.
 */
@NullMarked
package org.plimsoll.app.report;

import org.jspecify.annotations.NullMarked;
