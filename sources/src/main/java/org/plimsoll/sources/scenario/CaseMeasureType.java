package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.NUMBER;
import static org.plimsoll.sources.scenario.Key.Form.PARTIES;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;
import static org.plimsoll.sources.scenario.Key.Form.WORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Interval;

/** The types of measure a market file may name, each with its own figures. */
@SuppressWarnings("ImmutableEnumChecker") // a shape is a record that copies its list
enum CaseMeasureType implements MeasureKind {
  TARIFF(
      "tariff",
      BorderMeasure.Tariff.class,
      Actor.IMPORTER,
      "An import duty; revenue to the importer. The customs value has the arc's cost in it.",
      rate("adValorem", "share of the customs value")
          .needing("adValorem", "specific", "the tariff has no rate"),
      number("specific", "a unit", "0")),
  EXPORT_BAN(
      "exportBan",
      BorderMeasure.ExportBan.class,
      Actor.EXPORTER,
      "No goods on the covered routes.",
      never(),
      never()),
  EXPORT_LICENCE(
      "exportLicence",
      BorderMeasure.ExportLicence.class,
      Actor.EXPORTER,
      "A share of what each covered route carries without the file's measures.",
      Part.exactly(Key.of("share", NUMBER, "licensed share").in("1", 0, 1)),
      never(),
      never()),
  EXPORT_QUOTA(
      "exportQuota",
      BorderMeasure.ExportQuota.class,
      Actor.EXPORTER,
      "A cap on all exports of each covered origin.",
      number("quota", "largest quantity"),
      never(),
      never()),
  EXPORT_TAX(
      "exportTax",
      BorderMeasure.ExportTax.class,
      Actor.EXPORTER,
      "A tax on exports; revenue to the exporter.",
      rate("adValorem", "share of the producer price")
          .needing("adValorem", "specific", "the export tax has no rate"),
      number("specific", "a unit", "0")),
  PRICE_FLOOR(
      "priceFloor",
      BorderMeasure.PriceFloor.class,
      Actor.IMPORTER,
      "A price floor kept by a variable levy on every origin that is not exempt.",
      number("floor", "the least that goods may cost duty paid"),
      bound("largest levy"),
      gapGoesTo("importer", "exporter")),
  PRICE_UNDERTAKING(
      "priceUndertaking",
      BorderMeasure.PriceFloor.class,
      Actor.IMPORTER,
      "Exporters sell at no less than a minimum price, duty paid, and keep the gap.",
      number("floor", "the minimum price"),
      bound("largest gap"),
      gapGoesTo("exporter", "importer")),
  TARIFF_RATE_QUOTA(
      "tariffRateQuota",
      BorderMeasure.TariffRateQuota.class,
      Actor.IMPORTER,
      "A lower duty on imports up to a quota, a higher one beyond; the rent goes to the importer.",
      number("quota", "over all covered routes together; at 0 all is beyond it"),
      duty(
          rate("inQuotaAdValorem", "share of the customs value within the quota"),
          number("inQuotaSpecific", "a unit within the quota", "0")),
      duty(
          rate("outOfQuotaAdValorem", "beyond it, not below the other"),
          number("outOfQuotaSpecific", "beyond it, not below the other", "0"))),
  PARTIAL_LEVY(
      "partialLevy",
      BorderMeasure.PartialLevy.class,
      Actor.IMPORTER,
      "A levy on a part of the gap below a trigger price, by bands; revenue to the importer.",
      number("trigger", "against the price with the arc's cost"),
      boundedLadder()),
  CONTRACT_FOR_DIFFERENCE(
      "contractForDifference",
      SupplyMeasure.ContractForDifference.class,
      Actor.EXPORTER,
      "The maker gets the strike where its own price is lower; `to`, else its state, pays.",
      number("strike", "price that is made up to"),
      number(
              "amount",
              "covered quantity at each named node, its cheapest first, of several makers by what"
                  + " they make without the measures",
              "all")
          .optional(),
      never()),
  PRODUCTION_SUBSIDY(
      "productionSubsidy",
      SupplyMeasure.ProductionSubsidy.class,
      Actor.EXPORTER,
      "A payment on each unit made; `to`, else the maker's state, pays.",
      Part.either(
          number("specific", "a unit of the product", "see amount"),
          number("amount", "the same", "see specific"))),
  CAPACITY_CHANGE(
      "capacityChange",
      SupplyMeasure.CapacityChange.class,
      Actor.MAKER,
      "Supply, and the activities that make the product, grow or shrink: a joint maker once, by"
          + " the first of `products` that it makes; one without `level` can but be closed, by a"
          + " factor of 0.",
      change(
          "added at each named node, to the largest quantity, or to every quantity if there is"
              + " none; shared by what several make there without the measures",
          "on every quantity",
          0)),
  COST_SHIFT(
      "costShift",
      SupplyMeasure.CostShift.class,
      Actor.MAKER,
      "Costs of making rise or fall, nobody paying for it; a factor acts on a joint maker once.",
      change(
          "a unit of the product",
          "above 0, on the cost; of an activity, on the margin that it wants",
          Double.MIN_NORMAL)),
  DEMAND_SHIFT(
      "demandShift",
      DemandMeasure.DemandShift.class,
      Actor.BUYER,
      "Use at every price is more or less.",
      change("at each named node", "on every quantity", 0)),
  STOCK_PURCHASE(
      "stockPurchase",
      StockMeasure.StockPurchase.class,
      Actor.BUYER,
      "Goods bought into stock, shared by use without the measures, or alike if there is none.",
      stocked(),
      number("trigger", "buyer price below which it is bought", "any below the choke price")
          .optional()),
  STOCK_RELEASE(
      "stockRelease",
      StockMeasure.StockRelease.class,
      Actor.BUYER,
      "Goods sold from stock, shared by use without the measures, or alike if there is none; held"
          + " back in proportion below a twentieth of the price without them.",
      stocked(),
      number("trigger", "buyer price above which it is sold", "at any price").optional());

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
  private final Made<?> made;
  private final Shape shape;

