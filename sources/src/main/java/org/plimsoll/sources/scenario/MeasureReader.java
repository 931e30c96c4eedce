package org.plimsoll.sources.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.PriceUnit;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a measure of one entry of the list of measures. */
final class MeasureReader {
  private final Vocabulary vocabulary;
  private final Issues issues;

  MeasureReader(Vocabulary vocabulary, Issues issues) {
    this.vocabulary = vocabulary;
    this.issues = issues;
  }

  /** The measure; empty if an issue says what is wrong with it. */
  Optional<Measure> read(Node node, int number) {
    int before = issues.size();
    Optional<MeasureType> type = type(node);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Block block = Block.of(node, type.get().shape(), issues);
    String id = block.has("id") ? block.word("id") : type.get().word() + "-" + number;
    List<ProductId> products = vocabulary.products(block);
    Parties from = origin(block, type.get());
    Parties to = vocabulary.parties(block, "to");
    Parties exempt = vocabulary.parties(block, "exempt");
    Optional<LocalDate> start = block.date("start");
    Optional<LocalDate> end = block.date("end");
    checkDates(block, start, end);
    Status status = Status.parse(block.word("status"));
    String source = source(block, status);
    if (products.isEmpty()) {
      return Optional.empty();
    }
    Terms terms = new Terms(id, products, from, to, exempt, start, end, status, source);
    try {
      Measure measure = build(type.get(), block, terms);
      return issues.size() > before && issues.hasErrors() ? Optional.empty() : Optional.of(measure);
    } catch (IllegalArgumentException e) {
      String[] parts = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
      issues.error(node, parts[0], parts.length > 1 ? parts[1] : "correct the figure");
      return Optional.empty();
    }
  }

