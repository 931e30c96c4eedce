package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

/**
 * A chain from stage to stage, one diagram under the other: without the measures and with them. All
 * diagrams have the first one's scale and order of countries, so that a band that is thinner below
 * is thinner in fact, and nothing in the first moves when another changes.
 *
 * @param title what it shows
 * @param stages heads of the columns, at least two; the last is use
 * @param panels diagrams, the first of them the one that changes are counted from
 * @param unit of the tonnes as shown
 * @param groups of countries, by code; a country without one is in {@link Group#OTHERS}
 * @param names of countries, by code
 * @param foldBelow share of a column, in [0, 1], below which a country is folded into "others"; a
 *     later panel names besides its own large countries those of the first
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
    List<String> parts = new ArrayList<>();
    for (int p = 0; p < panels.size(); p++) {
      parts.add(said(p));
    }
    return "Flows from stage to stage by country. " + String.join(" ", parts);
  }

  /** What passes each stage in a panel. */
  String said(int panel) {
    SankeyLayout layout = layouts().get(panel);
    List<String> columns = new ArrayList<>();
    for (int column = 0; column < stages.size(); column++) {
      columns.add(stages.get(column) + " " + NumberText.of(layout.total(column), unit, Grade.B));
    }
    return panels.get(panel).caption() + ": " + String.join(", ", columns) + ".";
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    List<Integer> all = IntStream.range(0, panels.size()).boxed().toList();
    return draw(id, this, all, OptionalInt.empty(), width);
  }

  /**
   * Some panels under one another: from left to right, on a phone from top to bottom.
   *
   * @param other a panel whose amounts are outlined behind each
   */
  Markup draw(String id, Drawing shown, List<Integer> drawn, OptionalInt other, Width width) {
    double height;
    Markup inside;
    if (width.isPhone()) {
      SankeyDown down = new SankeyDown(this);
      height = down.height(drawn);
      inside = down.markup(drawn, other);
    } else {
      SankeyDrawing across = new SankeyDrawing(this, width);
      height = across.height(drawn);
      inside = across.markup(drawn, other);
    }
    String cssClass = "sankey" + width.cssClass();
    return Svg.open(id, shown, width.units(), height, cssClass).add(inside).markup();
  }

  /**
   * One panel by itself, where the drawing of all has it: what changes while a measure is being
   * set, drawn without what does not.
   *
   * @param panel index of the panel
   */
  public Drawing alone(int panel) {
    return new SankeyPanel(this, panel, OptionalInt.empty());
  }

  /** The same with the amounts of another panel outlined behind it. */
  public Drawing alone(int panel, int other) {
    return new SankeyPanel(this, panel, OptionalInt.of(other));
  }

  /** One layout a panel, all to one scale, as on a page. */
  List<SankeyLayout> layouts() {
    return SankeyLayout.of(this, SankeyDrawing.ROOM);
  }

  @Override
  public Markup key() {
    return key(OptionalInt.empty());
  }

  /** The key of a drawing with another panel outlined behind it. */
  Markup key(OptionalInt other) {
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
    other.ifPresent(panel -> key.patch("ghost axis", "outline: " + panels.get(panel).caption()));
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
    List<SankeyFolding> foldings = SankeyFolding.shared(this);
    SortedSet<SankeyFolding.Spot> spots = new TreeSet<>();
    foldings.forEach(folding -> spots.addAll(folding.through().keySet()));
    List<Table.Row> rows = new ArrayList<>();
    for (SankeyFolding.Spot spot : spots) {
      List<Inline> cells = new ArrayList<>();
      cells.add(Inline.text(name(spot.code())));
      cells.add(Inline.text(stages.get(spot.column())));
      foldings.forEach(
          folding -> cells.add(Inline.text(NumberText.of(folding.tonnes(spot), unit, Grade.B))));
      rows.add(new Table.Row(cells));
    }
    return Optional.of(new Table(title, columns, rows));
  }

  Group group(String code) {
    return groups.getOrDefault(code, Group.OTHERS);
  }

  /** What a country has at a stage. */
  String amount(SankeyLayout.Node node) {
    return NumberText.of(node.tonnes(), unit, Grade.B);
  }

  /** The change against the first panel in brackets; nothing if it rounds to none. */
  String change(SankeyLayout.Node node, int panel) {
    if (panel == 0) {
      return "";
    }
    if (node.first() == 0) {
      return " (new)";
    }
    String change = NumberText.change(node.first(), node.tonnes());
    return change.equals("±0%") ? "" : " (" + change + ")";
  }

  /** Key of a country at a stage: {@code CHN@1}, in the second panel {@code 2/CHN@1}. */
  static String key(SankeyLayout.Node node, int panel) {
    return prefix(panel) + node.code() + "@" + node.column();
  }

  /** Key of a band: {@code CHN-JPN@1}, in the second panel {@code 2/CHN-JPN@1}. */
  static String key(SankeyLayout.Ribbon ribbon, int panel) {
    return prefix(panel) + ribbon.from() + "-" + ribbon.to() + "@" + ribbon.stage();
  }

  /** What a country has in another panel, for who points at its outline. */
  String said(SankeyLayout.Node node, int panel) {
    return "%s: %s %s".formatted(panels.get(panel).caption(), name(node.code()), amount(node));
  }

  private static String prefix(int panel) {
    return panel == 0 ? "" : panel + 1 + "/";
  }

  /** A band in words. */
  String said(SankeyLayout.Ribbon ribbon) {
    return "%s to %s, %s, grade %s"
        .formatted(
            name(ribbon.from()),
            name(ribbon.to()),
            NumberText.of(ribbon.tonnes(), unit, ribbon.grade()),
            ribbon.grade());
  }

  String name(String code) {
    return code.equals(SankeyFolding.OTHERS) ? "Others" : names.getOrDefault(code, code);
  }

  /** The name where there is little room. */
  String shortName(String code) {
    return code.equals(SankeyFolding.OTHERS) ? name(code) : code;
  }
}
