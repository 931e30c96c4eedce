package org.plimsoll.sources.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.figures.RiskFigure.Unit;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/** Reads a table of one's own figures: {@code docs/reference/risk-input.md}. */
public final class RiskFigureFile {
  static final List<String> COLUMNS =
      List.of(
          "figure",
          "material",
          "stage",
          "year",
          "region",
          "country",
          "supplier",
          "value",
          "unit",
          "source");

  /** Published shares are rounded; their sum may be a little above 1. */
  static final double MOST_OF_SHARES = 1.03;

  private static final List<String> KEYS =
      List.of("material", "stage", "year", "region", "country", "supplier");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

  private RiskFigureFile() {}

  /**
   * Reads the file. Rows that contradict one another are errors too.
   *
   * @param file CSV in UTF-8, with exactly the columns of the page
   */
  public static Loaded<List<RiskFigure>> read(Path file) {
    Loaded<List<RiskFigure>> loaded =
        CsvFile.withExactly(file.toString(), COLUMNS)
            .readUnique(file, RiskFigureFile::figure, RiskFigureFile::key);
    List<Issue> issues = new ArrayList<>(loaded.issues());
    if (!loaded.hasErrors()) {
      issues.addAll(contradictions(loaded.value()));
    }
    return new Loaded<>(loaded.value(), issues, loaded.rows());
  }

  /** What no two rows may share, in words. */
  private static String key(RiskFigure figure) {
    List<String> parts = new ArrayList<>(List.of(figure.kind().word()));
    figure.material().ifPresent(parts::add);
    figure.stage().ifPresent(parts::add);
    figure.year().ifPresent(year -> parts.add(Integer.toString(year)));
    figure.region().ifPresent(region -> parts.add("to " + region));
    figure.country().ifPresent(country -> parts.add("from " + country));
    figure.supplier().ifPresent(parts::add);
    return String.join(" ", parts);
  }

  private static RiskFigure figure(Row row) {
    RiskFigureKind kind = row.parsed("figure", RiskFigureKind::parse);
    for (String column : KEYS) {
      boolean isFilled = row.findText(column).isPresent();
      if (!isFilled && kind.needed().contains(column)) {
        throw row.refuse(
            column,
            "a figure of " + kind.word() + " needs its " + column,
            "fill the column; it needs " + String.join(", ", kind.needed()));
      }
      if (isFilled && !kind.needed().contains(column) && !kind.allowed().contains(column)) {
        throw row.refuse(
            column,
            "a figure of %s has no %s, but this is '%s'"
                .formatted(kind.word(), column, row.text(column)),
            "leave it empty; a figure that holds for one " + column + " only is of another kind");
      }
    }
    RiskFigureKind.Scale scale = row.parsed("unit", kind::parseUnit);
    return new RiskFigure(
        kind,
        row.findText("material").map(text -> word(row, "material", text)),
        row.findText("stage").map(text -> word(row, "stage", text)),
        row.findText("year").map(text -> year(row, text)).orElse(OptionalInt.empty()),
        row.findText("region"),
        row.findText("country").map(text -> row.parsed("country", CountryCode::of)),
        row.findText("supplier"),
        value(row, kind, scale),
        scale.unit(),
        row.text("source"),
        row.placeOf("value"));
  }

  private static double value(Row row, RiskFigureKind kind, RiskFigureKind.Scale scale) {
    double value = scale.apply(row.number("value"));
    String written = row.text("value") + " " + row.text("unit");
    double most =
        switch (scale) {
          case ONE, PERCENT ->
              Math.min(kind.most(), kind == RiskFigureKind.TRADE_PARAMETER ? 2 : 1);
          case UNIT, TEN_THOUSAND -> 1;
          default -> kind.most();
        };
    double least = scale.unit() == Unit.INDEX ? 0 : kind.least();
    if (value > most) {
      throw row.refuse(
          "value",
          "'%s' goes up to %s, but this is %s"
              .formatted(kind.word(), org.plimsoll.sources.table.Decimal.print(most), written),
          most == 1 ? "write 0.564 with the unit 1, or 56.4 with the unit %" : "check the unit");
    }
    if (value < least) {
      throw row.refuse(
          "value",
          "'%s' must not be below %s, but this is %s"
              .formatted(kind.word(), org.plimsoll.sources.table.Decimal.print(least), written),
          "check the sign and the unit");
    }
    return value;
  }

  private static String word(Row row, String column, String text) {
    if (!WORD.matcher(text).matches()) {
      throw row.refuse(
          column,
          "a " + column + " is one word in lower case, but this is '" + text + "'",
          "write " + text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }
    return text;
  }

  private static OptionalInt year(Row row, String text) {
    if (!YEAR.matcher(text).matches()) {
      throw row.refuse("year", "not a year: '" + text + "'", "write 2024, or leave it empty");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** Shares beside tonnes, shares that exceed the whole, values without what they are paid for. */
  private static List<Issue> contradictions(List<RiskFigure> figures) {
    List<Issue> issues = new ArrayList<>();
    Map<List<Object>, RiskFigure> firstOf = new HashMap<>();
    Map<List<Object>, Double> sumOf = new HashMap<>();
    for (RiskFigure figure : figures) {
      if (figure.kind() == RiskFigureKind.OUTPUT || figure.kind() == RiskFigureKind.SUPPLY) {
        List<Object> whole = wholeOf(figure, figure.kind());
        RiskFigure first = firstOf.computeIfAbsent(whole, w -> figure);
        if (first.unit() != figure.unit()) {
          issues.add(
              Issue.error(
                  figure.place(),
                  "%s in a share beside tonnes in line %d"
                      .formatted(figure.kind().word(), first.place().line()),
                  "give all makers or suppliers of one whole in tonnes, or all as shares"));
        }
        double sum = sumOf.merge(whole, figure.value(), Double::sum);
        if (figure.unit() == Unit.SHARE
            && sum > MOST_OF_SHARES
            && sum - figure.value() <= MOST_OF_SHARES) {
          issues.add(
              Issue.error(
                  figure.place(),
                  "with this row the shares sum to %.3f, above the whole".formatted(sum),
                  "look for a supplier that stands in twice, or a total among the rows"));
        }
      }
    }
    for (RiskFigure figure : figures) {
      Optional<RiskFigure> supply =
          Optional.ofNullable(firstOf.get(wholeOf(figure, RiskFigureKind.SUPPLY)));
      boolean isInShares = supply.map(s -> s.unit() == Unit.SHARE).orElse(false);
      if (figure.kind() == RiskFigureKind.SUPPLY_VALUE && (supply.isEmpty() || isInShares)) {
        issues.add(
            Issue.error(
                figure.place(),
                "a supply-value without tonnes of supply makes no price",
                "give supply in tonnes, or take a row of price"));
      }
      if (figure.kind() == RiskFigureKind.OWN_OUTPUT && isInShares) {
        issues.add(
            Issue.error(
                figure.place(),
                "own output in tonnes beside supply in shares",
                "give supply in tonnes, or own output as a supply from home"));
      }
    }
    return issues;
  }

  private static List<Object> wholeOf(RiskFigure figure, RiskFigureKind kind) {
    return List.of(kind, figure.material(), figure.stage(), figure.year(), figure.region());
  }
}
