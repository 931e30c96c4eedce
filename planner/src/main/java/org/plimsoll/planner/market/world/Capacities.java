package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.planner.market.draw.MarketParameter;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.Parameters;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Support;

/**
 * Capacity changes in one chain. Lost capacity scales existing activities down. Added capacity is a
 * block of its own with a reservation margin, and adds the nodes that it needs.
 */
final class Capacities {
  /** Vintage under which the world states the price at which new projects pay. */
  private static final String INCENTIVE = "incentive";

  private final Calibration calibration;
  private final ChainCalibration base;
  private final List<Entrant> entrants = new ArrayList<>();
  private final TreeMap<Node, Double> lost = new TreeMap<>();
  private final TreeMap<Node, Double> grown = new TreeMap<>();
  private final TreeMap<ProductId, TreeMap<CountryCode, Double>> hostChange = new TreeMap<>();

  /** New capacity before its reservation margin is known. */
  private record Entrant(String measure, BlockDraft draft, double capacityTonnes) {}

  Capacities(Calibration calibration, ChainCalibration base) {
    this.calibration = calibration;
    this.base = base;
  }

  /** Records one change of one product; returns whether it covers anything. */
  boolean add(
      CapacityChange change, ProductId product, Names.Coverage coverage, ParameterDraw draw) {
    boolean any = false;
    for (CountryCode named : places(product, coverage)) {
      CountryCode country = placed(change, product, named);
      double tonnes = tonnes(change, product, country, draw);
      if (!calibration.isModelled(product)) {
        hostChange
            .computeIfAbsent(product, id -> new TreeMap<>())
            .merge(country, tonnes, Double::sum);
        any = true;
      } else if (tonnes > 0 && change.change() instanceof Change.Times) {
        double factor = 1 + tonnes / calibration.output(product, country);
        grown.merge(new Node(calibration.row(product), country), factor, (a, b) -> a * b);
        any = true;
      } else if (tonnes < 0) {
        lost.merge(new Node(calibration.row(product), country), -tonnes, Double::sum);
        any = true;
      } else if (tonnes > 0) {
        Activity activity = activity(change, product, country);
        double level = tonnes / activity.outputs().getOrDefault(product, 1.0);
        BlockDraft.Supply supply = new BlockDraft.Supply.Given(new Curve.Ramp(level, 0, 0), level);
        entrants.add(new Entrant(change.id(), calibration.block(activity, country, supply), level));
        any = true;
      }
    }
    return any;
  }

  /**
   * Where a change acts: the country, or, where the world folded its rows into the rest of its
   * customs territory, there. A folded country has no part in the chain and nothing of the host.
   */
  private CountryCode placed(CapacityChange change, ProductId product, CountryCode country) {
    if (!calibration.isModelled(product) || hasPart(change, product, country)) {
      return country;
    }
    return calibration.evidence().territories().stream()
        .filter(territory -> territory.members().contains(country))
        .flatMap(territory -> territory.members().stream())
        .filter(CountryCode.REST_OF_EU::equals)
        .filter(rest -> hasPart(change, product, rest))
        .findFirst()
        .orElse(country);
  }

  private boolean hasPart(CapacityChange change, ProductId product, CountryCode country) {
    return base.draft.makers.stream().anyMatch(node -> node.country().equals(country))
        || base.draft.buyers.keySet().stream().anyMatch(node -> node.country().equals(country))
        || activity(change, product, country)
            .host()
            .map(host -> calibration.output(host.product(), country) > 0)
            .orElse(false);
  }

  /** Tonnes added; for a factor, what it adds to base output. */
  private double tonnes(
      CapacityChange change, ProductId product, CountryCode country, ParameterDraw draw) {
    return switch (change.change()) {
      case Change.By by -> draw.value("measure", change.id() + "/tonnesPerYear", by.figure());
      case Change.Times times ->
          (draw.value("measure", change.id() + "/factor", times.figure()) - 1)
              * calibration.output(product, country);
    };
  }

