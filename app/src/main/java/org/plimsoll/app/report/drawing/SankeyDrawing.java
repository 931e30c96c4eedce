package org.plimsoll.app.report.drawing;

import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.model.provenance.Grade;

/** Draws the layouts of a {@link Sankey} under one another. */
final class SankeyDrawing {
  private static final double BAR = 12;
  private static final double HEAD = 92;
  private static final double FOOT = 22;

  /** Room for the name of a stage: with five stages they stand about this far apart. */
  private static final double HEAD_WIDTH = 140;

  /** How much wider bold lettering is. */
  private static final double BOLD = 1.06;

  private final Sankey sankey;
  private final List<SankeyLayout> layouts;
  private final int lastColumn;
  private final double left;
  private final double right;

  SankeyDrawing(Sankey sankey, List<SankeyLayout> layouts) {
    this.sankey = sankey;
    this.layouts = layouts;
    this.lastColumn = sankey.stages().size() - 1;
    this.left = Math.max(widest(0) + 12, widestHead(0) - BAR);
    this.right = Sankey.WIDTH - Math.max(BAR + widest(lastColumn) + 12, widestHead(lastColumn));
  }

  static double height(int panels) {
    return panels * (HEAD + Sankey.PANEL_HEIGHT + FOOT);
  }

  Markup markup() {
    Tag all = Tag.of("g");
    for (int p = 0; p < layouts.size(); p++) {
      double top = height(p) + HEAD;
      Tag panel = Tag.of("g").with("transform", "translate(0 " + Tag.number(top) + ")");
      panel.add(Svg.text(0, -76, "strong", sankey.panels().get(p).caption()));
      for (int column = 0; column <= lastColumn; column++) {
        panel.add(head(layouts.get(p), column));
      }
      for (SankeyLayout.Ribbon ribbon : layouts.get(p).ribbons()) {
        panel.add(ribbon(ribbon));
      }
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        panel.add(bar(node));
      }
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        panel.add(label(node, amount(node, p)));
      }
      all.add(panel);
    }
    return all.markup();
  }

  /** Width of the widest label in a column, over all panels. */
  private double widest(int column) {
    double widest = 0;
    for (int p = 0; p < layouts.size(); p++) {
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        if (node.column() == column) {
          String label = sankey.name(node.code()) + " " + amount(node, p);
          widest = Math.max(widest, Lettering.width(label, Svg.LETTER));
        }
      }
    }
    return widest;
  }

  private double widestHead(int column) {
    double widest = 0;
    for (String line : headLines(column)) {
      widest = Math.max(widest, Lettering.width(line, Svg.LETTER * BOLD));
    }
    for (SankeyLayout layout : layouts) {
      widest = Math.max(widest, Lettering.width(total(layout, column), Svg.LETTER));
    }
    return widest;
  }

  private String total(SankeyLayout layout, int column) {
    return NumberText.of(layout.total(column), sankey.unit(), Grade.B);
  }

  private double x(int column) {
    return left + column * (right - left) / lastColumn;
  }

  /** The name of a stage, in up to three lines, over what passes it. */
  private Markup head(SankeyLayout layout, int column) {
    String anchor = column == 0 ? "end" : column == lastColumn ? "start" : "mid";
    double shift = column == 0 ? BAR : column == lastColumn ? 0 : BAR / 2;
    List<String> name = headLines(column);
    Tag head = Tag.of("g");
    for (int i = 0; i < name.size(); i++) {
      double y = -25 - (name.size() - 1 - i) * Svg.LETTER * 1.15;
      head.add(Svg.text(x(column) + shift, y, anchor + " strong", name.get(i)));
    }
    head.add(Svg.text(x(column) + shift, -10, anchor + " soft", total(layout, column)));
    return head.markup();
  }

  private List<String> headLines(int column) {
    return Lettering.wrap(sankey.stages().get(column), HEAD_WIDTH, Svg.LETTER * BOLD, 3);
  }

  private Markup ribbon(SankeyLayout.Ribbon ribbon) {
    double x1 = x(ribbon.stage()) + BAR;
    double x2 = x(ribbon.stage() + 1);
    double middle = (x1 + x2) / 2;
    double y1 = ribbon.startY();
    double y2 = ribbon.endY();
    double w = ribbon.width();
    Pen pen =
        new Pen()
            .move(x1, y1)
            .curve(middle, y1, middle, y2, x2, y2)
            .line(x2, y2 + w)
            .curve(middle, y2 + w, middle, y1 + w, x1, y1 + w)
            .close();
    Tone tone = sankey.group(ribbon.from()).tone();
    String cssClass = ribbon.grade() == Grade.C ? tone.hatch() : tone.fill();
    String words =
        "%s to %s, %s, grade %s"
            .formatted(
                sankey.name(ribbon.from()),
                sankey.name(ribbon.to()),
                NumberText.of(ribbon.tonnes(), sankey.unit(), ribbon.grade()),
                ribbon.grade());
    return Svg.path(pen, "ribbon " + cssClass).add(Tag.of("title").text(words)).markup();
  }

  private Markup bar(SankeyLayout.Node node) {
    String fill = sankey.group(node.code()).tone().fill();
    double height = Math.max(0.8, node.height());
    return Svg.rect(x(node.column()), node.y(), BAR, height, fill).markup();
  }

  private Markup label(SankeyLayout.Node node, String amount) {
    boolean isFirst = node.column() == 0;
    boolean isBetween = !isFirst && node.column() != lastColumn;
    return Tag.of("text", isFirst ? "end" : isBetween ? "start halo" : "start")
        .with("x", isFirst ? x(0) - 6 : x(node.column()) + BAR + 6)
        .with("y", node.y() + node.height() / 2 + 4)
        .add(Tag.of("tspan").text(sankey.name(node.code()) + " "))
        .add(Tag.of("tspan", "soft").text(amount))
        .markup();
  }

  private String amount(SankeyLayout.Node node, int panel) {
    String amount = NumberText.of(node.tonnes(), sankey.unit(), Grade.B);
    return panel == 0 ? amount : amount + change(node);
  }

  /** The change against the first panel in brackets; nothing if it rounds to none. */
  private String change(SankeyLayout.Node node) {
    double before =
        layouts
            .getFirst()
            .find(node.column(), node.code())
            .map(SankeyLayout.Node::tonnes)
            .orElse(0d);
    if (before == 0) {
      return " (new)";
    }
    String change = NumberText.change(before, node.tonnes());
    return change.equals("±0%") ? "" : " (" + change + ")";
  }
}
