package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.BLOCKS;
import static org.plimsoll.sources.scenario.Key.Form.NUMBER;
import static org.plimsoll.sources.scenario.Key.Form.PARTIES;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;
import static org.plimsoll.sources.scenario.Key.Form.WORD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of measure a market file may name, each with its own figures. */
@SuppressWarnings("ImmutableEnumChecker") // a shape is a record that copies its list
enum CaseMeasureType {
  TARIFF(
      "tariff",
      Actor.IMPORTER,
      "An import duty; revenue to the importer. The customs value has the arc's cost in it.",
      rate("adValorem", "share of the customs value").orElse("0"),
      number("specific", "a unit").orElse("0")),
  EXPORT_BAN("exportBan", Actor.EXPORTER, "No goods on the covered routes."),
  EXPORT_LICENCE(
      "exportLicence",
      Actor.EXPORTER,
      "A share of what each covered route carries without the file's measures.",
      Key.of("share", NUMBER, "licensed share").in("1", 0, 1)),
  EXPORT_QUOTA(
      "exportQuota",
      Actor.EXPORTER,
      "A cap on all exports of each covered origin.",
      number("quota", "largest quantity")),
  EXPORT_TAX(
      "exportTax",
      Actor.EXPORTER,
      "A tax on exports; revenue to the exporter.",
      rate("adValorem", "share of the producer price").orElse("0"),
      number("specific", "a unit").orElse("0")),
  PRICE_FLOOR(
      "priceFloor",
      Actor.IMPORTER,
      "A price floor kept by a variable levy on every origin that is not exempt.",
      number("floor", "the least that goods may cost duty paid"),
      number("bound", "largest levy").orElse("none"),
      gapGoesTo("importer")),
  PRICE_UNDERTAKING(
      "priceUndertaking",
      Actor.IMPORTER,
      "Exporters sell at no less than a minimum price, duty paid, and keep the gap.",
      number("floor", "the minimum price"),
      number("bound", "largest gap").orElse("none"),
      gapGoesTo("exporter")),
  TARIFF_RATE_QUOTA(
      "tariffRateQuota",
      Actor.IMPORTER,
      "A lower duty on imports up to a quota, a higher one beyond; the rent goes to the importer.",
      number("quota", "over all covered routes together; at 0 all is beyond it"),
      rate("inQuotaAdValorem", "share of the customs value within the quota").orElse("0"),
      rate("outOfQuotaAdValorem", "beyond it, not below the other").orElse("0"),
      number("inQuotaSpecific", "a unit within the quota").orElse("0"),
      number("outOfQuotaSpecific", "beyond it, not below the other").orElse("0")),
  PARTIAL_LEVY(
      "partialLevy",
      Actor.IMPORTER,
      "A levy on a part of the gap below a trigger price, by bands; revenue to the importer.",
      number("trigger", "against the price with the arc's cost"),
      Key.of("bands", BLOCKS, "from the highest down")
          .orElse(
              "those of the special safeguard of the WTO: 0.3 below 0.9, 0.5 below 0.6, 0.7"
                  + " below 0.4, 0.9 below 0.25"),
      number("bound", "largest levy").orElse("none")),
  CONTRACT_FOR_DIFFERENCE(
      "contractForDifference",
      Actor.EXPORTER,
      "The maker gets the strike where its own price is lower; `to`, else its state, pays.",
      number("strike", "price that is made up to"),
      number(
              "amount",
              "covered quantity at each named node, its cheapest first, of several makers by what"
                  + " they make without the measures")
          .orElse("all")),
  PRODUCTION_SUBSIDY(
      "productionSubsidy",
      Actor.EXPORTER,
      "A payment on each unit made; `to`, else the maker's state, pays.",
      number("specific", "a unit of the product").orElse("see amount"),
      number("amount", "the same").orElse("see specific")),
  CAPACITY_CHANGE(
      "capacityChange",
      Actor.MAKER,
      "Supply, and the activities that make the product, grow or shrink: a joint maker once, by"
          + " the first of `products` that it makes; one without `level` can but be closed, by a"
          + " factor of 0.",
      Key.of(
              "amount",
              NUMBER,
              "added at each named node, to the largest quantity, or to every quantity if there is"
                  + " none; shared by what several make there without the measures")
          .orElse("see factor"),
      number("factor", "on every quantity").orElse("see amount")),
  COST_SHIFT(
      "costShift",
      Actor.MAKER,
      "Costs of making rise or fall, nobody paying for it; a factor acts on a joint maker once.",
      Key.of("amount", NUMBER, "a unit of the product").orElse("see factor"),
      Key.of("factor", NUMBER, "above 0, on the cost; of an activity, on the margin that it wants")
          .in("", Double.MIN_NORMAL, Double.POSITIVE_INFINITY)
          .orElse("see amount")),
  DEMAND_SHIFT(
      "demandShift",
      Actor.BUYER,
      "Use at every price is more or less.",
      Key.of("amount", NUMBER, "at each named node").orElse("see factor"),
      number("factor", "on every quantity").orElse("see amount")),
  STOCK_PURCHASE(
      "stockPurchase",
      Actor.BUYER,
      "Goods bought into stock, shared by use without the measures, or alike if there is none.",
      number("amount", "in all; with a trigger the most").orElse("see cap"),
      number("cap", "the same").orElse("see amount"),
      number("trigger", "buyer price below which it is bought")
          .orElse("any below the choke price")),
  STOCK_RELEASE(
      "stockRelease",
      Actor.BUYER,
      "Goods sold from stock, shared by use without the measures, or alike if there is none; held"
          + " back in proportion below a twentieth of the price without them.",
      number("amount", "in all; with a trigger the most").orElse("see cap"),
      number("cap", "the same").orElse("see amount"),
      number("trigger", "buyer price above which it is sold").orElse("at any price"));

