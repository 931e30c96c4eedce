package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.DATE;
import static org.plimsoll.sources.scenario.Key.Form.FIGURE;
import static org.plimsoll.sources.scenario.Key.Form.NUMBER;
import static org.plimsoll.sources.scenario.Key.Form.PARTIES;
import static org.plimsoll.sources.scenario.Key.Form.PRODUCTS;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;
import static org.plimsoll.sources.scenario.Key.Form.WORD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.provenance.Status;

/** The types of measure a scenario may name, each with its own figures. */
@SuppressWarnings("ImmutableEnumChecker") // a shape is a record that copies its list
enum MeasureType {
  EXPORT_BAN("exportBan", Actor.ORIGIN, "No goods on the covered routes."),
  EXPORT_LICENCE(
      "exportLicence",
      Actor.ORIGIN,
      "Licences for a share of base trade on each covered route.",
      Key.of("share", FIGURE, "licensed share of the base flow").in("1", 0, 1)),
  EXPORT_QUOTA(
      "exportQuota",
      Actor.ORIGIN,
      "A cap on all exports of each named origin.",
      Key.of("tonnesPerYear", FIGURE, "tonnes of content").in("t/year", 0, Limit.TONNES)),
  EXPORT_TAX(
      "exportTax",
      Actor.ORIGIN,
      "A tax on exports; revenue to the exporter.",
      Key.of("adValorem", FIGURE, "share of the producer price").in("1", 0, Limit.AD_VALOREM)),
  TARIFF(
      "tariff",
      Actor.DESTINATION,
      "An import duty on top of those of the base year; revenue to the importer.",
      Key.of("adValorem", FIGURE, "share of the customs value")
          .in("1", 0, Limit.AD_VALOREM)
          .orElse("0; one of the two must be there"),
      Key.of("usdPerTonne", FIGURE, "specific part")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("0; one of the two must be there")),
  PRICE_FLOOR(
      "priceFloor",
      Actor.DESTINATION,
      "A price floor kept by a variable levy on every origin that is not exempt.",
      Key.of("usdPerKg", FIGURE, "the floor")
          .in("USD/kg", 0, Limit.USD_PER_KG)
          .orElse("see usdPerTonne"),
      Key.of("usdPerTonne", FIGURE, "the floor, in the unit of the results")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("see usdPerKg"),
      Key.of("boundUsdPerKg", NUMBER, "largest levy, for example a bound rate")
          .in("USD/kg", 0, Limit.USD_PER_KG)
          .orElse("no bound"),
      Key.of("boundUsdPerTonne", NUMBER, "the same in the unit of the results")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("no bound"),
      Key.of("gapGoesTo", WORD, "who keeps the gap between floor and price at the border")
          .oneOf("importer", "exporter")
          .orElse("importer")),
  CAPACITY_CHANGE(
      "capacityChange",
      Actor.ORIGIN,
      "Capacity added, or lost if negative, in each named country.",
      Key.of("tonnesPerYear", FIGURE, "tonnes of content")
          .in("t/year", -Limit.TONNES, Limit.TONNES)),
  SUBSIDISED_SUPPLY(
      "subsidisedSupply",
      Actor.ORIGIN,
      "The makers' costs fall by a share of the base price.",
      Key.of("share", FIGURE, "share of the base producer price; below 1").in("1", 0, 1)),
  STOCK_RELEASE(
      "stockRelease",
      Actor.DESTINATION,
      "Goods sold from stock into the named countries, shared by their base use.",
      Key.of("tonnes", FIGURE, "tonnes of content over the year").in("t", 0, Limit.TONNES)),
  STOCK_PURCHASE(
      "stockPurchase",
      Actor.DESTINATION,
      "Goods bought into stock by the named countries, shared by their base use.",
      Key.of("tonnes", FIGURE, "tonnes of content over the year").in("t", 0, Limit.TONNES));

  /** Whose act it is: that side must be named, be it as {@code all}. */
  enum Actor {
    ORIGIN,
    DESTINATION
  }

  /** Beyond these a unit is wrong. */
  private static final class Limit {
    static final double TONNES = 1e10;
    static final double USD_PER_TONNE = 1e9;
    static final double USD_PER_KG = 1e6;
    static final double AD_VALOREM = 100;
  }

  private final String word;
  private final Actor actor;
  private final Shape shape;

  MeasureType(String word, Actor actor, String about, Key... figures) {
    this.word = word;
    this.actor = actor;
    List<Key> keys = new ArrayList<>();
    keys.add(Key.of("type", WORD, "what is done"));
    keys.add(
        Key.of("id", WORD, "unique in the file, for messages and reports")
            .orElse("the type and the measure's number in the list"));
    keys.add(
        Key.of(
            "products",
            PRODUCTS,
            "what it covers, as `commodity/stage`; `all` is every product that is solved"));
    String origin = "origins, or the exporter that acts; `by` and `from` mean the same";
    keys.add(Key.of("by", PARTIES, origin).orElse("see from"));
    keys.add(
        Key.of("from", PARTIES, origin)
            .orElse(actor == Actor.ORIGIN ? "one of `by` and `from` must be there" : "all"));
    Key to = Key.of("to", PARTIES, "destinations, or the importer that acts");
    keys.add(actor == Actor.DESTINATION ? to : to.orElse("all"));
    keys.add(Key.of("exempt", PARTIES, "origins to which it does not apply").orElse("none"));
    keys.add(Key.of("start", DATE, "first day in force").orElse("before `asOf`"));
    keys.add(Key.of("end", DATE, "first day not in force").orElse("open"));
    keys.addAll(Arrays.asList(figures));
    keys.add(
        Key.of("status", WORD, "how it came to be known")
            .oneOf(Arrays.stream(Status.values()).map(Status::word).toArray(String[]::new)));
    keys.add(
        Key.of(
                "source",
                TEXT,
                "rows of the registers (F001, E020) or the reason; required if reported")
            .orElse("none"));
    this.shape = new Shape(word, about, keys);
  }

  static Optional<MeasureType> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  static List<String> listWords() {
    return Arrays.stream(values()).map(MeasureType::word).toList();
  }

  String word() {
    return word;
  }

  Actor actor() {
    return actor;
  }

  Shape shape() {
    return shape;
  }
}
