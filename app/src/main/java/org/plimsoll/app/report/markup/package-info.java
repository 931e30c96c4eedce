/**
 * What a page is made of: {@link org.plimsoll.app.report.markup.Section}s of {@link
 * org.plimsoll.app.report.markup.Block}s; {@link org.plimsoll.app.report.markup.Inline} stands in a
 * line, {@link org.plimsoll.app.report.markup.Num} is a number with its source. Equal values give
 * equal bytes.
 */
@NullMarked
package org.plimsoll.app.report.markup;

import org.jspecify.annotations.NullMarked;
