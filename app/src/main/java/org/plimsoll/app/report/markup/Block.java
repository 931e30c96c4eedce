package org.plimsoll.app.report.markup;

import org.plimsoll.app.report.page.Figure;
import org.plimsoll.app.report.page.GradeLegend;

/**
 * A part of a section: {@link Paragraph}, {@link Bullets}, {@link Subheading}, {@link Note}, {@link
 * KeyFigures}, {@link Table}, {@link Figure}, {@link GradeLegend}.
 */
public interface Block {
  /** Its markup; figures, tables and sources are numbered as they are met. */
  Markup render(Numbering numbering);
}