  /** Whose act it is: who {@code by} names, and which other side there is to name. */
  enum Actor {
    EXPORTER("from", "to"),
    IMPORTER("to", "from"),
    /** At home: nobody is at the other end. */
    MAKER("from", ""),
    BUYER("to", "");

    private final String side;
    private final String other;

    Actor(String side, String other) {
      this.side = side;
      this.other = other;
    }

    /** The key that {@code by} stands for. */
    String side() {
      return side;
    }

    boolean hasSide(String key) {
      return side.equals(key) || other.equals(key);
    }
  }

  private final String word;
  private final Actor actor;
  private final Shape shape;

  CaseMeasureType(String word, Actor actor, String about, Key... figures) {
    this.word = word;
    this.actor = actor;
    List<Key> keys = new ArrayList<>();
    keys.add(Key.of("type", WORD, "what is done"));
    keys.add(Key.of("products", TEXT, "names of products").orElse("all"));
    keys.add(
        Key.of("by", PARTIES, "who acts: the same as " + actor.side())
            .orElse("see " + actor.side()));
    Stream.of(
            Key.of("from", PARTIES, "origins; where goods are used or stored there is none")
                .orElse("all"),
            Key.of("to", PARTIES, "destinations; where goods are made there is none").orElse("all"))
        .filter(key -> actor.hasSide(key.name()))
        .forEach(keys::add);
    keys.add(Key.exempt());
    keys.addAll(Arrays.asList(figures));
    shape = new Shape(word, about, keys);
  }

  private static Key gapGoesTo(String usually) {
    return Key.of("gapGoesTo", WORD, "who keeps the gap")
        .oneOf("importer", "exporter")
        .orElse(usually);
  }

  private static Key number(String name, String about) {
    return Key.of(name, NUMBER, about).in("", 0, Double.POSITIVE_INFINITY);
  }

  private static Key rate(String name, String about) {
    return Key.of(name, NUMBER, about).in("1", 0, Double.POSITIVE_INFINITY);
  }

  static Optional<CaseMeasureType> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  static List<String> listWords() {
    return Arrays.stream(values()).map(CaseMeasureType::word).toList();
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
