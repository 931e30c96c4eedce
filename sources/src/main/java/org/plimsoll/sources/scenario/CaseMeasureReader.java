package org.plimsoll.sources.scenario;

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
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes measures of the entries of a market file's list of measures. */
final class CaseMeasureReader {
  private final CaseNames names;
  private final String source;
  private final Issues issues;

  /**
   * @param source of the file, which is also that of its measures
   */
  CaseMeasureReader(CaseNames names, String source, Issues issues) {
    this.names = names;
    this.source = source.isEmpty() ? "the market file" : source;
    this.issues = issues;
  }

  /** The measure; empty if an issue says what is wrong with it. */
  Optional<Measure> read(Node node, int number) {
    int before = issues.size();
    Optional<CaseMeasureType> type = type(node);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Block block = Block.of(node, type.get().shape(), issues);
    List<ProductId> products = names.products(block, "products");
    Parties from = side(type.get().actor(), block, "from");
    Parties to = side(type.get().actor(), block, "to");
    Parties exempt = names.parties(block, "exempt");
    if (issues.size() > before || products.isEmpty()) {
      return Optional.empty();
    }
    Terms terms =
        new Terms(
            "measures[" + number + "]",
            products,
            from,
            to,
            exempt,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            source);
    try {
      Measure measure = build(type.get(), block, terms);
      return issues.size() > before ? Optional.empty() : Optional.of(measure);
    } catch (IllegalArgumentException e) {
      if (issues.size() == before) {
        String[] parts = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
        issues.error(node, parts[0], parts.length > 1 ? parts[1] : "correct the figure");
      }
      return Optional.empty();
    }
  }