  private Optional<MeasureType> type(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      issues.error(node, "a measure must be a block of keys", "begin with type: exportBan");
      return Optional.empty();
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("type")) {
        String word = tuple.getValueNode() instanceof ScalarNode value ? value.getValue() : "";
        Optional<MeasureType> type = MeasureType.find(word);
        if (type.isEmpty()) {
          issues.error(
              tuple.getValueNode(),
              "there is no type of measure '" + word + "'",
              Issues.meant(word, MeasureType.listWords())
                  + "the types are "
                  + String.join(", ", MeasureType.listWords()));
        }
        return type;
      }
    }
    issues.error(
        node,
        "key 'type' is missing in a measure",
        "add type: with one of " + String.join(", ", MeasureType.listWords()));
    return Optional.empty();
  }

  private Parties origin(Block block, MeasureType type) {
    boolean by = block.has("by");
    boolean from = block.has("from");
    if (by && from) {
      issues.error(block.at("from"), "'by' and 'from' both name the origin", "keep one of the two");
    } else if (!by && !from && type.actor() == MeasureType.Actor.ORIGIN) {
      issues.error(
          block.node(),
          type.word() + " does not say who acts",
          "add by: with a country, a territory or an alliance, or by: all");
    }
    return vocabulary.parties(block, by ? "by" : "from");
  }

  private void checkDates(Block block, Optional<LocalDate> start, Optional<LocalDate> end) {
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      issues.error(
          block.at("end"),
          "'end' is " + end.get() + ", which is not after 'start', " + start.get(),
          "'end' is the first day not in force; put the dates in order");
    }
  }

  private String source(Block block, Status status) {
    String source = block.text("source");
    vocabulary.checkSource(block, source);
    if (status == Status.REPORTED && !block.has("source")) {
      issues.error(
          block.at("status"),
          "the measure is reported, but names no source",
          "add source: with a row of a register such as F001, or write status: assumed");
    }
    return source;
  }

  private Measure build(MeasureType type, Block block, Terms terms) {
    return switch (type) {
      case EXPORT_BAN -> new BorderMeasure.ExportBan(terms, leakage(block), endUser(block));
      case EXPORT_LICENCE ->
          new BorderMeasure.ExportLicence(
              terms, block.figure("share"), leakage(block), endUser(block));
      case EXPORT_QUOTA ->
          new BorderMeasure.ExportQuota(
              terms, block.figure("tonnesPerYear"), leakage(block), endUser(block));
      case EXPORT_TAX -> {
        checkRate(block, "export tax");
        yield new BorderMeasure.ExportTax(
            terms, block.figure("adValorem"), block.figure("usdPerTonne"));
      }
      case TARIFF -> tariff(block, terms);
      case PRICE_FLOOR -> floor(block, terms);
      case TARIFF_RATE_QUOTA -> tariffRateQuota(block, terms);
      case PRICE_UNDERTAKING -> BorderMeasure.PriceFloor.undertaking(terms, price(block, "usdPer"));
      case PARTIAL_LEVY -> partialLevy(block, terms);
      case CAPACITY_CHANGE ->
          new SupplyMeasure.CapacityChange(terms, change(block, "tonnesPerYear"));
      case SUBSIDISED_SUPPLY -> costCut(block, terms);
      case COST_SHIFT -> new SupplyMeasure.CostShift(terms, costChange(block));
      case PRODUCTION_SUBSIDY -> new SupplyMeasure.ProductionSubsidy(terms, price(block, "usdPer"));
      case CONTRACT_FOR_DIFFERENCE -> contract(block, terms);
      case OFFTAKE ->
          new SupplyMeasure.Offtake(terms, price(block, "usdPer"), block.figure("tonnesPerYear"));
      case DEMAND_SHIFT -> new DemandMeasure.DemandShift(terms, change(block, "tonnesPerYear"));
      case STOCK_RELEASE ->
          new StockMeasure.StockRelease(terms, block.figure("tonnes"), trigger(block));
      case STOCK_PURCHASE ->
          new StockMeasure.StockPurchase(terms, block.figure("tonnes"), trigger(block));
    };
  }

  /** A price under one of two keys that end in Kg and Tonne, USD a tonne. */
  private Interval price(Block block, String key) {
    boolean perKg = block.has(key + "Kg");
    if (perKg == block.has(key + "Tonne")) {
      issues.error(
          block.node(),
          "of '%sKg' and '%sTonne' %s given".formatted(key, key, perKg ? "both are" : "neither is"),
          "write " + key + "Kg: or " + key + "Tonne:");
    }
    return perKg ? toUsdPerTonne(block.figure(key + "Kg")) : block.figure(key + "Tonne");
  }

  private static Interval toUsdPerTonne(Interval perKg) {
    return new Interval(
        PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(perKg.low()),
        PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(perKg.central()),
        PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(perKg.high()));
  }

  private Optional<Interval> trigger(Block block) {
    return block.has("triggerUsdPerKg") || block.has("triggerUsdPerTonne")
        ? Optional.of(price(block, "triggerUsdPer"))
        : Optional.empty();
  }

  private Optional<BorderMeasure.Leakage> leakage(Block measure) {
    return measure
        .find("leakage")
        .map(node -> Block.of(node, Shapes.LEAKAGE, issues))
        .map(block ->
            new BorderMeasure.Leakage(
                price(block, "premiumUsdPer"),
                block.has("tonnesPerYear")
                    ? Optional.of(block.figure("tonnesPerYear"))
                    : Optional.empty(),
                vocabulary.parties(block, "via")));
  }

  private Optional<BorderMeasure.EndUser> endUser(Block measure) {
    return measure
        .find("endUser")
        .flatMap(node -> endUserOf(Block.of(node, Shapes.END_USER, issues)));
  }

  /** Empty where an issue says what is missing. */
  private Optional<BorderMeasure.EndUser> endUserOf(Block block) {
    String name = block.word("name");
    String source = block.text("source");
    vocabulary.checkSource(block, source);
    Interval share = block.figure("share");
    Status status = Status.parse(block.word("status"));
    return name.isBlank() || source.isBlank()
        ? Optional.empty()
        : Optional.of(new BorderMeasure.EndUser(name, share, status, source));
  }

  private Change change(Block block, String key) {
    boolean times = block.has("factor");
    if (times == block.has(key)) {
      issues.error(
          block.node(),
          "of '%s' and 'factor' %s given".formatted(key, times ? "both are" : "neither is"),
          "write " + key + ": or factor:");
    }
    return times ? new Change.Times(block.figure("factor")) : new Change.By(block.figure(key));
  }

  private Change costChange(Block block) {
    if (!block.has("factor")) {
      return new Change.By(price(block, "usdPer"));
    }
    if (block.has("usdPerKg") || block.has("usdPerTonne")) {
      issues.error(
          block.at("factor"), "the change is given twice, as a sum and as a factor", "keep one");
    }
    return new Change.Times(block.figure("factor"));
  }

  private Measure tariffRateQuota(Block block, Terms terms) {
    if (!block.has("outOfQuotaAdValorem") && !block.has("outOfQuotaUsdPerTonne")) {
      issues.error(
          block.node(),
          "the tariff-rate quota has no rate beyond the quota",
          "add outOfQuotaAdValorem: 0.25 for 25%, or outOfQuotaUsdPerTonne:, or both");
    }
    return new BorderMeasure.TariffRateQuota(
        terms, block.figure("tonnesPerYear"), rate(block, "inQuota"), rate(block, "outOfQuota"));
  }

  private static BorderMeasure.Rate rate(Block block, String where) {
    return new BorderMeasure.Rate(
        block.figure(where + "AdValorem"), block.figure(where + "UsdPerTonne"));
  }

  private Measure partialLevy(Block block, Terms terms) {
    List<LevyLadder.Band> bands = new ArrayList<>();
    for (Node node : block.blocks("bands")) {
      Block band = Block.of(node, Shapes.BAND, issues);
      OptionalDouble below = band.number("below");
      OptionalDouble share = band.number("share");
      if (below.isPresent() && share.isPresent()) {
        bands.add(new LevyLadder.Band(below.getAsDouble(), share.getAsDouble()));
      }
    }
    return new BorderMeasure.PartialLevy(
        terms,
        price(block, "triggerUsdPer"),
        block.has("bands") ? new LevyLadder(bands) : LevyLadder.SPECIAL_SAFEGUARD);
  }

  private Measure contract(Block block, Terms terms) {
    return new SupplyMeasure.ContractForDifference(
        terms,
        price(block, "strikeUsdPer"),
        block.has("tonnesPerYear") ? Optional.of(block.figure("tonnesPerYear")) : Optional.empty(),
        block.find("upside").map(node -> upside(Block.of(node, Shapes.UPSIDE, issues))));
  }

  private SupplyMeasure.Upside upside(Block block) {
    return new SupplyMeasure.Upside(
        block.number("share").orElse(0),
        price(block, "aboveUsdPer").central(),
        block.number("mostUsd").stream().boxed().findFirst());
  }

  private void checkRate(Block block, String what) {
    if (!block.has("adValorem") && !block.has("usdPerTonne")) {
      issues.error(
          block.node(),
          "the " + what + " has no rate",
          "add adValorem: 0.25 for 25%, or usdPerTonne:, or both");
    }
  }

  private Measure tariff(Block block, Terms terms) {
    checkRate(block, "tariff");
    return new BorderMeasure.Tariff(terms, block.figure("adValorem"), block.figure("usdPerTonne"));
  }

  private Measure costCut(Block block, Terms terms) {
    Interval share = block.figure("share");
    if (share.high() >= 1) {
      issues.error(block.at("share"), "'share' must be below 1", "write a share, 0.2 for 20%");
      share = Interval.exactly(0);
    }
    return new SupplyMeasure.CostCut(terms, share);
  }

  private Measure floor(Block block, Terms terms) {
    Interval floor = price(block, "usdPer");
    OptionalDouble boundPerKg = block.number("boundUsdPerKg");
    OptionalDouble boundPerTonne = block.number("boundUsdPerTonne");
    if (block.has("boundUsdPerKg") && block.has("boundUsdPerTonne")) {
      issues.error(block.at("boundUsdPerTonne"), "the bound is given twice", "keep one of the two");
    }
    Optional<Double> bound =
        boundPerKg.isPresent()
            ? Optional.of(PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(boundPerKg.getAsDouble()))
            : boundPerTonne.stream().boxed().findFirst();
    return new BorderMeasure.PriceFloor(
        terms,
        floor,
        bound,
        block.word("gapGoesTo").equals("exporter")
            ? BorderMeasure.GapGoesTo.EXPORTER
            : BorderMeasure.GapGoesTo.IMPORTER);
  }
}
