package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.BLOCK;
import static org.plimsoll.sources.scenario.Key.Form.DATE;
import static org.plimsoll.sources.scenario.Key.Form.FIGURE;
import static org.plimsoll.sources.scenario.Key.Form.PARTIES;
import static org.plimsoll.sources.scenario.Key.Form.PRODUCTS;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;
import static org.plimsoll.sources.scenario.Key.Form.WORD;
import static org.plimsoll.sources.scenario.MeasureKeys.ONE_OF_TWO;
import static org.plimsoll.sources.scenario.MeasureKeys.SAME_UNIT;
import static org.plimsoll.sources.scenario.MeasureKeys.TONNES;
import static org.plimsoll.sources.scenario.MeasureKeys.USD_PER_KG;
import static org.plimsoll.sources.scenario.MeasureKeys.USD_PER_TONNE;
import static org.plimsoll.sources.scenario.MeasureKeys.adValorem;
import static org.plimsoll.sources.scenario.MeasureKeys.bound;
import static org.plimsoll.sources.scenario.MeasureKeys.endUser;
import static org.plimsoll.sources.scenario.MeasureKeys.factor;
import static org.plimsoll.sources.scenario.MeasureKeys.leakage;
import static org.plimsoll.sources.scenario.MeasureKeys.moreOrLess;
import static org.plimsoll.sources.scenario.MeasureKeys.price;
import static org.plimsoll.sources.scenario.MeasureKeys.rate;
import static org.plimsoll.sources.scenario.MeasureKeys.shareBelowOne;
import static org.plimsoll.sources.scenario.MeasureKeys.specific;
import static org.plimsoll.sources.scenario.MeasureKeys.stocked;
import static org.plimsoll.sources.scenario.MeasureKeys.tonnesPerYear;
import static org.plimsoll.sources.scenario.MeasureKeys.trigger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Status;

/**
 * The types of measure a scenario may name: one row says what a measure is, what stands under which
 * keys, how it is read and how it is printed.
 */
