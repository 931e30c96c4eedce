package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.IMPORTER;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.ORIGIN;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCT;
import static org.plimsoll.sources.pack.Column.Kind.SCOPE;
import static org.plimsoll.sources.pack.Column.Kind.SOURCE;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WHOLE;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Column.Kind.YES_NO;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/** What was made, used, moved and paid, and the defaults of the model. */
final class VolumeTables {
  /** More than all that is mined of anything in a year: beyond it a unit is wrong. */
  static final double MOST_TONNES = 1e10;

  /** Dearer than any traded element: beyond it a unit is wrong. */
  static final double MOST_USD_PER_TONNE = 1e9;

  /** Cheaper than any sand: below it a unit is wrong, or the price is missing. */
  private static final double LEAST_USD_PER_TONNE = 0.001;

  static final Table<Parameter> PARAMETERS =
      new Table<>(
          "parameters",
          "A default of the model.",
          2,
          with(
              Parameter::provenance,
              List.of(
                  Column.of("parameter", WORD, "name", Parameter::name),
                  Column.of(
                      "scope",
                      SCOPE,
                      "for what it holds; the narrowest that fits",
                      Parameter::scope),
                  Column.of("low", NUMBER, "lower end", p -> p.value().low()),
                  Column.of(
                      "central", NUMBER, "value used when one is needed", p -> p.value().central()),
                  Column.of("high", NUMBER, "upper end", p -> p.value().high()),
                  Column.of("unit", TEXT, "unit of the value; 1 if none", Parameter::unit))),
          cells ->
              new Parameter(
                  cells.text("parameter"),
                  cells.text("scope"),
                  cells.interval("low", "central", "high"),
                  cells.text("unit"),
                  cells.provenance()));

  static final Table<Production> PRODUCTION =
      new Table<>(
          "production",
          "Output of one activity in one country; joint products follow from technology.csv.",
          4,
          with(
              Production::provenance,
              List.of(
                  Column.of("activity", WORD, "activity of technology.csv", Production::activity),
                  Column.of(
                      "product", PRODUCT, "the activity's primary product", Production::product),
                  Column.of("country", COUNTRY, "where", Production::country),
                  year(Production::year),
                  tonnes("tonnes", "tonnes of content", Production::tonnes))),
          cells ->
              new Production(
                  cells.text("activity"),
                  cells.product("product"),
                  cells.country("country"),
                  cells.integer("year"),
                  cells.number("tonnes"),
                  cells.provenance()));

  static final Table<Use> CONSUMPTION =
      new Table<>(
          "consumption",
          "What a country used other than as an input to a modelled activity.",
          4,
          with(
              Use::provenance,
              List.of(
                  Column.of("product", PRODUCT, "which", Use::product),
                  Column.of(
                      "country", COUNTRY, "place of first industrial processing", Use::country),
                  Column.of("purpose", WORD, "final or stock-build", Use::purpose),
                  year(Use::year),
                  tonnes("tonnes", "tonnes of content", Use::tonnes))),
          cells ->
              new Use(
                  cells.product("product"),
                  cells.country("country"),
                  cells.parsed("purpose", Use.Purpose::parse),
                  cells.integer("year"),
                  cells.number("tonnes"),
                  cells.provenance()));

  static final Table<Flow> TRADE =
      new Table<>(
          "trade",
          "A reconciled flow from maker to user; exporter and importer are the same at home.",
          4,
          with(
              Flow::provenance,
              List.of(
                  Column.of("product", PRODUCT, "which", Flow::product),
                  Column.of("exporter", COUNTRY, "where it was made", Flow::exporter),
                  Column.of("importer", COUNTRY, "where it is used", Flow::importer),
                  year(Flow::year),
                  tonnes("tonnes", "tonnes of content after balancing", Flow::tonnes),
                  tonnes(
                          "observed_tonnes",
                          "tonnes of content before balancing",
                          Flow::observedTonnes)
                      .orEmpty())),
          cells ->
              new Flow(
                  cells.product("product"),
                  cells.country("exporter"),
                  cells.country("importer"),
                  cells.integer("year"),
                  cells.number("tonnes"),
                  cells.findNumber("observed_tonnes"),
                  cells.provenance()));

