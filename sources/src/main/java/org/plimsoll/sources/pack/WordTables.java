package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.AREA;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;

import java.util.regex.Pattern;
import org.plimsoll.model.evidence.Evidence.Limit;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.CustomsValuation;
import org.plimsoll.model.trade.ExchangeRate;

/** How values are counted, and what is said of the whole. */
final class WordTables {
  private static final Pattern METHOD_PAGE = Pattern.compile("docs/method/[a-z-]+\\.md");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  static final Table<CustomsValuation> VALUATIONS =
      Table.of(
          CustomsValuation.class,
          "valuations",
          "What the customs value of an importer holds; a country wins over its territory.",
          1,
          Part.text("importer", AREA, "whose; * for every other"),
          Part.oneOf(
              "basis",
              "fob without carriage and insurance, or cif",
              CustomsValuation.Basis.class,
              "a basis of customs values"),
          PROVENANCE);

  static final Table<ExchangeRate> RATES =
      Table.of(
          ExchangeRate.class,
          "rates",
          "What one unit of a currency was worth.",
          2,
          Part.parsed("currency", WORD, "ISO 4217", WordTables::parseCurrency),
          Part.text("period", TEXT, "year or date"),
          Part.interval("usd_per_unit", "central value").in("USD").within(1e-9, 1e6),
          PROVENANCE);

  static final Table<Limit> LIMITS =
      Table.of(
          Limit.class,
          "limits",
          "What the model cannot know, as a plan says it.",
          1,
          Part.text("limit", WORD, "identifier, for example L01"),
          Part.text("text", TEXT, "for a reader of the plan"),
          Part.parsed(
              "rests_on",
              TEXT,
              "the page it follows from, docs/method/….md, or a source",
              WordTables::parseRest));

  private WordTables() {}

  private static String parseCurrency(String text) {
    if (!CURRENCY.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "not a currency: '" + text + "'\nMaybe write three capital letters such as EUR");
    }
    return text;
  }

  private static String parseRest(String text) {
    if (!METHOD_PAGE.matcher(text).matches()) {
      try {
        Source.parse(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "neither a page nor a source: '"
                + text
                + "'\nMaybe write docs/method/market.md, or dataset@edition#locator",
            e);
      }
    }
    return text;
  }
}
