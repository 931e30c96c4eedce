package org.plimsoll.sources.references;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Challenge;
import org.plimsoll.model.policy.ReferenceRows;
import org.plimsoll.model.policy.ReferenceRule;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.model.trade.PriceQuote;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/** Reads the three tables of {@code docs/reference/reference-files.md}. */
public final class ReferenceFiles {
  static final String QUOTES = "price_quotes.csv";
  static final String RULES = "reference_rules.csv";
  static final String CHALLENGES = "challenges.csv";

  static final List<String> QUOTE_COLUMNS =
      List.of(
          "id",
          "product",
          "date",
          "place",
          "type",
          "publisher",
          "usd_per_tonne_low",
          "usd_per_tonne",
          "usd_per_tonne_high",
          "traded_share_low",
          "traded_share",
          "traded_share_high",
          "source",
          "grade",
          "status",
          "note");
  static final List<String> RULE_COLUMNS =
      List.of(
          "id", "kind", "scope", "area", "low", "central", "high", "unit", "source", "grade",
          "status", "note");
  static final List<String> CHALLENGE_COLUMNS =
      List.of("id", "input", "value", "who", "when", "source", "undoes", "note");

  private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}(-\\d{2}){0,2}");

  private ReferenceFiles() {}

  /**
   * Reads the files that are in the folder; one that is missing has no rows. No two inputs share an
   * id, and what a challenge undoes stands above it.
   *
   * @param hand folder of the files
   * @param world whose products and datasets the rows name
   */
  public static Loaded<ReferenceRows> read(Path hand, Evidence world) {
    Set<String> ids = new HashSet<>();
    Loaded<List<PriceQuote>> quotes =
        read(hand, QUOTES, QUOTE_COLUMNS, row -> quote(row, world, ids));
    Loaded<List<ReferenceRule>> rules =
        read(hand, RULES, RULE_COLUMNS, row -> rule(row, world, ids));
    Set<String> made = new HashSet<>();
    Loaded<List<Challenge>> challenges =
        read(hand, CHALLENGES, CHALLENGE_COLUMNS, row -> challenge(row, world, made));
    return challenges
        .map(its -> new ReferenceRows(quotes.value(), rules.value(), its))
        .and(quotes)
        .and(rules);
  }

  private static <T> Loaded<List<T>> read(
      Path hand, String name, List<String> columns, Function<Row, T> toRecord) {
    Path file = hand.resolve(name);
    return Files.exists(file)
        ? CsvFile.withExactly("hand/" + name, columns).read(file, toRecord)
        : new Loaded<>(List.of(), List.of(), RowCount.NONE);
  }

  private static PriceQuote quote(Row row, Evidence world, Set<String> ids) {
    Interval share =
        row.findNumber("traded_share").isEmpty()
            ? Interval.exactly(0)
            : interval(row, "traded_share_low", "traded_share", "traded_share_high");
    if (share.low() < 0 || share.high() > 1) {
      throw row.refuse(
          "traded_share", "a share of use must lie in [0, 1]", "write 0.75 for 75%, or leave it");
    }
    Interval price = interval(row, "usd_per_tonne_low", "usd_per_tonne", "usd_per_tonne_high");
    if (!(price.low() > 0)) {
      throw row.refuse("usd_per_tonne_low", "a price must be above 0", "take the row out");
    }
    return new PriceQuote(
        unique(row, ids),
        product(row, world),
        date(row),
        row.text("place"),
        row.parsed("type", word -> Words.parse(word, PriceQuote.Type.class, "a type of quote")),
        row.text("publisher"),
        price,
        row.findNumber("traded_share").isEmpty() ? Optional.empty() : Optional.of(share),
        provenance(row, world));
  }

  private static String date(Row row) {
    String date = row.text("date");
    if (!DATE.matcher(date).matches()) {
      throw row.refuse("date", "'" + date + "' is not a date", "write 2025 or 2025-12-31");
    }
    return date;
  }

  private static ProductId product(Row row, Evidence world) {
    return row.parsed("product", word -> world.getProduct(ProductId.parse(word)).id());
  }

  private static ReferenceRule rule(Row row, Evidence world, Set<String> ids) {
    return new ReferenceRule(
        unique(row, ids),
        row.parsed("kind", word -> Words.parse(word, ReferenceRule.Kind.class, "a kind of figure")),
        row.text("scope"),
        row.text("area"),
        interval(row, "low", "central", "high"),
        row.text("unit"),
        provenance(row, world));
  }

  private static Challenge challenge(Row row, Evidence world, Set<String> made) {
    String undoes = row.optionalText("undoes");
    if (!undoes.isEmpty() && !made.contains(undoes)) {
      throw row.refuse(
          "undoes",
          "no challenge above this row is called '" + undoes + "'",
          "name one of %s".formatted(made.stream().sorted().toList()));
    }
    OptionalDouble value = row.findNumber("value");
    if (value.isEmpty() && undoes.isEmpty()) {
      throw row.refuse("value", "'value' is empty", "write the value put beside the input's own");
    }
    return new Challenge(
        unique(row, made),
        row.text("input"),
        value.orElse(0),
        row.text("who"),
        row.parsed("when", ReferenceFiles::day),
        source(row, world),
        undoes,
        row.optionalText("note"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not a day\nMaybe write 2026-11-24", e);
    }
  }

  private static String unique(Row row, Set<String> ids) {
    String id = row.text("id");
    if (!ids.add(id)) {
      throw row.refuse("id", "another row is called '" + id + "' too", "give it a name of its own");
    }
    return id;
  }

  private static Interval interval(Row row, String low, String central, String high) {
    return row.built(
        central, () -> new Interval(row.number(low), row.number(central), row.number(high)));
  }

  private static Provenance provenance(Row row, Evidence world) {
    return new Provenance(
        source(row, world),
        row.parsed("grade", Grade::valueOf),
        row.parsed("status", Status::parse),
        row.optionalText("note"));
  }

  private static Source source(Row row, Evidence world) {
    Source source = row.parsed("source", Source::parse);
    if (world.datasets().stream().noneMatch(dataset -> dataset.id().equals(source.dataset()))) {
      throw row.refuse(
          "source",
          "the world has no dataset '" + source.dataset() + "'",
          "add it to datasets.csv first");
    }
    return source;
  }
}
