package org.plimsoll.sources.hand;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.model.quantity.PriceUnit;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.Use;
import org.plimsoll.sources.table.Row;

/** Makes a record of a row of each hand-written file. */
final class HandRows {
  private HandRows() {}

  /** One line of {@code technology.csv}. */
  record Coefficient(
      String activity,
      String name,
      Optional<CountryCode> scope,
      String side,
      ProductId product,
      double perUnit,
      OptionalDouble marginShare,
      Provenance provenance,
      Place place) {
    String key() {
      return activity + " " + scope.map(CountryCode::alpha3).orElse("*");
    }
  }

  static Activity activity(List<Coefficient> rows) {
    Coefficient first = rows.getFirst();
    TreeMap<ProductId, Double> inputs = new TreeMap<>();
    TreeMap<ProductId, Double> outputs = new TreeMap<>();
    Optional<Activity.Host> host = Optional.empty();
    StringBuilder notes = new StringBuilder();
    Grade grade = Grade.A;
    for (Coefficient row : rows) {
      switch (row.side()) {
        case "input" -> inputs.put(row.product(), row.perUnit());
        case "output" -> outputs.put(row.product(), row.perUnit());
        case "host" -> host = Optional.of(new Activity.Host(row.product(), row.perUnit()));
        default ->
            throw new IllegalArgumentException(
                "side must be input, output or host, but is '" + row.side() + "'");
      }
      grade = grade.worse(row.provenance().grade());
      if (!row.provenance().note().isEmpty()) {
        notes.append(notes.isEmpty() ? "" : "; ").append(row.provenance().note());
      }
    }
    return new Activity(
        first.activity(),
        first.name(),
        first.scope(),
        first.product(),
        inputs,
        outputs,
        host,
        first.marginShare(),
        new Provenance(
            first.provenance().source(), grade, first.provenance().status(), notes.toString()));
  }

  static Coefficient coefficient(Row row) {
    return new Coefficient(
        row.text("activity"),
        row.text("name"),
        row.built("scope", () -> row.findText("scope").map(CountryCode::of)),
        row.text("side"),
        row.parsed("product", ProductId::parse),
        row.amount("per_unit"),
        row.findNumber("margin_share"),
        provenance(row),
        row.placeOf("activity"));
  }

  static Hand.DatasetFiles dataset(Row row) {
    return new Hand.DatasetFiles(
        new Evidence.Dataset(
            row.text("dataset"),
            row.text("publisher"),
            row.text("edition"),
            row.text("licence"),
            row.yes("redistributable"),
            row.text("citation"),
            ""),
        list(row, "files"));
  }

  static Product product(Row row) {
    return new Product(
        row.parsed("product", ProductId::parse),
        row.text("name"),
        row.parsed("tier", Tier::parse),
        row.parsed("class", TradeClass::parse),
        row.text("basis"),
        list(row, "hs_codes"),
        row.yes("bundled"),
        row.optionalText("storable_form"),
        row.findNumber("shelf_life_years"),
        row.text("reason"));
  }

  static Parameter parameter(Row row) {
    return new Parameter(
        row.text("name"),
        row.text("scope"),
        row.built(
            "central",
            () -> new Interval(row.number("low"), row.number("central"), row.number("high"))),
        row.text("unit"),
        provenance(row));
  }

  static OutputRule output(Row row) {
    return new OutputRule(
        row.text("activity"),
        row.text("area"),
        row.parsed("method", text -> Words.parse(text, OutputRule.Method.class, "a method")),
        row.optionalText("series"),
        row.amount("factor"),
        row.optionalText("split"),
        findAmount(row, "tonnes"),
        remark(row),
        row.placeOf("activity"));
  }

  static UseRule use(Row row) {
    OptionalDouble tonnes = findAmount(row, "tonnes");
    return new UseRule(
        row.parsed("product", ProductId::parse),
        row.text("area"),
        row.parsed("purpose", Use.Purpose::parse),
        row.parsed("method", text -> Words.parse(text, UseRule.Method.class, "a method")),
        List.of("series", "apparent").contains(row.text("method"))
            ? row.text("series")
            : row.optionalText("series"),
        tonnes.isPresent() ? tonnes.getAsDouble() : row.amount("share"),
        remark(row),
        row.placeOf("product"));
  }

  static TradeRule trade(Row row) {
    boolean stated =
        switch (row.text("method")) {
          case "fixed" -> true;
          case "series" -> false;
          default ->
              throw row.refuse(
                  "method",
                  "not a method: '" + row.text("method") + "'",
                  "you meant series or fixed");
        };
    return new TradeRule(
        row.parsed("product", ProductId::parse),
        stated ? row.parsed("exporter", CountryCode::of).alpha3() : row.text("exporter"),
        stated ? row.parsed("importer", CountryCode::of).alpha3() : row.text("importer"),
        stated ? "" : row.text("series"),
        stated ? row.amount("tonnes") : row.amount("factor"),
        row.yes("complete"),
        remark(row),
        row.placeOf("product"));
  }

  static PriceRule price(Row row) {
    String method = row.text("method");
    double unit =
        switch (method) {
          case "usd-per-kg" -> PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(1);
          case "usd-per-mtu" -> PriceUnit.USD_PER_MTU.toUsdPerTonne(1);
          default -> 1;
        };
    boolean isStated = List.of("usd-per-kg", "usd-per-mtu", "usd-per-tonne").contains(method);
    return new PriceRule(
        row.parsed("product", ProductId::parse),
        row.text("vintage"),
        isStated
            ? PriceRule.Method.STATED
            : row.parsed("method", text -> Words.parse(text, PriceRule.Method.class, "a method")),
        row.parsed("reference", text -> reference(method, text)),
        row.built(
            "factor",
            () ->
                new Interval(
                        row.amount("low_factor"), row.amount("factor"), row.amount("high_factor"))
                    .times(unit)),
        row.text("date"),
        row.text("location"),
        row.text("type"),
        row.yes("liquid"),
        remark(row),
        row.placeOf("product"));
  }

  /** A series or quote is named with its period; a ratio names a product. */
  private static String reference(String method, String text) {
    if (method.equals("ratio")) {
      return ProductId.parse(text).toString();
    }
    if ((method.equals("series") || method.equals("quote")) && text.lastIndexOf('/') < 1) {
      throw new IllegalArgumentException(
          "a price series is written with its period, but this is: '"
              + text
              + "'\nMaybe write usgs-price/cobalt/LME cash/2024");
    }
    return text;
  }

  private static Remark remark(Row row) {
    return new Remark(
        row.parsed("grade", Grade::valueOf),
        row.parsed("status", Status::parse),
        row.optionalText("note"));
  }

  private static Provenance provenance(Row row) {
    return new Provenance(
        row.parsed("source", Source::parse),
        row.parsed("grade", Grade::valueOf),
        row.parsed("status", Status::parse),
        row.optionalText("note"));
  }

  /** A factor on manufacturing value added; without its reason it is refused. */
  static Map.Entry<CountryCode, Double> weightFactor(Row row) {
    row.text("note");
    return Map.entry(row.parsed("country", CountryCode::of), row.amount("factor"));
  }

  private static OptionalDouble findAmount(Row row, String column) {
    return row.findText(column).isPresent()
        ? OptionalDouble.of(row.amount(column))
        : OptionalDouble.empty();
  }

  static List<String> list(Row row, String column) {
    return row.findText(column).map(text -> Arrays.asList(text.split(";"))).orElse(List.of());
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("not a date: '" + text + "'\nMaybe write 2026-11-24", e);
    }
  }
}
