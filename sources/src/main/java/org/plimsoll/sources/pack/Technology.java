package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCT;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * Activities as rows: one row per activity, scope, side and product. What belongs to the activity
 * as a whole stands in each of its rows and must agree.
 */
final class Technology {
  /** On which side of an activity a product stands. */
  enum Side {
    INPUT,
    OUTPUT,
    HOST;

    static Side parse(String text) {
      return switch (text) {
        case "input" -> INPUT;
        case "output" -> OUTPUT;
        case "host" -> HOST;
        default ->
            throw new IllegalArgumentException(
                "not a side: '" + text + "'\nMaybe you meant input, output or host");
      };
    }
  }

  /** What the rows of an activity share. */
  record Head(
      String activity,
      Optional<CountryCode> scope,
      String name,
      ProductId primary,
      OptionalDouble marginShare,
      Provenance provenance) {}

  /** One row. */
  record Line(Head head, Side side, ProductId product, double perUnit) {}

  static final Table<Line> TABLE =
      new Table<>(
          "technology",
          "What one tonne of an activity's primary output takes and gives.",
          4,
          columns(),
          cells ->
              new Line(
                  new Head(
                      cells.text("activity"),
                      cells.findCountry("scope"),
                      cells.text("name"),
                      cells.product("primary"),
                      cells.findNumber("margin_share"),
                      cells.provenance()),
                  cells.parsed("side", Side::parse),
                  cells.product("product"),
                  positive(cells)));

  private Technology() {}

  private static List<Column<Line>> columns() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(Column.of("activity", WORD, "identifier", line -> line.head().activity()));
    columns.add(
        Column.<Line>of(
                "scope",
                COUNTRY,
                "the one country whose technology this is; empty for all others",
                line -> line.head().scope())
            .orEmpty());
    columns.add(Column.of("side", WORD, "input, output, or host of a by-product", Line::side));
    columns.add(Column.of("product", PRODUCT, "what goes in or comes out", Line::product));
    columns.add(
        Column.<Line>of(
                "per_unit",
                NUMBER,
                "tonnes a tonne of primary output; for a host, tonnes of by-product a tonne of its"
                    + " output",
                Line::perUnit)
            .in("t/t")
            .within(0, 1e6));
    columns.add(Column.of("name", TEXT, "name for a person", line -> line.head().name()));
    columns.add(
        Column.of(
            "primary",
            PRODUCT,
            "the output whose tonnes count the activity's level",
            line -> line.head().primary()));
    columns.add(
        Column.<Line>of(
                "margin_share",
                NUMBER,
                "base unit margin as a share of the value of outputs",
                line -> line.head().marginShare())
            .in("1")
            .within(0, 1)
            .orEmpty());
    columns.addAll(VolumeTables.provenance(line -> line.head().provenance()));
    return columns;
  }

  private static double positive(Cells cells) {
    double perUnit = cells.number("per_unit");
    if (perUnit == 0) {
      throw cells.refuse("per_unit", "'per_unit' must not be 0", "take the row out");
    }
    return perUnit;
  }

  /** The rows of activities. */
  static List<Line> toLines(List<Activity> activities) {
    List<Line> lines = new ArrayList<>();
    for (Activity activity : activities) {
      Head head =
          new Head(
              activity.id(),
              activity.scope(),
              activity.name(),
              activity.primary(),
              activity.marginShare(),
              activity.provenance());
      activity.inputs().forEach((p, perUnit) -> lines.add(new Line(head, Side.INPUT, p, perUnit)));
      activity
          .outputs()
          .forEach((p, perUnit) -> lines.add(new Line(head, Side.OUTPUT, p, perUnit)));
      activity.host().ifPresent(h -> lines.add(new Line(head, Side.HOST, h.product(), h.yield())));
    }
    return lines;
  }

  /**
   * The activity of rows that share activity and scope.
   *
   * @throws IllegalArgumentException if they disagree, or make no activity
   */
  static Activity toActivity(List<Line> lines) {
    Head head = lines.getFirst().head();
    SortedMap<ProductId, Double> inputs = new TreeMap<>();
    SortedMap<ProductId, Double> outputs = new TreeMap<>();
    Optional<Activity.Host> host = Optional.empty();
    for (Line line : lines) {
      if (!line.head().equals(head)) {
        throw new IllegalArgumentException(
            "rows of activity "
                + head.activity()
                + " disagree on name, primary, margin_share, source, grade, status or note"
                + "\nMaybe repeat the same words in each of its rows");
      }
      switch (line.side()) {
        case INPUT -> inputs.put(line.product(), line.perUnit());
        case OUTPUT -> outputs.put(line.product(), line.perUnit());
        case HOST -> {
          if (host.isPresent()) {
            throw new IllegalArgumentException(
                "activity " + head.activity() + " has two hosts\nMaybe keep the larger one");
          }
          host = Optional.of(new Activity.Host(line.product(), line.perUnit()));
        }
      }
    }
    return new Activity(
        head.activity(),
        head.name(),
        head.scope(),
        head.primary(),
        inputs,
        outputs,
        host,
        head.marginShare(),
        head.provenance());
  }

  /**
   * The activities of rows in file order.
   *
   * @throws IllegalArgumentException if rows of an activity disagree, or make no activity
   */
  static List<Activity> toActivities(List<Line> lines) {
    return groups(lines, line -> line).stream().map(Technology::toActivity).toList();
  }

  /** What belongs to each activity and scope, in the order in which they come first. */
  static <T> List<List<T>> groups(List<T> rows, Function<T, Line> lineOf) {
    Map<List<String>, List<T>> groups = new LinkedHashMap<>();
    for (T row : rows) {
      Head head = lineOf.apply(row).head();
      List<String> key = List.of(head.activity(), head.scope().map(CountryCode::alpha3).orElse(""));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return List.copyOf(groups.values());
  }
}