  /** Named countries; without a name, those that make the product. */
  private SortedSet<CountryCode> places(ProductId product, Names.Coverage coverage) {
    if (!coverage.everyOrigin()) {
      SortedSet<CountryCode> named = new TreeSet<>();
      for (Place origin : coverage.origins()) {
        if (origin instanceof CountryCode country && !coverage.exempt().contains(country)) {
          named.add(country);
        }
      }
      return named;
    }
    SortedSet<CountryCode> makers = new TreeSet<>();
    for (Production row : calibration.evidence().productions()) {
      if (calibration.output(product, row.country()) > 0) {
        makers.add(row.country());
      }
    }
    makers.removeAll(coverage.exempt());
    return makers;
  }

  /**
   * The activity that makes most of the product there, or, where none does, in the world; one of
   * which it is the primary output if there is such an activity, else one that yields it jointly.
   */
  private Activity activity(CapacityChange change, ProductId product, CountryCode country) {
    Evidence evidence = calibration.evidence();
    TreeMap<String, Double> everywhere = new TreeMap<>();
    for (Activity activity : evidence.activities()) {
      if (activity.primary().equals(product)) {
        everywhere.put(activity.id(), 0.0);
      }
    }
    if (everywhere.isEmpty()) {
      for (Activity activity : evidence.activities()) {
        if (activity.outputs().containsKey(product)) {
          everywhere.put(activity.id(), 0.0);
        }
      }
    }
    TreeMap<String, Double> here = new TreeMap<>();
    for (Production row : evidence.productions()) {
      if (everywhere.containsKey(row.activity())) {
        everywhere.merge(row.activity(), row.tonnes(), Double::sum);
        if (row.country().equals(country)) {
          here.merge(row.activity(), row.tonnes(), Double::sum);
        }
      }
    }
    return largest(here)
        .or(() -> largest(everywhere))
        .map(id -> evidence.getActivity(id, country))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "measure "
                    + change.id()
                    + " adds capacity of "
                    + product
                    + ", but no activity makes it\nMaybe add its technology to the world"));
  }

  private static Optional<String> largest(SortedMap<String, Double> tonnes) {
    return tonnes.entrySet().stream()
        .max(
            java.util.Map.Entry.<String, Double>comparingByValue()
                .thenComparing(java.util.Map.Entry.<String, Double>comparingByKey().reversed()))
        .map(java.util.Map.Entry::getKey);
  }

  /**
   * The chain with a node for everything that new capacity buys and sells.
   *
   * @param like a calibration of the same chain, whose rows are used again if they are the same
   */
  ChainCalibration chain(Optional<ChainCalibration> like) {
    if (entrants.stream().allMatch(entrant -> base.draft.hasNodesOf(entrant.draft()))) {
      return base;
    }
    ChainDraft draft = base.draft.copyOfNodes();
    entrants.forEach(entrant -> draft.addMissingNodesOf(entrant.draft()));
    return new ChainCalibration(draft, like);
  }

  /** The changed blocks of the chain, new ones last. */
  List<Block> blocks(ChainCalibration calibrated) {
    Chain chain = calibrated.chain;
    List<Block> blocks = new ArrayList<>();
    for (int b = 0; b < chain.blocks.size(); b++) {
      blocks.add(hosted(calibrated.draft.blocks.get(b), resized(chain, chain.blocks.get(b))));
    }
    for (Entrant entrant : entrants) {
      blocks.add(enter(calibrated, entrant));
    }
    return blocks;
  }

  /**
   * Scales a block. Losses are shared by all that make the product there, by base output; growth by
   * those whose primary output it is.
   */
  private Block resized(Chain chain, Block block) {
    double kept = 1;
    for (int i : block.links().makers()) {
      @Nullable Double tonnes = lost.get(new Node(chain.makerProduct[i], block.country()));
      if (tonnes != null) {
        kept = Math.min(kept, Math.max(0, 1 - tonnes / baseOutput(chain, i)));
      }
    }
    int primary = chain.makerProduct[block.links().makers()[0]];
    double size = kept * grown.getOrDefault(new Node(primary, block.country()), 1.0);
    return size == 1 ? block : size > 0 ? block.scaled(size) : block.shut();
  }

  private static double baseOutput(Chain chain, int maker) {
    double total = 0;
    for (Block block : chain.blocks) {
      Block.Links links = block.links();
      for (int o = 0; o < links.makers().length; o++) {
        if (links.makers()[o] == maker) {
          total += links.outputs()[o] * block.curve().scaleTonnes();
        }
      }
    }
    return total;
  }

  private Block hosted(BlockDraft draft, Block block) {
    if (draft.host().isEmpty() || block.host().maker() >= 0) {
      return block;
    }
    double now = 0;
    BlockDraft.Host host = draft.host().get();
    for (Activity activity : calibration.evidence().activities()) {
      if (activity.id().equals(draft.activity()) && activity.host().isPresent()) {
        TreeMap<CountryCode, Double> changes =
            hostChange.getOrDefault(activity.host().get().product(), new TreeMap<>());
        now = changes.getOrDefault(draft.country(), 0.0);
        break;
      }
    }
    double cap = block.host().yield() * Math.max(0, host.baseTonnes() + now);
    return now == 0 ? block : block.withHost(new Block.HostCap(-1, block.host().yield(), cap));
  }

  private Block enter(ChainCalibration calibrated, Entrant entrant) {
    Chain chain = calibrated.chain;
    Block.Links links = calibrated.links(entrant.draft());
    ProductId product = chain.products[entrant.draft().primary().product()].id();
    String activity = entrant.draft().activity();
    Parameters parameters = calibration.parameters();
    double value = 0;
    double margin = 0;
    for (int o = 0; o < links.makers().length; o++) {
      value += links.outputs()[o] * chain.makerPrice0[links.makers()[o]];
    }
    for (int i = 0; i < links.buyers().length; i++) {
      margin -= links.inputs()[i] * chain.buyerPrice0[links.buyers()[i]];
    }
    margin += value;
    double least =
        parameters.value(MarketParameter.MINIMUM_MARGIN_SHARE, activity, product) * value;
    double usual = Math.max(margin, least);
    double price = chain.makerPrice0[links.makers()[0]];
    double reservation =
        incentive(product)
            .map(interval -> Math.max(least, usual + interval - price))
            .orElse(
                usual * parameters.value(MarketParameter.ENTRY_MARGIN_RATIO, activity, product));
    double rise = value * parameters.value(MarketParameter.ENTRY_RAMP_SHARE, activity, product);
    double tonnes = entrant.capacityTonnes();
    return new Block(
        activity,
        entrant.draft().country(),
        links,
        new Curve.Ramp(tonnes, reservation, rise),
        usual - margin,
        Support.NONE,
        tonnes,
        hostCap(entrant, product),
        entrant.measure());
  }

  /** The price at which new projects pay, if the world states one. */
  private Optional<Double> incentive(ProductId product) {
    Optional<Price> price = calibration.evidence().findBasePrice(product, INCENTIVE);
    return price.map(p ->
        calibration
            .parameters()
            .draw()
            .value("incentive-price", product.toString(), p.usdPerTonne()));
  }

  /** A new circuit can take what the host's base output yields beyond what is taken already. */
  private Block.HostCap hostCap(Entrant entrant, ProductId product) {
    return entrant
        .draft()
        .host()
        .map(host -> {
          double taken = calibration.output(product, entrant.draft().country());
          double left = Math.max(0, host.yield() * host.baseTonnes() - taken);
          return new Block.HostCap(-1, host.yield(), left);
        })
        .orElse(Block.HostCap.NONE);
  }
}
