package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.BLOCK;
import static org.plimsoll.sources.scenario.Key.Form.BLOCKS;
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
  EXPORT_BAN("exportBan", Actor.ORIGIN, "No goods on the covered routes.", leakage(), endUser()),
  EXPORT_LICENCE(
      "exportLicence",
      Actor.ORIGIN,
      "Licences for a share of base trade on each covered route.",
      Key.of("share", FIGURE, "licensed share of the base flow").in("1", 0, 1),
      leakage(),
      endUser()),
  EXPORT_QUOTA(
      "exportQuota",
      Actor.ORIGIN,
      "A cap on all exports of each named origin.",
      Key.of("tonnesPerYear", FIGURE, "tonnes of content").in("t/year", 0, Limit.TONNES),
      leakage(),
      endUser()),
  EXPORT_TAX(
      "exportTax",
      Actor.ORIGIN,
      "A tax on exports; revenue to the exporter.",
      Key.of("adValorem", FIGURE, "share of the producer price")
          .in("1", 0, Limit.AD_VALOREM)
          .orElse("0; one of the two must be there"),
      Key.of("usdPerTonne", FIGURE, "specific part")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("0; one of the two must be there")),
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
  TARIFF_RATE_QUOTA(
      "tariffRateQuota",
      Actor.DESTINATION,
      "A lower duty up to a quota, a higher one beyond it, on top of those of the base year; while"
          + " the quota binds, holders of licences to import within it gain.",
      Key.of("tonnesPerYear", FIGURE, "the quota, over all covered routes of a product together")
          .in("t/year", 0, Limit.TONNES),
      Key.of("inQuotaAdValorem", FIGURE, "share of the customs value, within the quota")
          .in("1", 0, Limit.AD_VALOREM)
          .orElse("0"),
      Key.of("inQuotaUsdPerTonne", FIGURE, "specific part, within the quota")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("0"),
      Key.of("outOfQuotaAdValorem", FIGURE, "share of the customs value, beyond it")
          .in("1", 0, Limit.AD_VALOREM)
          .orElse("0; one of the two must be there"),
      Key.of("outOfQuotaUsdPerTonne", FIGURE, "specific part, beyond it")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("0; one of the two must be there")),
  PRICE_FLOOR(
      "priceFloor",
      Actor.DESTINATION,
      "A price floor kept by a variable levy on every origin that is not exempt.",
      perKg("usdPerKg", "the floor", "usdPerTonne"),
      perTonne("usdPerTonne", "usdPerKg"),
      Key.of("boundUsdPerKg", NUMBER, "largest levy, for example a bound rate")
          .in("USD/kg", 0, Limit.USD_PER_KG)
          .orElse("no bound"),
      Key.of("boundUsdPerTonne", NUMBER, "the same in the unit of the results")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("no bound"),
      Key.of("gapGoesTo", WORD, "who keeps the gap between floor and price at the border")
          .oneOf("importer", "exporter")
          .orElse("importer")),
  PRICE_UNDERTAKING(
      "priceUndertaking",
      Actor.DESTINATION,
      "A minimum import price that exporters undertake to keep; they keep the gap.",
      perKg("usdPerKg", "the least price, duty paid", "usdPerTonne"),
      perTonne("usdPerTonne", "usdPerKg")),
  PARTIAL_LEVY(
      "partialLevy",
      Actor.DESTINATION,
      "A levy on a part of the gap below a trigger price, by bands; revenue to the importer.",
      perKg("triggerUsdPerKg", "the trigger, against the customs value", "triggerUsdPerTonne"),
      perTonne("triggerUsdPerTonne", "triggerUsdPerKg"),
      Key.of("bands", BLOCKS, "from the highest down")
          .orElse(
              "those of the special safeguard of the WTO: 0.3 below 0.9, 0.5 below 0.6, 0.7"
                  + " below 0.4, 0.9 below 0.25")),
  CAPACITY_CHANGE(
      "capacityChange",
      Actor.ORIGIN,
      "Capacity added, or lost if negative, in each named country.",
      Key.of("tonnesPerYear", FIGURE, "tonnes of content")
          .in("t/year", -Limit.TONNES, Limit.TONNES)
          .orElse("see factor"),
      Key.of("factor", FIGURE, "on what makes the product there")
          .in("1", 0, Limit.FACTOR)
          .orElse("see tonnesPerYear")),
  SUBSIDISED_SUPPLY(
      "subsidisedSupply",
      Actor.ORIGIN,
      "The makers' costs fall by a share of the base price.",
      Key.of("share", FIGURE, "share of the base producer price; below 1").in("1", 0, 1)),
  COST_SHIFT(
      "costShift",
      Actor.ORIGIN,
      "The makers' costs rise or fall, nobody paying for it.",
      Key.of("usdPerKg", FIGURE, "on each kilogram of content")
          .in("USD/kg", -Limit.USD_PER_KG, Limit.USD_PER_KG)
          .orElse("see usdPerTonne"),
      Key.of("usdPerTonne", FIGURE, "the same in the unit of the results")
          .in("USD/t", -Limit.USD_PER_TONNE, Limit.USD_PER_TONNE)
          .orElse("see usdPerKg"),
      Key.of("factor", FIGURE, "on the makers' own costs; for processing, on the margin wanted")
          .in("1", 0, Limit.FACTOR)
          .orElse("see usdPerTonne")),
  PRODUCTION_SUBSIDY(
      "productionSubsidy",
      Actor.ORIGIN,
      "A subsidy on each tonne made, paid by `to`, else by the makers' own state.",
      perKg("usdPerKg", "the subsidy", "usdPerTonne"),
      perTonne("usdPerTonne", "usdPerKg")),
  CONTRACT_FOR_DIFFERENCE(
      "contractForDifference",
      Actor.ORIGIN,
      "On the covered volume makers get the strike where their own price is lower, from `to`, else"
          + " from their own state.",
      perKg("strikeUsdPerKg", "the strike", "strikeUsdPerTonne"),
      perTonne("strikeUsdPerTonne", "strikeUsdPerKg"),
      Key.of("tonnesPerYear", FIGURE, "covered capacity in each named country")
          .in("t/year", 0, Limit.TONNES)
          .orElse("all of it"),
      Key.of("upside", BLOCK, "what makers give back of a high price").orElse("nothing")),
  OFFTAKE(
      "offtake",
      Actor.ORIGIN,
      "`to` takes a volume from the makers at a fixed price, and uses it or sells it on at the"
          + " market's.",
      perKg("usdPerKg", "the price paid", "usdPerTonne"),
      perTonne("usdPerTonne", "usdPerKg"),
      Key.of("tonnesPerYear", FIGURE, "taken from each named country")
          .in("t/year", 0, Limit.TONNES)),
  DEMAND_SHIFT(
      "demandShift",
      Actor.DESTINATION,
      "Final use at every price is more, or less, in each named country.",
      Key.of("tonnesPerYear", FIGURE, "tonnes of content, negative for less")
          .in("t/year", -Limit.TONNES, Limit.TONNES)
          .orElse("see factor"),
      Key.of("factor", FIGURE, "on final use")
          .in("1", 0, Limit.FACTOR)
          .orElse("see tonnesPerYear")),
  STOCK_RELEASE(
      "stockRelease",
      Actor.DESTINATION,
      "Goods sold from stock into the named countries, shared by their base use.",
      Key.of("tonnes", FIGURE, "tonnes of content over the year; with a trigger the most")
          .in("t", 0, Limit.TONNES),
      Key.of("triggerUsdPerKg", FIGURE, "delivered price above which a country's part is sold")
          .in("USD/kg", 0, Limit.USD_PER_KG)
          .orElse("sold at any price"),
      Key.of("triggerUsdPerTonne", FIGURE, "the same in the unit of the results")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("sold at any price")),
  STOCK_PURCHASE(
      "stockPurchase",
      Actor.DESTINATION,
      "Goods bought into stock by the named countries, shared by their base use.",
      Key.of("tonnes", FIGURE, "tonnes of content over the year; with a trigger the most")
          .in("t", 0, Limit.TONNES),
      Key.of("triggerUsdPerKg", FIGURE, "delivered price below which a country's part is bought")
          .in("USD/kg", 0, Limit.USD_PER_KG)
          .orElse("bought at any price"),
      Key.of("triggerUsdPerTonne", FIGURE, "the same in the unit of the results")
          .in("USD/t", 0, Limit.USD_PER_TONNE)
          .orElse("bought at any price"));

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
    static final double FACTOR = 1000;
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
    keys.add(Key.exempt());
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

  private static Key leakage() {
    return Key.of("leakage", BLOCK, "what comes through by way of third countries")
        .orElse("nothing");
  }

  private static Key endUser() {
    return Key.of("endUser", BLOCK, "the user to whom alone it applies, such as the military")
        .orElse("all users");
  }

  private static Key perKg(String name, String about, String otherwise) {
    return Key.of(name, FIGURE, about).in("USD/kg", 0, Limit.USD_PER_KG).orElse("see " + otherwise);
  }

  private static Key perTonne(String name, String otherwise) {
    return Key.of(name, FIGURE, "the same in the unit of the results")
        .in("USD/t", 0, Limit.USD_PER_TONNE)
        .orElse("see " + otherwise);
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
