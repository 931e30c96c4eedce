package org.plimsoll.sources.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/** Reads a table of episodes: {@code docs/reference/episodes.md}. */
public final class ShockOutcomeFile {
  /** Columns that the table must have, in any order and among others. */
  static final List<String> COLUMNS =
      List.of(
          "episode",
          "mineral",
          "plimsoll_product",
          "cls",
          "restrictor",
          "what",
          "kind",
          "scope",
          "announced",
          "x_low",
          "x",
          "x_high",
          "share_source",
          "month",
          "s_low",
          "s",
          "s_high",
          "price_type",
          "place",
          "price_before",
          "price_after",
          "unit",
          "R_low",
          "R",
          "R_high",
          "Rin_low",
          "Rin",
          "Rin_high",
          "verification",
          "source",
          "drop",
          "use");

  private static final Pattern LIST = Pattern.compile("\\s*;\\s*");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern SPAN = Pattern.compile("([0-9.]+)-([0-9.]+)");

  /** Codes of states that have another by now. */
  private static final Map<String, String> FORMER = Map.of("ZAR", "COD");

  private ShockOutcomeFile() {}

  /**
   * Reads the file. A row that says too little to be scored is accepted and says why it is not
   * ({@link ShockOutcome#notScored}); a field that cannot be read is an error.
   *
   * @param file CSV in UTF-8
   * @param world whose products and countries the rows name
   */
  public static Loaded<List<ShockOutcome>> read(Path file, Evidence world) {
    return CsvFile.withAtLeast(file.toString(), COLUMNS).read(file, row -> outcome(row, world));
  }

  private static ShockOutcome outcome(Row row, Evidence world) {
    return new ShockOutcome(
        row.text("episode"),
        row.text("mineral"),
        row.optionalText("plimsoll_product"),
        product(row, world),
        also(row, world),
        row.parsed("cls", TradeClass::parse),
        restrictors(row, world),
        row.optionalText("what"),
        row.parsed("kind", ShockOutcome.Kind::parse),
        row.optionalText("scope"),
        row.optionalText("announced"),
        share(row, "x"),
        row.optionalText("share_source"),
        months(row),
        share(row, "s"),
        row.optionalText("price_type"),
        row.optionalText("place"),
        row.optionalText("price_before"),
        row.optionalText("price_after"),
        row.optionalText("unit"),
        multiple(row, "R"),
        multiple(row, "Rin"),
        row.parsed("verification", ShockOutcome.Verification::parse),
        row.optionalText("source"),
        row.optionalText("drop"),
        row.optionalText("use"),
        row.placeOf("episode"));
  }

  private static Optional<ProductId> product(Row row, Evidence world) {
    if (row.optionalText("plimsoll_product").isEmpty()) {
      return Optional.empty();
    }
    ProductId id = row.parsed("plimsoll_product", ProductId::parse);
    return world.findProduct(id).filter(Product::isSolved).map(Product::id);
  }

  /** A column that a table may leave out. */
  private static List<ProductId> also(Row row, Evidence world) {
    return LIST.splitAsStream(row.findText("also").orElse(""))
        .filter(id -> !id.isBlank())
        .map(id -> row.built("also", () -> world.getProduct(ProductId.parse(id)).id()))
        .toList();
  }

  /** Codes of the world, in the order of the row; of "USA on RUS" whose supply it was. */
  private static List<CountryCode> restrictors(Row row, Evidence world) {
    String text = row.optionalText("restrictor");
    Matcher codes = CODE.matcher(text.substring(text.indexOf(" on ") + 1));
    List<CountryCode> found = new ArrayList<>();
    while (codes.find()) {
      CountryCode code = CountryCode.of(FORMER.getOrDefault(codes.group(), codes.group()));
      if (world.findCountry(code).isPresent()) {
        found.add(code);
      }
    }
    return found;
  }

  private static Optional<Interval> months(Row row) {
    String text = row.optionalText("month");
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      OptionalDouble month = row.findNumber("month");
      return month.isPresent()
          ? Optional.of(Interval.exactly(month.getAsDouble()))
          : Optional.empty();
    }
    return Optional.of(
        row.built(
            "month",
            () -> {
              double first = Double.parseDouble(span.group(1));
              double last = Double.parseDouble(span.group(2));
              return new Interval(first, (first + last) / 2, last);
            }));
  }

  private static Optional<Interval> share(Row row, String name) {
    Optional<Interval> share = interval(row, name);
    if (share.isPresent() && (share.get().low() < 0 || share.get().high() > 1)) {
      throw row.refuse(
          name,
          "'%s' is a share from 0 to 1, but is %s".formatted(name, row.text(name)),
          "write 0.35 for 35%");
    }
    return share;
  }

  private static Optional<Interval> multiple(Row row, String name) {
    Optional<Interval> multiple = interval(row, name);
    if (multiple.isPresent() && multiple.get().low() <= 0) {
      throw row.refuse(
          name,
          "'%s' is a price over a price, but is %s".formatted(name, row.text(name)),
          "write 1.5 for a rise by half");
    }
    return multiple;
  }

  /** Low, central and high; an end that is blank is the central value. */
  private static Optional<Interval> interval(Row row, String name) {
    OptionalDouble central = row.findNumber(name);
    if (central.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        row.built(
            name,
            () ->
                new Interval(
                    row.findNumber(name + "_low").orElse(central.getAsDouble()),
                    central.getAsDouble(),
                    row.findNumber(name + "_high").orElse(central.getAsDouble()))));
  }
}