  CaseMeasureType(
      String word, Class<? extends Measure> kind, Actor actor, String about, Part<?>... parts) {
    this.word = word;
    this.actor = actor;
    this.made = Made.of(kind, parts);
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
    keys.addAll(made.keys());
    shape = new Shape(word, about, keys);
  }

  /** Who keeps the gap: the first of these words if none is written. */
  private static Part<BorderMeasure.GapGoesTo> gapGoesTo(String usually, String other) {
    return Part.word(
        Key.of("gapGoesTo", WORD, "who keeps the gap").oneOf(usually, other).orElse(usually),
        MeasureKeys::gapGoesTo,
        gap -> gap.name().toLowerCase(Locale.ROOT));
  }

  private static Part<BorderMeasure.Rate> duty(Part<Interval> adValorem, Part<Interval> specific) {
    return Part.record(BorderMeasure.Rate.class, List.of(adValorem, specific));
  }

  private static Part<Change> change(String amount, String factor, double least) {
    return Part.change(
        Part.exactly(Key.of("amount", NUMBER, amount).orElse("see factor")),
        Part.exactly(
            Key.of("factor", NUMBER, factor)
                .in("", least, Double.POSITIVE_INFINITY)
                .orElse("see amount")));
  }

  private static Part<Interval> stocked() {
    return Part.either(
        number("amount", "in all; with a trigger the most", "see cap"),
        number("cap", "the same", "see amount"));
  }

  private static Part<Optional<Double>> bound(String about) {
    return number("bound", about, "none").as(Interval::central, Interval::exactly).optional();
  }

  /** Bands, which end where the levy reaches a bound; the bound is a price, a band a share. */
  private static Part<LevyLadder> boundedLadder() {
    Part<LevyLadder> bands = Shapes.ladder();
    Part<Optional<Double>> bound = bound("largest levy");
    return new Part<>(
        Stream.of(bands, bound).flatMap(part -> part.keys().stream()).toList(),
        at -> {
          LevyLadder ladder = bands.read().apply(at);
          double trigger = at.block().number("trigger").orElse(0);
          return bound
              .read()
              .apply(at)
              .filter(most -> trigger > 0)
              .map(most -> ladder.boundedAt(most / trigger))
              .orElse(ladder);
        },
        bands.print());
  }

  private static Part<Interval> number(String name, String about) {
    return Part.exactly(Key.of(name, NUMBER, about).in("", 0, Double.POSITIVE_INFINITY));
  }

  private static Part<Interval> number(String name, String about, String without) {
    return Part.exactly(
        Key.of(name, NUMBER, about).in("", 0, Double.POSITIVE_INFINITY).orElse(without));
  }

  private static Part<Interval> rate(String name, String about) {
    return Part.exactly(
        Key.of(name, NUMBER, about).in("1", 0, Double.POSITIVE_INFINITY).orElse("0"));
  }

  /** What a market file cannot state. */
  private static <V> Part<Optional<V>> never() {
    return Part.constant(Optional.empty());
  }

  @Override
  public String word() {
    return word;
  }

  Actor actor() {
    return actor;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Made<?> made() {
    return made;
  }
}
