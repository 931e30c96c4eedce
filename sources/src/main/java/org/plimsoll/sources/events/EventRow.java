package org.plimsoll.sources.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.policy.ControlEvent.Months;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.sources.table.Row;
import org.plimsoll.sources.table.Spelling;

/** Makes an event of a row, in the words of a world. */
final class EventRow {
  private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}-(0[1-9]|1[0-2])");
  private static final Pattern MONTHS = Pattern.compile("(\\d{1,3})-(\\d{1,3})");
  private static final Pattern FROM =
      Pattern.compile("imports from (?<country>[^(]+?)( \\((kg|t)\\))?");
  private static final Pattern ALL = Pattern.compile("imports, all origins( \\((kg|t)\\))?");
  private static final Pattern UNIT_VALUE = Pattern.compile("import unit value");

  /** A change printed in tenths of a per cent must agree with its logarithm to as much. */
  private static final double ROUNDING_PERCENT = 0.1;

  private final Evidence world;
  private final List<ControlEvent> known;
  private final List<Issue> remarks = new ArrayList<>();

  EventRow(Evidence world, List<ControlEvent> known) {
    this.world = world;
    this.known = List.copyOf(known);
  }

  /** What was left out of rows that were accepted. */
  List<Issue> remarks() {
    return List.copyOf(remarks);
  }

  ControlEvent event(Row row) {
    Measured measured = measured(row);
    Months months = months(row);
    String minerals = row.text("minerals");
    List<ProductId> heading = heading(row, minerals);
    Optional<Interval> theta = theta(row);
    return new ControlEvent(
        row.text("control"),
        minerals,
        heading,
        restricted(row, minerals, heading),
        month(row, "announced"),
        month(row, "in_force"),
        importer(row),
        measured.effect(),
        measured.origin().or(() -> origin(row)),
        months,
        logEffect(row),
        standardError(row),
        theta,
        othersShare(row),
        theta.isPresent() ? row.text("theta_source") : "",
        row.findText("horizon_months").map(text -> horizon(row)).orElse(months.last()),
        row.optionalText("note"),
        row.placeOf("measure"));
  }

  private record Measured(Effect effect, Optional<CountryCode> origin) {}

  private Measured measured(Row row) {
    String text = row.text("measure");
    Matcher from = FROM.matcher(text);
    if (from.matches()) {
      return new Measured(Effect.ORIGIN_VOLUME, Optional.of(named(row, from.group("country"))));
    }
    if (ALL.matcher(text).matches()) {
      return new Measured(Effect.VOLUME, Optional.empty());
    }
    if (UNIT_VALUE.matcher(text).matches()) {
      return new Measured(Effect.UNIT_VALUE, Optional.empty());
    }
    List<String> words = Arrays.stream(Effect.values()).map(ControlEventFile::word).toList();
    throw row.refuse(
        "measure", "no effect is called '" + text + "'", "write " + String.join(", or ", words));
  }

  /** A country by its name or code. */
  private CountryCode named(Row row, String name) {
    TreeSet<String> names = new TreeSet<>();
    for (Country country : world.countries()) {
      names.add(country.name());
      if (country.name().equals(name) || country.code().alpha3().equals(name)) {
        return country.code();
      }
    }
    throw row.refuse(
        "measure",
        "the world has no country '" + name + "'",
        near(name, names, "write its English name or code: China, CHN"));
  }

  private Optional<CountryCode> origin(Row row) {
    Optional<CountryCode> origin =
        row.findText("origin").map(text -> row.parsed("origin", CountryCode::of));
    if (origin.isPresent() && world.findCountry(origin.get()).isEmpty()) {
      throw row.refuse(
          "origin", "the world has no country " + origin.get(), "write a code such as CHN");
    }
    return origin;
  }

  /** The study writes EU and US. */
  private String importer(Row row) {
    String text = row.text("importer");
    String id =
        switch (text) {
          case "EU" -> "EU27";
          case "US" -> "USA";
          default -> text;
        };
    TreeSet<String> ids = new TreeSet<>();
    world.territories().forEach(t -> ids.add(t.id()));
    world.countries().forEach(c -> ids.add(c.code().alpha3()));
    if (!ids.contains(id)) {
      throw row.refuse(
          "importer",
          "the world has no country or territory '" + text + "'",
          near(text, ids, "write a code such as USA or EU27"));
    }
    return id;
  }

  private List<ProductId> heading(Row row, String minerals) {
    Optional<List<ProductId>> named = products(row, "measured");
    return named
        .or(() -> known(minerals, ControlEvent::measured))
        .orElseGet(() -> ofWords(row, minerals));
  }

  private List<ProductId> restricted(Row row, String minerals, List<ProductId> heading) {
    List<String> commodities = heading.stream().map(ProductId::commodity).distinct().toList();
    return products(row, "restricted")
        .or(() -> known(minerals, ControlEvent::restricted))
        .orElseGet(() ->
            minerals.contains("/")
                ? heading
                : world.listSolvedProducts().stream()
                    .map(Product::id)
                    .filter(id -> commodities.contains(id.commodity()))
                    .toList());
  }

  private Optional<List<ProductId>> known(
      String minerals, Function<ControlEvent, List<ProductId>> part) {
    return known.stream().filter(e -> e.minerals().equals(minerals)).findFirst().map(part);
  }

  private Optional<List<ProductId>> products(Row row, String column) {
    return row.findText(column)
        .map(text -> parts(text).stream().map(part -> product(row, column, part)).toList());
  }

  /**
   * Products, or commodities: then every solved product of it. A word of which the world solves
   * nothing is left out with a remark; if all are, so is the row.
   */
  private List<ProductId> ofWords(Row row, String minerals) {
    Set<ProductId> products = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String word : parts(minerals)) {
      List<ProductId> meant =
          world.listSolvedProducts().stream()
              .filter(product -> isMeant(word, product.id()))
              .map(Product::id)
              .toList();
      if (meant.isEmpty()) {
        unknown.add(word);
      }
      products.addAll(meant);
    }
    if (products.isEmpty()) {
      throw row.skip(notSolved(unknown.isEmpty() ? List.of(minerals) : unknown));
    }
    if (!unknown.isEmpty()) {
      remarks.add(
          Issue.remark(
              row.placeOf("minerals"), notSolved(unknown) + "; scored by the others of its row"));
    }
    return List.copyOf(products);
  }

  private String notSolved(List<String> words) {
    TreeSet<String> names = new TreeSet<>();
    world.listSolvedProducts().forEach(p -> names.add(p.id().commodity()));
    String near =
        words.stream()
            .flatMap(word ->
                Spelling.nearest(word, names).stream()
                    .filter(name -> Spelling.edits(word, name) <= Math.max(1, word.length() / 4)))
            .findFirst()
            .map(name -> " (nearest by its letters: " + name + ")")
            .orElse("");
    return "the world solves no market of " + String.join(", ", words) + near;
  }

  /** By product, or by the commodity's id, name or symbol, or one of the elements it joins. */
  private boolean isMeant(String word, ProductId product) {
    return word.equalsIgnoreCase(product.toString())
        || word.equalsIgnoreCase(product.commodity())
        || Arrays.stream(product.commodity().split("-")).anyMatch(word::equalsIgnoreCase)
        || world.commodities().stream()
            .filter(commodity -> commodity.id().equals(product.commodity()))
            .anyMatch(c -> word.equalsIgnoreCase(c.name()) || word.equalsIgnoreCase(c.symbol()));
  }

  private ProductId product(Row row, String column, String text) {
    ProductId id = row.built(column, () -> ProductId.parse(text));
    TreeSet<String> ids = new TreeSet<>();
    world.listSolvedProducts().forEach(p -> ids.add(p.id().toString()));
    if (!ids.contains(text)) {
      throw row.refuse(
          column,
          "the world solves no market of '" + text + "'",
          near(text, ids, "write a product such as gallium/refined"));
    }
    return id;
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private static String month(Row row, String column) {
    String text = row.text(column);
    if (!MONTH.matcher(text).matches()) {
      throw row.refuse(column, "not a month: '" + text + "'", "write 2024-09");
    }
    return text;
  }

  private static Months months(Row row) {
    Matcher months = MONTHS.matcher(row.text("months"));
    if (!months.matches()) {
      throw row.refuse(
          "months", "not a span of months: '" + row.text("months") + "'", "write 7-12");
    }
    return row.built(
        "months",
        () -> new Months(Integer.parseInt(months.group(1)), Integer.parseInt(months.group(2))));
  }

  private static int horizon(Row row) {
    int months = row.integer("horizon_months");
    if (months < 1) {
      throw row.refuse(
          "horizon_months", "a horizon is at least a month, but is " + months, "write 12");
    }
    return months;
  }

  private static double logEffect(Row row) {
    OptionalDouble log = row.findNumber("log_effect");
    OptionalDouble percent = row.findNumber("pct_change");
    if (percent.isPresent() && percent.getAsDouble() <= -100) {
      throw row.refuse(
          "pct_change",
          "no volume or price falls by 100% or more, but this is " + row.text("pct_change"),
          "check the sign");
    }
    if (log.isEmpty() && percent.isEmpty()) {
      throw row.refuse(
          "log_effect", "neither log_effect nor pct_change is given", "fill one of the two");
    }
    if (log.isEmpty()) {
      return StrictMath.log1p(percent.getAsDouble() / 100);
    }
    double implied = 100 * StrictMath.expm1(log.getAsDouble());
    if (percent.isPresent() && Math.abs(implied - percent.getAsDouble()) > ROUNDING_PERCENT) {
      throw row.refuse(
          "pct_change",
          "a log effect of %s is a change of %.1f%%, but this is %s"
              .formatted(row.text("log_effect"), implied, row.text("pct_change")),
          "look for a digit lost in one of them, or leave pct_change empty");
    }
    return log.getAsDouble();
  }

  private static OptionalDouble standardError(Row row) {
    OptionalDouble error = row.findNumber("standard_error");
    if (error.isPresent() && error.getAsDouble() < 0) {
      throw row.refuse(
          "standard_error", "a standard error is not negative, but is " + error.getAsDouble(), "");
    }
    return error;
  }

  /** θ and its range; its ends are θ itself where they are left out. */
  private static Optional<Interval> theta(Row row) {
    Optional<Double> central = row.findText("theta").map(text -> row.number("theta"));
    for (String end : List.of("theta_low", "theta_high", "theta_source")) {
      if (central.isEmpty() && row.findText(end).isPresent()) {
        throw row.refuse(end, end + " stands without theta", "fill theta, or leave all four empty");
      }
    }
    if (central.isEmpty()) {
      return Optional.empty();
    }
    double low = row.findText("theta_low").map(t -> row.number("theta_low")).orElse(central.get());
    double high =
        row.findText("theta_high").map(t -> row.number("theta_high")).orElse(central.get());
    if (low < 0 || high > 1) {
      throw row.refuse(
          "theta",
          "a share still licensed lies in [0, 1], but is %s to %s".formatted(low, high),
          "write 0.25 for 25%");
    }
    row.text("theta_source");
    return Optional.of(row.built("theta", () -> new Interval(low, central.get(), high)));
  }

  /** θ at destinations that no row of the control names. */
  private static OptionalDouble othersShare(Row row) {
    if (row.findText("theta_others").isEmpty()) {
      return OptionalDouble.empty();
    }
    double share = row.number("theta_others");
    if (share < 0 || share > 1) {
      throw row.refuse(
          "theta_others",
          "a share still licensed lies in [0, 1], but is " + share,
          "write 0.25 for 25%");
    }
    return OptionalDouble.of(share);
  }

  private static String near(String word, SortedSet<String> words, String otherwise) {
    return Spelling.nearest(word, words)
        .map(found -> "you meant '" + found + "'")
        .orElse(otherwise);
  }
}
