package org.plimsoll.app.report.drawing;

import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;

/**
 * One panel of a {@link Sankey}, drawn as it is in the drawing of all.
 *
 * @param whole the drawing that decides scale, order and folding
 * @param panel index of the panel
 */
record SankeyPanel(Sankey whole, int panel) implements Drawing {
  @Override
  public String title() {
    return whole.title();
  }

  @Override
  public String description() {
    return "Flows from stage to stage by country. " + whole.said(panel);
  }

  @Override
  public Markup markup(String id, Numbering numbering) {
    SankeyDrawing drawing = new SankeyDrawing(whole);
    List<Integer> one = List.of(panel);
    Tag svg = Svg.open(id, this, SankeyDrawing.WIDTH, drawing.height(one), "sankey");
    return svg.add(drawing.markup(one)).markup();
  }

  @Override
  public Markup key() {
    return whole.key();
  }
}
