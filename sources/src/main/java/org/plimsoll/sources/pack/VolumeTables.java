package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COMMODITY;
import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.IMPORTER;
import static org.plimsoll.sources.pack.Column.Kind.ORIGIN;
import static org.plimsoll.sources.pack.Column.Kind.SCOPE;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;
import static org.plimsoll.sources.pack.Part.YEAR;

import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.PastPrice;
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
      Table.of(
          Parameter.class,
          "parameters",
          "A default of the model.",
          2,
          Part.text("parameter", WORD, "name"),
          Part.text("scope", SCOPE, "for what it holds; the narrowest that fits"),
          Part.interval("low", "central", "value used when one is needed", "high"),
          Part.text("unit", TEXT, "unit of the value; 1 if none"),
          PROVENANCE);

  static final Table<Production> PRODUCTION =
      Table.of(
          Production.class,
          "production",
          "Output of one activity in one country; joint products follow from technology.csv.",
          4,
          Part.text("activity", WORD, "activity of technology.csv"),
          Part.product("product", "the activity's primary product"),
          Part.country("country", COUNTRY, "where"),
          YEAR,
          tonnes("tonnes of content"),
          PROVENANCE);

  static final Table<Use> CONSUMPTION =
      Table.of(
          Use.class,
          "consumption",
          "What a country used other than as an input to a modelled activity.",
          4,
          Part.product("product", "which"),
          Part.country("country", COUNTRY, "place of first industrial processing"),
          Part.parsed("purpose", WORD, "final or stock-build", Use.Purpose::parse),
          YEAR,
          tonnes("tonnes of content"),
          PROVENANCE);

  static final Table<Flow> TRADE =
      Table.of(
          Flow.class,
          "trade",
          "A reconciled flow from maker to user; exporter and importer are the same at home.",
          4,
          Part.product("product", "which"),
          Part.country("exporter", COUNTRY, "where it was made"),
          Part.country("importer", COUNTRY, "where it is used"),
          YEAR,
          tonnes("tonnes of content after balancing"),
          Part.findNumber("observed_tonnes", "tonnes of content before balancing")
              .in("t")
              .within(0, MOST_TONNES),
          PROVENANCE);

  static final Table<Price> PRICES =
      Table.of(
          Price.class,
          "prices",
          "A price of a product: a base of one of the two vintages, or a quote that is shown.",
          5,
          Part.product("product", "which"),
          Part.text("vintage", WORD, "base2024, latest, preControl, incentive or quote"),
          Part.text("date", TEXT, "date or period, as printed"),
          Part.text("location", TEXT, "where and on what terms"),
          Part.text("type", TEXT, "benchmark, unit value, assessment, contract, …"),
          Part.interval("usd_per_tonne", "central value")
              .in("USD/t")
              .within(LEAST_USD_PER_TONNE, MOST_USD_PER_TONNE),
          Part.yesNo("liquid", "whether real volume trades at it"),
          PROVENANCE);

  static final Table<PastPrice> PRICE_HISTORY =
      Table.of(
          PastPrice.class,
          "price_history",
          "What a material cost in a past year or month; shown, and looked up by back-tests.",
          3,
          Part.text("commodity", COMMODITY, "which"),
          Part.text("series", TEXT, "form and place, as the publisher words them"),
          Part.text("period", TEXT, "year, or year and month"),
          Part.number("usd_per_tonne", "of what the series is of")
              .in("USD/t")
              .within(LEAST_USD_PER_TONNE, MOST_USD_PER_TONNE),
          PROVENANCE);

  static final Table<Duty> TARIFFS =
      Table.of(
          Duty.class,
          "tariffs",
          "An import duty in force in the base year.",
          3,
          Part.text("importer", IMPORTER, "who levies it"),
          Part.text("origin", ORIGIN, "country, or * for every other origin"),
          Part.product("product", "which"),
          Part.number("ad_valorem", "share of the customs value, 0.035 for 3.5%")
              .in("1")
              .within(0, 10),
          PROVENANCE);

  private VolumeTables() {}

  private static Part<Double> tonnes(String about) {
    return Part.number("tonnes", about).in("t").within(0, MOST_TONNES);
  }
}
