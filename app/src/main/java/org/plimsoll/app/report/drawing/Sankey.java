package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

/**
 * A chain from stage to stage, one diagram under the other: without the measures and with them. All
 * diagrams have one scale and one order of countries, so that a band that is thinner below is
 * thinner in fact.
 *
 * @param title what it shows
 * @param stages heads of the columns, at least two; the last is use
 * @param panels diagrams, the first of them the one that changes are counted from
 * @param unit of the tonnes as shown
 * @param groups of countries, by code; a country without one is in {@link Group#OTHERS}
 * @param names of countries, by code
 * @param foldBelow share of a column, in [0, 1], below which a country is folded into "others"
 *     unless it reaches it in another panel
 */
public record Sankey(
    String title,
    List<String> stages,
    List<Panel> panels,
    Unit unit,
    SortedMap<String, Group> groups,
    SortedMap<String, String> names,
    double foldBelow)
    implements Drawing {
  static final double WIDTH = 920;
  static final double PANEL_HEIGHT = 330;

  public Sankey {
    stages = List.copyOf(stages);
    panels = List.copyOf(panels);
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    if (stages.size() < 2) {
      throw new IllegalArgumentException(
          "'" + title + "' needs at least two stages, but has " + stages);
    }
    for (Panel panel : panels) {
      for (Link link : panel.links()) {
        if (link.stage() < 0 || link.stage() > stages.size() - 2) {
          throw new IllegalArgumentException(
              "a link of '%s' leaves stage %d, but there are only %d stages: %s"
                  .formatted(title, link.stage(), stages.size(), link));
        }
      }
    }
  }

  /** One diagram: a few words over it, and its flows. */
  public record Panel(String caption, List<Link> links) {
    public Panel {
      links = List.copyOf(links);
    }
  }

  /**
   * A flow from a country at one stage to a country at the next; at home if they are the same.
   *
   * @param stage index of the stage that it leaves
   * @param from code of the country it leaves
   * @param to code of the country it reaches
   * @param tonnes not negative, on one basis in all stages
   * @param grade how well it is observed: C is hatched
   */
  public record Link(int stage, String from, String to, double tonnes, Grade grade) {
    public Link {
      if (!(tonnes >= 0) || !Double.isFinite(tonnes)) {
        throw new IllegalArgumentException(
            "the flow from " + from + " to " + to + " must be 0 t or more, but is " + tonnes);
      }
    }
  }

  @Override
  public String description() {
    List<SankeyLayout> layouts = layouts();
    List<String> parts = new ArrayList<>();
    for (int p = 0; p < panels.size(); p++) {
      List<String> columns = new ArrayList<>();
      for (int column = 0; column < stages.size(); column++) {
        columns.add(
            stages.get(column) + " " + NumberText.of(layouts.get(p).total(column), unit, Grade.B));
      }
      parts.add(panels.get(p).caption() + ": " + String.join(", ", columns) + ".");
    }
    return "Flows from stage to stage by country. " + String.join(" ", parts);
  }

  @Override
  public Markup markup(String id, Numbering numbering) {
    Tag svg = Svg.open(id, this, WIDTH, SankeyDrawing.height(panels.size()), "sankey");
    return svg.add(new SankeyDrawing(this, layouts()).markup()).markup();
  }

  /** One layout a panel, all to one scale. */
  List<SankeyLayout> layouts() {
    return SankeyLayout.of(this);
  }

  @Override
  public Markup key() {
    Key key = new Key();
    SortedSet<Tone> seen = new TreeSet<>();
    SortedMap<Tone, String> names = new TreeMap<>();
    boolean hasPrior = false;
    for (SankeyLayout layout : layouts()) {
      for (SankeyLayout.Node node : layout.nodes()) {
        seen.add(group(node.code()).tone());
        names.put(group(node.code()).tone(), group(node.code()).name());
      }
      hasPrior |= layout.ribbons().stream().anyMatch(r -> r.grade() == Grade.C);
    }
    seen.forEach(tone -> key.patch(tone.fill(), "from " + names.get(tone)));
    if (hasPrior) {
      key.patch(Tone.GREY.hatch() + " edge", "hatched: grade C");
    }
    if (panels.size() > 1) {
      key.words("one scale in all diagrams; in brackets the change against the first");
    }
    return key.markup();
  }

  @Override
  public Optional<Table> numbers() {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.words("country"));
    columns.add(Table.Column.words("stage"));
    panels.forEach(panel -> columns.add(Table.Column.numbers(panel.caption())));
    List<SankeyLayout> layouts = layouts();
    List<Table.Row> rows = new ArrayList<>();
    for (SankeyLayout.Node node : SankeyLayout.union(layouts)) {
      List<Inline> cells = new ArrayList<>();
      cells.add(Inline.text(name(node.code())));
      cells.add(Inline.text(stages.get(node.column())));
      for (SankeyLayout layout : layouts) {
        double tonnes =
            layout.find(node.column(), node.code()).map(SankeyLayout.Node::tonnes).orElse(0d);
        cells.add(Inline.text(NumberText.of(tonnes, unit, Grade.B)));
      }
      rows.add(new Table.Row(cells));
    }
    return Optional.of(new Table(title, columns, rows));
  }

  Group group(String code) {
    return groups.getOrDefault(code, Group.OTHERS);
  }

  String name(String code) {
    return code.equals(SankeyLayout.OTHERS) ? "Others" : names.getOrDefault(code, code);
  }
}
