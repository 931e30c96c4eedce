package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

/**
 * Countries coloured by group, and flows between them as arrows as wide as their tonnes. A flow
 * that begins or ends where the map has no place (rest of world) is counted in the key and not
 * drawn; use at home is left out. Where the flows of another answer are given, they are outlined on
 * the same scale.
 *
 * @param title what it shows
 * @param groups whose colour countries have, by code; a country without one is plain land
 * @param arrows flows, in any order
 * @param shareIs what {@link Arrow#share} is a share of, for example {@code "importer's supply"};
 *     empty if no arrow has one
 * @param names of countries for the labels, by code; a code without a name is written itself
 * @param labels how many of the largest flows are labelled
 * @param others flows of the answer that is kept as A, in any order; empty on paper, or if they are
 *     the same
 */
public record WorldMap(
    String title,
    SortedMap<String, Group> groups,
    List<Arrow> arrows,
    String shareIs,
    SortedMap<String, String> names,
    int labels,
    List<Arrow> others)
    implements Drawing {

  /** On a phone, where letters are as large as on a page and countries are written by code. */
  private static final int FEW_LABELS = 4;

  /** How the answer is called whose flows are outlined. */
  private static final String FIRST = "A";

  private static final double LEFT = 40;
  private static final double WIDEST = 11;
  private static final double THINNEST = 0.9;

  private static final Comparator<Group> BY_TONE =
      Comparator.comparing(Group::tone).thenComparing(Group::name);
  private static final Comparator<Arrow> LARGEST_FIRST =
      Comparator.comparingDouble(Arrow::tonnes)
          .reversed()
          .thenComparing(Arrow::from)
          .thenComparing(Arrow::to);

  public WorldMap {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    arrows = abroad(arrows);
    others = abroad(others);
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** Flows with nothing outlined beside them. */
  public WorldMap(
      String title,
      SortedMap<String, Group> groups,
      List<Arrow> arrows,
      String shareIs,
      SortedMap<String, String> names,
      int labels) {
    this(title, groups, arrows, shareIs, names, labels, List.of());
  }

  private static List<Arrow> abroad(List<Arrow> arrows) {
    return arrows.stream().filter(a -> !a.from().equals(a.to())).sorted(LARGEST_FIRST).toList();
  }

  /**
   * A flow.
   *
   * @param from code of a country or customs territory
   * @param to code of a country or customs territory
   * @param tonnes above 0
   * @param share in [0, 1], of what {@link WorldMap#shareIs} says; empty if not given
   * @param grade how well it is observed: C is dashed
   * @param group whose colour it has, as a rule the exporter's
   */
  public record Arrow(
      String from, String to, double tonnes, OptionalDouble share, Grade grade, Group group) {
    public Arrow {
      if (!(tonnes > 0) || !Double.isFinite(tonnes)) {
        throw new IllegalArgumentException(
            "the flow from " + from + " to " + to + " must be above 0 t, but is " + tonnes);
      }
    }
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("World map. ");
    byGroup()
        .forEach((group, codes) ->
            text.append(group.name()).append(": ").append(listed(codes)).append(". "));
    if (!arrows.isEmpty()) {
      text.append(arrows.size()).append(" flows; the largest: ");
      text.append(
          String.join("; ", arrows.stream().limit(Math.max(labels, 1)).map(this::said).toList()));
      text.append('.');
    }
    if (!others.isEmpty()) {
      text.append(" In A ").append(others.size()).append(" flows; the largest: ");
      text.append(said(others.getFirst())).append('.');
    }
    return text.toString().strip();
  }

  @Override
  public String notice() {
    return "Boundaries from Natural Earth; no position is taken.";
  }

  @Override
  public Map<String, Markup> shared() {
    return Map.of("world", Atlas.world().outlines());
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    double scale = width.units() / Width.PAGE.units();
    double height = Atlas.world().height() * Atlas.SCALE * scale;
    Tag svg = Svg.open(id, this, width.units(), height, "map" + width.cssClass());
    svg.add(land(scale));
    List<MapArrow> drawn = drawn(arrows, scale);
    drawn.forEach(arrow -> svg.add(arrow.markup(said(arrow.arrow()))));
    drawn(others, scale)
        .forEach(arrow -> svg.add(arrow.outline(FIRST, FIRST + ": " + said(arrow.arrow()))));
    int most = Math.min(width.isPhone() ? FEW_LABELS : labels, drawn.size());
    List<MapArrow> labelled = drawn.subList(0, Math.min(labels, most));
    SortedMap<String, String> written = width.isPhone() ? new TreeMap<>() : names;
    svg.add(MapLabels.of(labelled, written, width.units(), height));
    return svg.markup();
  }

  @Override
  public Markup key() {
    Key key = new Key();
    byGroup().keySet().forEach(group -> key.patch(group.tone().land() + " edge", group.name()));
    arrows.stream()
        .map(Arrow::group)
        .distinct()
        .sorted(BY_TONE)
        .forEach(
            group -> key.line("flow sample-flow " + group.tone().stroke(), "from " + group.name()));
    if (others.stream().anyMatch(WorldMap::isPlaced)) {
      key.line("ghost axis", "outline: " + FIRST);
    }
    if (largest() > 0) {
      String widest = NumberText.of(largest(), Unit.TONNES, Grade.B);
      key.words("arrows: width by tonnes, the widest " + widest);
    }
    if (arrows.stream().anyMatch(a -> a.grade() == Grade.C)) {
      key.line("flow sample-flow s5 dashed", "grade C: a prior, not an observation");
    }
    double unplaced = arrows.stream().filter(a -> !isPlaced(a)).mapToDouble(Arrow::tonnes).sum();
    if (unplaced > 0) {
      key.words(
          "not drawn, from or to places not on the map: "
              + NumberText.of(unplaced, Unit.TONNES, Grade.B));
    }
    return key.markup();
  }

  @Override
  public Optional<Table> numbers() {
    if (arrows.isEmpty() && others.isEmpty()) {
      return Optional.empty();
    }
    List<Told> all =
        Stream.concat(
                arrows.stream().map(arrow -> new Told(arrow, "shown")),
                others.stream().map(arrow -> new Told(arrow, FIRST)))
            .toList();
    Table.Draft<Told> table =
        Table.draft(title, all)
            .words("from", told -> name(told.arrow().from()))
            .words("to", told -> name(told.arrow().to()))
            .numbers("tonnes", Told::tonnes);
    if (!shareIs.isEmpty()) {
      table = table.with(Table.Column.numbers("share of " + shareIs), t -> share(t.arrow()));
    }
    table = table.words("grade", told -> told.arrow().grade().name());
    return Optional.of((others.isEmpty() ? table : table.words("answer", Told::answer)).table());
  }

  /** A flow, and which answer it is of. */
  private record Told(Arrow arrow, String answer) {
    String tonnes() {
      return NumberText.amount(arrow.tonnes(), Unit.TONNES, arrow.grade());
    }
  }

  private static Inline share(Arrow arrow) {
    return arrow.share().isPresent()
        ? Inline.text(NumberText.amount(arrow.share().getAsDouble(), Unit.PERCENT, Grade.C) + "%")
        : Inline.missing("not known");
  }

  private List<MapArrow> drawn(List<Arrow> flows, double scale) {
    MarkKeys keys = new MarkKeys();
    return flows.stream()
        .filter(WorldMap::isPlaced)
        .map(arrow ->
            MapArrow.of(
                arrow,
                keys.of(arrow.from() + "-" + arrow.to()),
                point(arrow.from(), scale),
                point(arrow.to(), scale),
                width(arrow, scale)))
        .toList();
  }

  private Tag land(double scale) {
    // Six digits: a map of 10,000 units is drawn right to a hundredth of one.
    String factor = scale == 1 ? ".1" : Double.toString(Math.round(scale * 1e5) / 1e6);
    Tag land =
        Tag.of("g", "land")
            .with(
                "transform",
                "translate(%s) scale(%s)".formatted(Tag.number(-LEFT * scale), factor));
    land.add(Tag.of("use").with("href", "#world"));
    SortedSet<String> ends = new TreeSet<>();
    Stream.concat(arrows.stream(), others.stream())
        .forEach(arrow -> Collections.addAll(ends, arrow.from(), arrow.to()));
    for (Atlas.Shape shape : Atlas.world().listShapes()) {
      Optional<String> colour =
          Optional.ofNullable(groups.get(shape.code())).map(group -> group.tone().land());
      if (shape.hasOutline()) {
        colour.ifPresent(c -> land.add(use(shape, c)));
      } else if (isIso(shape.code()) && (colour.isPresent() || ends.contains(shape.code()))) {
        // Too small to have an outline at this scale, but somebody in this report.
        String cssClass = colour.orElse("land") + " edge";
        land.add(Svg.circle(shape.x(), shape.y(), 26 / scale, cssClass).key(shape.code()));
      }
    }
    return land;
  }

  private static Tag use(Atlas.Shape shape, String cssClass) {
    return Tag.of("use", cssClass).with("href", "#land-" + shape.code()).key(shape.code());
  }

  /** Whether it is a country, not a union or aggregate that only has a place for its arrows. */
  private static boolean isIso(String code) {
    return code.length() == 3 && !code.startsWith("X");
  }

  private static boolean isPlaced(Arrow arrow) {
    return Atlas.world().find(arrow.from()).isPresent()
        && Atlas.world().find(arrow.to()).isPresent();
  }

  private static MapArrow.Point point(String code, double scale) {
    Atlas.Shape shape = Atlas.world().find(code).orElseThrow();
    return new MapArrow.Point(
        (shape.x() * Atlas.SCALE - LEFT) * scale, shape.y() * Atlas.SCALE * scale);
  }

  private double width(Arrow arrow, double scale) {
    double widest = WIDEST * StrictMath.sqrt(scale);
    return Math.max(THINNEST, widest * arrow.tonnes() / largest());
  }

  /** Tonnes of the widest flow, outlined or not. */
  private double largest() {
    return Stream.concat(arrows.stream(), others.stream())
        .mapToDouble(Arrow::tonnes)
        .max()
        .orElse(0);
  }

  private String name(String code) {
    return names.getOrDefault(code, code);
  }

  private String said(Arrow arrow) {
    String tonnes = NumberText.of(arrow.tonnes(), Unit.TONNES, arrow.grade());
    String share =
        arrow.share().isPresent()
            ? " (" + Math.round(arrow.share().getAsDouble() * 100) + "% of " + shareIs + ")"
            : "";
    return name(arrow.from()) + " to " + name(arrow.to()) + ", " + tonnes + share;
  }

  private String listed(List<String> codes) {
    return String.join(", ", codes.stream().map(this::name).sorted().toList());
  }

  private SortedMap<Group, List<String>> byGroup() {
    SortedMap<Group, List<String>> codes = new TreeMap<>(BY_TONE);
    groups.forEach((code, group) -> codes.computeIfAbsent(group, g -> new ArrayList<>()).add(code));
    return codes;
  }
}
