package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;

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
    HOST
  }

  /** What the rows of an activity share. */
  record Head(
      String activity,
      Optional<CountryCode> scope,
      String name,
      ProductId primary,
      OptionalDouble marginShare,
      Provenance provenance) {
    Line line(Side side, ProductId product, double perUnit) {
      return new Line(
          activity, scope, side, product, perUnit, name, primary, marginShare, provenance);
    }
  }

  /** One row. */
  record Line(
      String activity,
      Optional<CountryCode> scope,
      Side side,
      ProductId product,
      double perUnit,
      String name,
      ProductId primary,
      OptionalDouble marginShare,
      Provenance provenance) {
    Head head() {
      return new Head(activity, scope, name, primary, marginShare, provenance);
    }
  }

  static final Table<Line> TABLE =
      Table.of(
          Line.class,
          "technology",
          "What one tonne of an activity's primary output takes and gives.",
          4,
          Part.text("activity", WORD, "identifier"),
          Part.country(
                  "scope",
                  COUNTRY,
                  "the one country whose technology this is; empty for all others")
              .optional(),
          Part.oneOf("side", "input, output, or host of a by-product", Side.class, "a side"),
          Part.product("product", "what goes in or comes out"),
          new Part<>(
                  Part.number(
                          "per_unit",
                          "tonnes a tonne of primary output; for a host, tonnes of by-product a"
                              + " tonne of its output")
                      .columns(),
                  Technology::positive)
              .in("t/t")
              .within(0, 1e6),
          Part.text("name", TEXT, "name for a person"),
          Part.product("primary", "the output whose tonnes count the activity's level"),
          Part.findNumber("margin_share", "base unit margin as a share of the value of outputs")
              .in("1")
              .within(0, 1),
          PROVENANCE);

  private Technology() {}

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
      activity.inputs().forEach((p, perUnit) -> lines.add(head.line(Side.INPUT, p, perUnit)));
      activity.outputs().forEach((p, perUnit) -> lines.add(head.line(Side.OUTPUT, p, perUnit)));
      activity.host().ifPresent(h -> lines.add(head.line(Side.HOST, h.product(), h.yield())));
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
      Line line = lineOf.apply(row);
      List<String> key = List.of(line.activity(), line.scope().map(CountryCode::alpha3).orElse(""));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return List.copyOf(groups.values());
  }
}
