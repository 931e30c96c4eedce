package org.plimsoll.app.report.drawing;

import java.util.List;
import java.util.OptionalInt;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.model.provenance.Grade;

/**
 * Draws the layouts of a {@link Sankey} on a phone: stages are rows and goods flow down, so that
 * the name of a stage has the whole line and as many stages as the chain has fit. Fewer countries
 * are named than on a page.
 */
final class SankeyDown {
  private static final double WIDTH = 360;
  private static final double SIDE = 8;

  /** Extent of the first panel; the rest is for what later ones add. */
  private static final double EXTENT = 304;

  private static final int COUNTRIES = 6;
  private static final double CAPTION = 34;
  private static final double LINE = 15;
  private static final double LABELS = 32;
  private static final double BAR = 10;
  private static final double BANDS = 58;
  private static final double FOOT = 16;
  private static final double BOLD = 1.06;

  private final Sankey sankey;
  private final List<SankeyLayout> layouts;
  private final int lastRow;
  private final int headLines;

  SankeyDown(Sankey sankey) {
    this.sankey = sankey;
    this.layouts =
        SankeyLayout.of(
            sankey, new SankeyLayout.Room(EXTENT, WIDTH - 2 * SIDE, COUNTRIES, this::slot));
    this.lastRow = sankey.stages().size() - 1;
    this.headLines = sankey.stages().stream().mapToInt(s -> nameLines(s).size()).max().orElse(1);
  }

  private double slot(String code) {
    return Lettering.width(sankey.shortName(code), Svg.SMALL) + 2;
  }

  /** Height of these panels under one another. */
  double height(List<Integer> panels) {
    return panels.size() * (bar(lastRow) + BAR + FOOT);
  }

  /** Where the bars of a row begin, from the top of the panel. */
  private double bar(int row) {
    double head = headLines * LINE + LABELS;
    return CAPTION + head + row * (head + BAR + BANDS);
  }

  /** These panels under one another, each with the amounts of another outlined. */
  Markup markup(List<Integer> panels, OptionalInt other) {
    Tag all = Tag.of("g");
    for (int i = 0; i < panels.size(); i++) {
      int p = panels.get(i);
      double top = height(panels.subList(0, i));
      Tag panel =
          Tag.of("g")
              .with("transform", "translate(0 " + Tag.number(top) + ")")
              .key("panel " + (p + 1));
      List<String> caption =
          Lettering.wrap(sankey.panels().get(p).caption(), WIDTH - 2 * SIDE, Svg.LETTER * BOLD, 2);
      for (int line = 0; line < caption.size(); line++) {
        panel.add(Svg.text(SIDE, 13 + line * LINE, "strong", caption.get(line)));
      }
      for (SankeyLayout.Ribbon ribbon : layouts.get(p).ribbons()) {
        panel.add(ribbon(ribbon).key(Sankey.key(ribbon, p)));
      }
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        panel.add(rect(node).key(Sankey.key(node, p)));
      }
      other.ifPresent(o -> panel.addAll(outlines(p, o)));
      for (int row = 0; row <= lastRow; row++) {
        panel.add(head(layouts.get(p), row));
      }
      for (SankeyLayout.Node node : layouts.get(p).nodes()) {
        panel.add(label(node, p).key(Sankey.key(node, p) + " label"));
      }
      all.add(panel);
    }
    return all.markup();
  }

  /** The name of a stage and what passes it, over the bands that arrive. */
  private Markup head(SankeyLayout layout, int row) {
    Tag head = Tag.of("g");
    List<String> name = nameLines(sankey.stages().get(row));
    double y = bar(row) - LABELS - (name.size() - 1) * LINE - 3;
    for (int i = 0; i < name.size(); i++) {
      head.add(Svg.text(SIDE, y + i * LINE, "start halo strong", name.get(i)));
    }
    String total = NumberText.of(layout.total(row), sankey.unit(), Grade.B);
    double x = WIDTH - SIDE;
    return head.add(Svg.text(x, bar(row) - LABELS - 3, "end halo soft", total)).markup();
  }

  private static List<String> nameLines(String stage) {
    return Lettering.wrap(stage, WIDTH - 2 * SIDE - 90, Svg.LETTER * BOLD, 3);
  }

  private Tag ribbon(SankeyLayout.Ribbon ribbon) {
    double x1 = SIDE + ribbon.startY();
    double x2 = SIDE + ribbon.endY();
    double y1 = bar(ribbon.stage()) + BAR;
    double y2 = bar(ribbon.stage() + 1);
    double middle = (y1 + y2) / 2;
    double w = ribbon.width();
    Pen pen =
        new Pen()
            .move(x1, y1)
            .curve(x1, middle, x2, middle, x2, y2)
            .line(x2 + w, y2)
            .curve(x2 + w, middle, x1 + w, middle, x1 + w, y1)
            .close();
    Tone tone = sankey.group(ribbon.from()).tone();
    String cssClass = ribbon.grade() == Grade.C ? tone.hatch() : tone.fill();
    return Svg.path(pen, "ribbon " + cssClass).add(Tag.of("title").text(sankey.said(ribbon)));
  }

  private Tag rect(SankeyLayout.Node node) {
    String fill = sankey.group(node.code()).tone().fill();
    return Svg.rect(SIDE + node.y(), bar(node.column()), Math.max(0.8, node.height()), BAR, fill)
        .add(Tag.of("title").text(sankey.name(node.code()) + " " + amount(node, 0)));
  }

  private List<Markup> outlines(int panel, int other) {
    return layouts.get(other).nodes().stream()
        .map(node -> {
          double x = SIDE + layouts.get(panel).middle(node) - node.height() / 2;
          return Svg.rect(x, bar(node.column()) - 3, node.height(), BAR + 6, "ghost axis")
              .key(Sankey.key(node, panel) + " A")
              .add(Tag.of("title").text(sankey.said(node, other)))
              .markup();
        })
        .toList();
  }

  /** The name if there is room, else the code; under it the amount, and its change if both fit. */
  private Tag label(SankeyLayout.Node node, int panel) {
    double room = Math.max(slot(node.code()), node.height()) + 3;
    String name = sankey.name(node.code());
    double x = SIDE + node.y() + node.height() / 2;
    double y = bar(node.column());
    Tag label = Tag.of("text", "mid small halo").with("x", x).with("y", y - 17);
    label.add(line(x, -1, fits(name, room) ? name : sankey.shortName(node.code()), ""));
    if (fits(amount(node, panel), room)) {
      return label.add(line(x, 12, amount(node, panel), "soft"));
    }
    return fits(amount(node, 0), room) ? label.add(line(x, 12, amount(node, 0), "soft")) : label;
  }

  private static Tag line(double x, double down, String text, String cssClass) {
    Tag line = cssClass.isEmpty() ? Tag.of("tspan") : Tag.of("tspan", cssClass);
    return (down < 0 ? line : line.with("x", x).with("dy", down)).text(text);
  }

  private static boolean fits(String text, double room) {
    return Lettering.width(text, Svg.SMALL) <= room;
  }

  /** What a country has, with the change against the first panel in later ones. */
  private String amount(SankeyLayout.Node node, int panel) {
    return sankey.amount(node) + sankey.change(node, panel);
  }
}