@SuppressWarnings("ImmutableEnumChecker") // a shape is a record that copies its list
enum MeasureType implements MeasureKind {
  EXPORT_BAN(
      "exportBan",
      BorderMeasure.ExportBan.class,
      Actor.ORIGIN,
      "No goods on the covered routes.",
      leakage(),
      endUser()),
  EXPORT_LICENCE(
      "exportLicence",
      BorderMeasure.ExportLicence.class,
      Actor.ORIGIN,
      "Licences for a share of base trade on each covered route.",
      Part.figure(Key.of("share", FIGURE, "licensed share of the base flow").in("1", 0, 1)),
      leakage(),
      endUser()),
  EXPORT_QUOTA(
      "exportQuota",
      BorderMeasure.ExportQuota.class,
      Actor.ORIGIN,
      "A cap on all exports of each named origin.",
      Part.figure(tonnesPerYear("tonnes of content")),
      leakage(),
      endUser()),
  EXPORT_TAX(
      "exportTax",
      BorderMeasure.ExportTax.class,
      Actor.ORIGIN,
      "A tax on exports; revenue to the exporter.",
      Part.figure(adValorem("adValorem", "share of the producer price", ONE_OF_TWO))
          .needing("adValorem", "usdPerTonne", "the export tax has no rate"),
      Part.figure(specific("usdPerTonne", "specific part", ONE_OF_TWO))),
  TARIFF(
      "tariff",
      BorderMeasure.Tariff.class,
      Actor.DESTINATION,
      "An import duty on top of those of the base year; revenue to the importer.",
      Part.figure(adValorem("adValorem", "share of the customs value", ONE_OF_TWO))
          .needing("adValorem", "usdPerTonne", "the tariff has no rate"),
      Part.figure(specific("usdPerTonne", "specific part", ONE_OF_TWO))),
  TARIFF_RATE_QUOTA(
      "tariffRateQuota",
      BorderMeasure.TariffRateQuota.class,
      Actor.DESTINATION,
      "A lower duty up to a quota, a higher one beyond it, on top of those of the base year; while"
          + " the quota binds, holders of licences to import within it gain.",
      Part.figure(tonnesPerYear("the quota, over all covered routes of a product together")),
      rate(
          adValorem("inQuotaAdValorem", "share of the customs value, within the quota", "0"),
          specific("inQuotaUsdPerTonne", "specific part, within the quota", "0")),
      rate(
              adValorem("outOfQuotaAdValorem", "share of the customs value, beyond it", ONE_OF_TWO),
              specific("outOfQuotaUsdPerTonne", "specific part, beyond it", ONE_OF_TWO))
          .needing(
              "outOfQuotaAdValorem",
              "outOfQuotaUsdPerTonne",
              "the tariff-rate quota has no rate beyond the quota")),
  PRICE_FLOOR(
      "priceFloor",
      BorderMeasure.PriceFloor.class,
      Actor.DESTINATION,
      "A price floor kept by a variable levy on every origin that is not exempt.",
      price("usdPer", "the floor"),
      bound(),
      Part.word(
          Key.of("gapGoesTo", WORD, "who keeps the gap between floor and price at the border")
              .oneOf("importer", "exporter")
              .orElse("importer"),
          MeasureKeys::gapGoesTo,
          gap -> gap.name().toLowerCase(Locale.ROOT))),
  PRICE_UNDERTAKING(
      "priceUndertaking",
      BorderMeasure.PriceFloor.class,
      Actor.DESTINATION,
      "A minimum import price that exporters undertake to keep; they keep the gap.",
      price("usdPer", "the least price, duty paid"),
      Part.constant(Optional.empty()),
      Part.constant(BorderMeasure.GapGoesTo.EXPORTER)),
  PARTIAL_LEVY(
      "partialLevy",
      BorderMeasure.PartialLevy.class,
      Actor.DESTINATION,
      "A levy on a part of the gap below a trigger price, by bands; revenue to the importer.",
      price("triggerUsdPer", "the trigger, against the customs value"),
      Shapes.ladder()),
  CAPACITY_CHANGE(
      "capacityChange",
      SupplyMeasure.CapacityChange.class,
      Actor.ORIGIN,
      "Capacity added, or lost if negative, in each named country.",
      Part.change(
          Part.figure(moreOrLess("tonnes of content")),
          factor("on what makes the product there", TONNES))),
  SUBSIDISED_SUPPLY(
      "subsidisedSupply",
      SupplyMeasure.CostCut.class,
      Actor.ORIGIN,
      "The makers' costs fall by a share of the base price.",
      shareBelowOne(
          Key.of("share", FIGURE, "share of the base producer price; below 1").in("1", 0, 1))),
  COST_SHIFT(
      "costShift",
      SupplyMeasure.CostShift.class,
      Actor.ORIGIN,
      "The makers' costs rise or fall, nobody paying for it.",
      Part.change(
          Part.price(
              Key.of("usdPerKg", FIGURE, "on each kilogram of content")
                  .in("USD/kg", -USD_PER_KG, USD_PER_KG)
                  .orElse("see usdPerTonne"),
              Key.of("usdPerTonne", FIGURE, SAME_UNIT)
                  .in("USD/t", -USD_PER_TONNE, USD_PER_TONNE)
                  .orElse("see usdPerKg")),
          factor("on the makers' own costs; for processing, on the margin wanted", "usdPerTonne"))),
  PRODUCTION_SUBSIDY(
      "productionSubsidy",
      SupplyMeasure.ProductionSubsidy.class,
      Actor.ORIGIN,
      "A subsidy on each tonne made, paid by `to`, else by the makers' own state.",
      price("usdPer", "the subsidy")),
  CONTRACT_FOR_DIFFERENCE(
      "contractForDifference",
      SupplyMeasure.ContractForDifference.class,
      Actor.ORIGIN,
      "On the covered volume makers get the strike where their own price is lower, from `to`, else"
          + " from their own state.",
      price("strikeUsdPer", "the strike"),
      Part.figure(tonnesPerYear("covered capacity in each named country").orElse("all of it"))
          .optional(),
      Part.nested(
              Key.of("upside", BLOCK, "what makers give back of a high price").orElse("nothing"),
              Shapes.UPSIDE)
          .optional()),
  OFFTAKE(
      "offtake",
      SupplyMeasure.Offtake.class,
      Actor.ORIGIN,
      "`to` takes a volume from the makers at a fixed price, and uses it or sells it on at the"
          + " market's.",
      price("usdPer", "the price paid"),
      Part.figure(tonnesPerYear("taken from each named country"))),
  DEMAND_SHIFT(
      "demandShift",
      DemandMeasure.DemandShift.class,
      Actor.DESTINATION,
      "Final use at every price is more, or less, in each named country.",
      Part.change(
          Part.figure(moreOrLess("tonnes of content, negative for less")),
          factor("on final use", TONNES))),
  STOCK_RELEASE(
      "stockRelease",
      StockMeasure.StockRelease.class,
      Actor.DESTINATION,
      "Goods sold from stock into the named countries, shared by their base use.",
      Part.figure(stocked()),
      trigger("delivered price above which a country's part is sold", "sold at any price")),
  STOCK_PURCHASE(
      "stockPurchase",
      StockMeasure.StockPurchase.class,
      Actor.DESTINATION,
      "Goods bought into stock by the named countries, shared by their base use.",
      Part.figure(stocked()),
      trigger("delivered price below which a country's part is bought", "bought at any price"));

  /** Whose act it is: that side must be named, be it as {@code all}. */
  enum Actor {
    ORIGIN,
    DESTINATION
  }

  private final String word;
  private final Class<? extends Measure> kind;
  private final Actor actor;
  private final Made<?> made;
  private final Shape shape;

  /**
   * @param kind the record, whose components are its terms and then one for each part
   */
  MeasureType(
      String word, Class<? extends Measure> kind, Actor actor, String about, Part<?>... parts) {
    this.word = word;
    this.kind = kind;
    this.actor = actor;
    this.made = Made.of(kind, parts);
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
    keys.addAll(made.keys());
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

  static MeasureType of(Measure measure) {
    return Arrays.stream(values())
        .filter(type -> type.kind.isInstance(measure))
        .filter(type -> (type == PRICE_UNDERTAKING) == isUndertaking(measure))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no type is for " + measure.getClass()));
  }

  private static boolean isUndertaking(Measure measure) {
    return measure instanceof BorderMeasure.PriceFloor floor && floor.isUndertaking();
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
