/**
 * The page: static, self-contained HTML. {@link org.plimsoll.app.report.page.Page} holds sections,
 * a {@link org.plimsoll.app.report.page.Figure} shows a drawing with its numbers, lists of sources
 * and derivations close it.
 */
@NullMarked
package org.plimsoll.app.report.page;

import org.jspecify.annotations.NullMarked;