  static final Table<Price> PRICES =
      new Table<>(
          "prices",
          "A price of a product: a base of one of the two vintages, or a quote that is shown.",
          5,
          with(
              Price::provenance,
              List.of(
                  Column.of("product", PRODUCT, "which", Price::product),
                  Column.of("vintage", WORD, "base2024, latest or quote", Price::vintage),
                  Column.of("date", TEXT, "date or period, as printed", Price::date),
                  Column.of("location", TEXT, "where and on what terms", Price::location),
                  Column.of(
                      "type", TEXT, "benchmark, unit value, assessment, contract, …", Price::type),
                  usdPerTonne("usd_per_tonne_low", "lower end", p -> p.usdPerTonne().low()),
                  usdPerTonne("usd_per_tonne", "central value", p -> p.usdPerTonne().central()),
                  usdPerTonne("usd_per_tonne_high", "upper end", p -> p.usdPerTonne().high()),
                  Column.of("liquid", YES_NO, "whether real volume trades at it", Price::liquid))),
          cells ->
              new Price(
                  cells.product("product"),
                  cells.text("vintage"),
                  cells.text("date"),
                  cells.text("location"),
                  cells.text("type"),
                  cells.interval("usd_per_tonne_low", "usd_per_tonne", "usd_per_tonne_high"),
                  cells.yes("liquid"),
                  cells.provenance()));

  static final Table<Duty> TARIFFS =
      new Table<>(
          "tariffs",
          "An import duty in force in the base year.",
          3,
          with(
              Duty::provenance,
              List.of(
                  Column.of("importer", IMPORTER, "who levies it", Duty::importer),
                  Column.of("origin", ORIGIN, "country, or * for every other origin", Duty::origin),
                  Column.of("product", PRODUCT, "which", Duty::product),
                  Column.<Duty>of(
                          "ad_valorem",
                          NUMBER,
                          "share of the customs value, 0.035 for 3.5%",
                          Duty::adValorem)
                      .in("1")
                      .within(0, 10))),
          cells ->
              new Duty(
                  cells.text("importer"),
                  cells.text("origin"),
                  cells.product("product"),
                  cells.number("ad_valorem"),
                  cells.provenance()));

  private VolumeTables() {}

  /** The columns, and after them the four of {@link #provenance}. */
  static <T> List<Column<T>> with(Function<T, Provenance> provenance, List<Column<T>> columns) {
    List<Column<T>> all = new ArrayList<>(columns);
    all.addAll(provenance(provenance));
    return all;
  }

  /** The four columns that say where a row came from. */
  static <T> List<Column<T>> provenance(Function<T, Provenance> of) {
    return List.of(
        Column.of("source", SOURCE, "dataset@edition#locator", row -> of.apply(row).source()),
        Column.of(
            "grade", WORD, "how well it is observed: A, B or C", row -> of.apply(row).grade()),
        Column.of(
            "status",
            WORD,
            "how it came to be known: read, derived, …",
            row -> of.apply(row).status()),
        Column.<T>of("note", TEXT, "formula, reason or caveat", row -> of.apply(row).note())
            .orEmpty());
  }

  static <T> Column<T> year(Function<T, Object> year) {
    return Column.of("year", WHOLE, "calendar year", year).within(1900, 2100);
  }

  private static <T> Column<T> tonnes(String name, String about, Function<T, Object> tonnes) {
    return Column.of(name, NUMBER, about, tonnes).in("t").within(0, MOST_TONNES);
  }

  private static Column<Price> usdPerTonne(
      String name, String about, Function<Price, Object> price) {
    return Column.of(name, NUMBER, about, price)
        .in("USD/t")
        .within(LEAST_USD_PER_TONNE, MOST_USD_PER_TONNE);
  }
}
