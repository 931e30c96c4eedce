package org.plimsoll.app.report.drawing;

import java.util.List;
import java.util.OptionalInt;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Width;

/**
 * One panel of a {@link Sankey}, drawn as it is in the drawing of all.
 *
 * @param whole the drawing that decides scale, order and folding
 * @param panel index of the panel
 * @param other index of a panel whose amounts are outlined behind it; empty for none
 */
record SankeyPanel(Sankey whole, int panel, OptionalInt other) implements Drawing {
  @Override
  public String title() {
    return whole.title();
  }

  @Override
  public String description() {
    return "Flows from stage to stage by country. " + whole.said(panel);
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    return whole.draw(id, this, List.of(panel), other, width);
  }

  @Override
  public Markup key() {
    return whole.key(other);
  }
}
