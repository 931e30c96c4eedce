package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.AREA;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;

import java.util.List;
import java.util.function.Function;
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
      new Table<>(
          "valuations",
          "What the customs value of an importer holds; a country wins over its territory.",
          1,
          VolumeTables.with(
              CustomsValuation::provenance,
              List.of(
                  Column.of(
                      "importer", AREA, "whose; * for every other", CustomsValuation::importer),
                  Column.of(
                      "basis",
                      WORD,
                      "fob without carriage and insurance, or cif",
                      CustomsValuation::basis))),
          cells ->
              new CustomsValuation(
                  cells.text("importer"),
                  cells.parsed("basis", WordTables::parseBasis),
                  cells.provenance()));

  static final Table<ExchangeRate> RATES =
      new Table<>(
          "rates",
          "What one unit of a currency was worth.",
          2,
          VolumeTables.with(
              ExchangeRate::provenance,
              List.of(
                  Column.of("currency", WORD, "ISO 4217", ExchangeRate::currency),
                  Column.of("period", TEXT, "year or date", ExchangeRate::period),
                  usd("usd_per_unit_low", "lower end", r -> r.usdPerUnit().low()),
                  usd("usd_per_unit", "central value", r -> r.usdPerUnit().central()),
                  usd("usd_per_unit_high", "upper end", r -> r.usdPerUnit().high()))),
          cells ->
              new ExchangeRate(
                  cells.parsed("currency", WordTables::parseCurrency),
                  cells.text("period"),
                  cells.interval("usd_per_unit_low", "usd_per_unit", "usd_per_unit_high"),
                  cells.provenance()));

  static final Table<Limit> LIMITS =
      new Table<>(
          "limits",
          "What the model cannot know, as a plan says it.",
          1,
          List.of(
              Column.of("limit", WORD, "identifier, for example L01", Limit::id),
              Column.of("text", TEXT, "for a reader of the plan", Limit::text),
              Column.of(
                  "rests_on",
                  TEXT,
                  "the page it follows from, docs/method/….md, or a source",
                  Limit::restsOn)),
          cells ->
              new Limit(
                  cells.text("limit"),
                  cells.text("text"),
                  cells.parsed("rests_on", WordTables::parseRest)));

  private WordTables() {}

  private static Column<ExchangeRate> usd(
      String name, String about, Function<ExchangeRate, Object> usd) {
    return Column.of(name, NUMBER, about, usd).in("USD").within(1e-9, 1e6);
  }

  private static CustomsValuation.Basis parseBasis(String text) {
    return switch (text) {
      case "fob" -> CustomsValuation.Basis.FOB;
      case "cif" -> CustomsValuation.Basis.CIF;
      default ->
          throw new IllegalArgumentException(
              "not a basis of customs values: '" + text + "'\nMaybe you meant fob or cif");
    };
  }

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
