package org.plimsoll.app.report.drawing;

import java.util.List;
import java.util.OptionalInt;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.model.provenance.Grade;

/** Draws the layouts of a {@link Sankey} under one another, each from left to right. */
final class SankeyDrawing {
  static final double PANEL_HEIGHT = 330;

  /** Least height that a country takes up, so that its label can be read. */
  static final double SLOT = 13;

  static final SankeyLayout.Room ROOM =
      new SankeyLayout.Room(PANEL_HEIGHT, 2 * PANEL_HEIGHT, Integer.MAX_VALUE, code -> SLOT);

  private static final double BAR = 12;
  private static final double HEAD = 92;

  /** What a narrow drawing has over a panel, since names of stages take more lines in it. */
  private static final double HIGH_HEAD = 121;

  private static final double FOOT = 22;

  /** Room for the name of a stage: with five stages they stand about this far apart. */
  private static final double HEAD_WIDTH = 140;

  /** The widest label at the sides of a narrow drawing. */
  private static final double NARROW_LABEL = 118;

  /** How much wider bold lettering is. */
  private static final double BOLD = 1.06;

  /** The widest change that labels keep room for. */
  private static final String CHANGE = " (−100%)";

  private final Sankey sankey;
  private final List<SankeyLayout> layouts;
  private final int lastColumn;
  private final Width width;
  private final double left;
  private final double right;

  SankeyDrawing(Sankey sankey, Width width) {
    this.sankey = sankey;
    this.width = width;
    this.layouts = SankeyLayout.of(sankey, ROOM);
    this.lastColumn = sankey.stages().size() - 1;
    this.left = Math.max(widest(0) + 12, widestHead(0) - BAR);
    this.right = width.units() - Math.max(BAR + widest(lastColumn) + 12, widestHead(lastColumn));
  }

  /** Height of these panels under one another. */
  double height(List<Integer> panels) {
    return panels.stream().mapToDouble(p -> head() + layouts.get(p).extent() + FOOT).sum();
  }

  private boolean isNarrow() {
    return width != Width.PAGE;
  }

  private double head() {
    return isNarrow() ? HIGH_HEAD : HEAD;
  }

  /** These panels under one another, each with the amounts of another outlined. */
  Markup markup(List<Integer> panels, OptionalInt other) {
    Tag all = Tag.of("g");
    for (int i = 0; i < panels.size(); i++) {
      int p = panels.get(i);
      double top = height(panels.subList(0, i)) + head();
      Tag panel =
          Tag.of("g")
              .with("transform", "translate(0 " + Tag.number(top) + ")")
              .key("panel " + (p + 1));
      panel.add(Svg.text(0, 16 - head(), "strong", sankey.panels().get(p).caption()));
      for (int column = 0; column <= lastColumn; column++) {
        panel.add(head(layouts.get(p), column));
      }
      for (SankeyLayout.Ribbon ribbon : layouts.get(p).ribbons()) {
        panel.add(ribbon(ribbon).key(Sankey.key(ribbon, p)));
      }
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        panel.add(bar(node).key(Sankey.key(node, p)));
      }
      other.ifPresent(o -> panel.addAll(outlines(p, o)));
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        panel.add(label(node, p).key(Sankey.key(node, p) + " label"));
      }
      all.add(panel);
    }
    return all.markup();
  }

  /**
   * Room for the labels of a column: as wide as the widest of the first panel, and in it the change
   * that later panels add, whatever that is.
   */
  private double widest(int column) {
    if (layouts.isEmpty()) {
      return 0;
    }
    double widest = 0;
    for (SankeyLayout.Node node : layouts.getFirst().nodes()) {
      if (node.column() == column) {
        String label = sankey.name(node.code()) + " " + sankey.amount(node);
        widest = Math.max(widest, Lettering.width(label, Svg.LETTER));
      }
    }
    widest += layouts.size() > 1 ? Lettering.width(CHANGE, Svg.LETTER) : 0;
    return isNarrow() ? Math.min(widest, NARROW_LABEL) : widest;
  }

  private double widestHead(int column) {
    double widest = 0;
    for (String line : headLines(column)) {
      widest = Math.max(widest, Lettering.width(line, Svg.LETTER * BOLD));
    }
    if (!layouts.isEmpty()) {
      String total = total(layouts.getFirst(), column);
      widest = Math.max(widest, Lettering.width(total, Svg.LETTER));
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
    double most = (width.units() - 2 * NARROW_LABEL) / lastColumn - BAR;
    double room = isNarrow() ? Math.min(HEAD_WIDTH, most) : HEAD_WIDTH;
    int lines = isNarrow() ? 5 : 3;
    return Lettering.wrap(sankey.stages().get(column), room, Svg.LETTER * BOLD, lines);
  }

  private Tag ribbon(SankeyLayout.Ribbon ribbon) {
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
    return Svg.path(pen, "ribbon " + cssClass).add(Tag.of("title").text(sankey.said(ribbon)));
  }

  private Tag bar(SankeyLayout.Node node) {
    String fill = sankey.group(node.code()).tone().fill();
    double height = Math.max(0.8, node.height());
    return Svg.rect(x(node.column()), node.y(), BAR, height, fill);
  }

  /** What countries have in another panel, around the middle of what they have in this one. */
  private List<Markup> outlines(int panel, int other) {
    return layouts.get(other).nodes().stream()
        .map(node -> {
          double middle = layouts.get(panel).middle(node);
          return Svg.rect(
                  x(node.column()) - 3,
                  middle - node.height() / 2,
                  BAR + 6,
                  node.height(),
                  "ghost axis")
              .key(Sankey.key(node, panel) + " A")
              .add(Tag.of("title").text(sankey.said(node, other)))
              .markup();
        })
        .toList();
  }

  private Tag label(SankeyLayout.Node node, int panel) {
    boolean isFirst = node.column() == 0;
    boolean isLast = node.column() == lastColumn;
    String amount = sankey.amount(node) + sankey.change(node, panel);
    // A narrow drawing chooses between name and code by the widest change, so that names do not
    // flicker while the change does.
    String widest = isNarrow() && panel > 0 ? sankey.amount(node) + CHANGE : amount;
    String name = fitting(node.code(), widest, room(node.column()));
    String said = name.isEmpty() ? "" : amount;
    return Tag.of("text", isFirst ? "end" : isLast ? "start" : "start halo")
        .with("x", isFirst ? x(0) - 6 : x(node.column()) + BAR + 6)
        .with("y", node.y() + node.height() / 2 + 4)
        .add(Tag.of("tspan").text((name.isEmpty() ? sankey.shortName(node.code()) : name) + " "))
        .add(Tag.of("tspan", "soft").text(said));
  }

  /** Room across for the label of a country. */
  private double room(int column) {
    if (column == 0) {
      return left - 6;
    }
    if (column == lastColumn) {
      return width.units() - right - BAR - 6;
    }
    // On a wide drawing a label between two columns may lie over the bands as far as it goes.
    return isNarrow() ? (right - left) / lastColumn - BAR - 12 : Double.MAX_VALUE;
  }

  /** The name to write beside the amount, short where there is little room; empty if none fits. */
  private String fitting(String code, String amount, double room) {
    for (String name : List.of(sankey.name(code), sankey.shortName(code))) {
      if (Lettering.width(name + " " + amount, Svg.LETTER) <= room) {
        return name;
      }
    }
    return isNarrow() ? "" : sankey.shortName(code);
  }
}