  private Optional<CaseMeasureType> type(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      issues.error(node, "a measure must be a block of keys", "begin with type: tariff");
      return Optional.empty();
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("type")) {
        String word = tuple.getValueNode() instanceof ScalarNode value ? value.getValue() : "";
        Optional<CaseMeasureType> type = CaseMeasureType.find(word);
        if (type.isEmpty()) {
          issues.error(
              tuple.getValueNode(),
              "there is no type of measure '" + word + "'",
              Issues.meant(word, CaseMeasureType.listWords())
                  + "the types are "
                  + String.join(", ", CaseMeasureType.listWords()));
        }
        return type;
      }
    }
    issues.error(
        node,
        "key 'type' is missing in a measure",
        "add type: with one of " + String.join(", ", CaseMeasureType.listWords()));
    return Optional.empty();
  }

  /** Who is on one side of a measure; no one named if it has no such side. */
  private Parties side(CaseMeasureType.Actor actor, Block block, String key) {
    if (actor.side().equals(key)) {
      return actor(block, key);
    }
    return actor.hasSide(key) ? names.parties(block, key) : Parties.UNNAMED;
  }

  /** Who acts, under {@code by} or under the key of its side. */
  private Parties actor(Block block, String key) {
    Parties by = names.parties(block, "by");
    Parties side = names.parties(block, key);
    if (block.has("by") && block.has(key) && !by.equals(side)) {
      issues.error(
          block.at(key),
          "'by' and '%s' name different nodes, and both say who acts".formatted(key),
          "keep one of the two");
    }
    return block.has("by") ? by : side;
  }

  private Measure build(CaseMeasureType type, Block block, Terms terms) {
    return switch (type) {
      case TARIFF -> tariff(block, terms);
      case EXPORT_BAN -> new BorderMeasure.ExportBan(terms);
      case EXPORT_LICENCE -> new BorderMeasure.ExportLicence(terms, figure(block, "share"));
      case EXPORT_QUOTA -> new BorderMeasure.ExportQuota(terms, figure(block, "quota"));
      case EXPORT_TAX -> {
        checkRate(block, "export tax");
        yield new BorderMeasure.ExportTax(
            terms, figure(block, "adValorem"), figure(block, "specific"));
      }
      // An undertaking is a floor of which the exporter keeps the gap, if nobody says otherwise.
      case PRICE_FLOOR, PRICE_UNDERTAKING ->
          new BorderMeasure.PriceFloor(
              terms,
              figure(block, "floor"),
              block.number("bound").stream().boxed().findFirst(),
              gapGoesTo(block, type));
      case TARIFF_RATE_QUOTA ->
          new BorderMeasure.TariffRateQuota(
              terms,
              figure(block, "quota"),
              rate(block, "inQuotaAdValorem", "inQuotaSpecific"),
              rate(block, "outOfQuotaAdValorem", "outOfQuotaSpecific"));
      case PARTIAL_LEVY -> partialLevy(block, terms);
      case CONTRACT_FOR_DIFFERENCE ->
          new SupplyMeasure.ContractForDifference(
              terms,
              figure(block, "strike"),
              block.has("amount") ? Optional.of(figure(block, "amount")) : Optional.empty(),
              Optional.empty());
      case PRODUCTION_SUBSIDY ->
          new SupplyMeasure.ProductionSubsidy(terms, oneOf(block, "specific", "amount"));
      case CAPACITY_CHANGE -> new SupplyMeasure.CapacityChange(terms, change(block));
      case COST_SHIFT -> new SupplyMeasure.CostShift(terms, change(block));
      case DEMAND_SHIFT -> new DemandMeasure.DemandShift(terms, change(block));
      case STOCK_PURCHASE ->
          new StockMeasure.StockPurchase(terms, oneOf(block, "amount", "cap"), trigger(block));
      case STOCK_RELEASE ->
          new StockMeasure.StockRelease(terms, oneOf(block, "amount", "cap"), trigger(block));
    };
  }

  private Measure partialLevy(Block block, Terms terms) {
    List<LevyLadder.Band> bands = new ArrayList<>();
    for (Node node : block.blocks("bands")) {
      Block band = Block.of(node, Shapes.BAND.shape(), issues);
      bands.add(
          new LevyLadder.Band(band.number("below").orElse(1), band.number("share").orElse(0)));
    }
    LevyLadder ladder = block.has("bands") ? new LevyLadder(bands) : LevyLadder.SPECIAL_SAFEGUARD;
    double trigger = block.number("trigger").orElse(0);
    OptionalDouble bound = block.number("bound");
    return new BorderMeasure.PartialLevy(
        terms,
        Interval.exactly(trigger),
        bound.isPresent() && trigger > 0
            ? ladder.boundedAt(bound.getAsDouble() / trigger)
            : ladder);
  }

  private static BorderMeasure.GapGoesTo gapGoesTo(Block block, CaseMeasureType type) {
    boolean isExporters =
        block.has("gapGoesTo")
            ? block.word("gapGoesTo").equals("exporter")
            : type == CaseMeasureType.PRICE_UNDERTAKING;
    return isExporters ? BorderMeasure.GapGoesTo.EXPORTER : BorderMeasure.GapGoesTo.IMPORTER;
  }

  private static BorderMeasure.Rate rate(Block block, String adValorem, String specific) {
    return new BorderMeasure.Rate(figure(block, adValorem), figure(block, specific));
  }

  private static Optional<Interval> trigger(Block block) {
    return block.has("trigger") ? Optional.of(figure(block, "trigger")) : Optional.empty();
  }

  private Change change(Block block) {
    Interval figure = oneOf(block, "amount", "factor");
    return block.has("factor") ? new Change.Times(figure) : new Change.By(figure);
  }

  /** The figure under one of two keys. */
  private Interval oneOf(Block block, String one, String other) {
    if (block.has(one) == block.has(other)) {
      issues.error(
          block.node(),
          "'%s' and '%s': %s is given".formatted(one, other, block.has(one) ? "both" : "neither"),
          "write one of the two");
    }
    return figure(block, block.has(one) ? one : other);
  }

  private static Interval figure(Block block, String key) {
    return Interval.exactly(block.number(key).orElse(0));
  }

  private void checkRate(Block block, String what) {
    if (!block.has("adValorem") && !block.has("specific")) {
      issues.error(
          block.node(),
          "the " + what + " has no rate",
          "add adValorem: 0.25 for 25%, or specific:");
    }
  }

  private Measure tariff(Block block, Terms terms) {
    checkRate(block, "tariff");
    return new BorderMeasure.Tariff(terms, figure(block, "adValorem"), figure(block, "specific"));
  }
}
