package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Support;

/**
 * Turns the curves of a market file into blocks, constants and uses of its chain.
 *
 * <p>Long because every family of curves is read in three ways: as supply or a level, as use, and
 * as a use that is a block.
 */
final class CaseBlocks {
  private static final double UNLIMITED = CaseCurve.UNLIMITED;

  private final MarketCase market;
  private final CaseScales scales;
  private final Chain chain;
  private final ToIntFunction<ProductId> row;
  private final List<Block> blocks = new ArrayList<>();

  /** By side, product and place: the constant part of the quantity, and its block. */
  private final Map<Spot, Quantity> quantities = new HashMap<>();

  private final Map<String, List<Integer>> blocksOf = new HashMap<>();

  /** One side of one product at one place. */
  private record Spot(boolean ofSupply, ProductId product, Region place) {}

  /** A quantity in parts; block −1 if all is constant. */
  private record Quantity(double constant, int block) {}

  /** A curve in parts. */
  private record Parts(double constant, double capacity, List<Curve> rising) {}

  CaseBlocks(MarketCase market, CaseScales scales, Chain chain, ToIntFunction<ProductId> row) {
    this.market = market;
    this.scales = scales;
    this.chain = chain;
    this.row = row;
  }

  /**
   * Whether a block of unserved use stands for a use that has no choke: then there is no answer.
   */
  static boolean isBeyondHelp(Chain chain, Block block) {
    return block.links().role() == Block.Role.UNSERVED
        && Double.isInfinite(chain.choke[block.links().buyers()[0]]);
  }

  /** Adds everything to the chain. */
  void fill() {
    for (CaseNode node : market.nodes()) {
      node.supply().forEach((id, curve) -> supply(node.place(), id, curve));
      node.stock()
          .forEach((id, tonnes) -> chain.exogenousSupply[maker(id, node.place())] += tonnes);
      node.demand().forEach((id, curve) -> demand(node, id, curve));
    }
    market.activities().forEach(this::activity);
    market.nodes().forEach(this::cross);
    market.activities().forEach(this::cap);
    chain.blocks.addAll(blocks);
  }

  private int maker(ProductId id, Region place) {
    return chain.makerAt(new Node(row.applyAsInt(id), place));
  }

  private int buyer(ProductId id, Region place) {
    return chain.buyerAt(new Node(row.applyAsInt(id), place));
  }

  private void supply(Region place, ProductId id, CaseCurve curve) {
    int i = maker(id, place);
    Parts parts = parts(curve, scales.price(id), scales.quantity(curve, id, true));
    chain.exogenousSupply[i] += parts.constant();
    int block = -1;
    for (Curve rising : parts.rising()) {
      block = blocks.size();
      blocks.add(
          block(
              "supply",
              place,
              new Block.Links(
                  new int[] {i}, new double[] {1}, new int[0], new double[0], Block.Role.SUPPLY),
              rising,
              parts.capacity()));
    }
    quantities.put(new Spot(true, id, place), new Quantity(parts.constant(), block));
  }

  private static Block block(
      String activity, Region place, Block.Links links, Curve curve, double capacity) {
    return new Block(activity, place, links, curve, 0, Support.NONE, capacity, Block.HostCap.NONE);
  }

  /**
   * What is offered at any price, and what has to be paid for more.
   *
   * @param price usual one
   * @param quantity in which levels of straight lines are counted
   */
  private static Parts parts(CaseCurve curve, double price, double quantity) {
    return switch (curve) {
      case CaseCurve.Fixed fixed -> new Parts(fixed.quantity(), UNLIMITED, List.of());
      case CaseCurve.Linear line -> {
        double least = Math.max(0, line.min());
        if (line.slope() == 0) {
          double clipped = Math.max(least, Math.min(line.max(), line.intercept()));
          yield new Parts(clipped, UNLIMITED, List.of());
        }
        double start = (least - line.intercept()) / line.slope();
        yield line.max() <= least
            ? new Parts(least, UNLIMITED, List.of())
            : new Parts(
                least,
                line.max() - least,
                List.of(new Curve.Straight(quantity, start, 1 / line.slope(), price)));
      }
      case CaseCurve.InverseLinear line ->
          new Parts(
              0,
              line.max(),
              List.of(new Curve.Straight(quantity, line.intercept(), line.slope(), price)));
      case CaseCurve.ConstantElasticity power ->
          power.elasticity() == 0
              ? new Parts(Math.min(power.quantity(), power.max()), UNLIMITED, List.of())
              : new Parts(
                  0,
                  power.max(),
                  List.of(new Curve.Power(power.quantity(), power.price(), power.elasticity(), 0)));
      case CaseCurve.LogBarrier barrier ->
          new Parts(
              0,
              barrier.capacity(),
              List.of(new Curve.Barrier(barrier.a(), barrier.b(), barrier.capacity(), price)));
    };
  }

  private void demand(CaseNode node, ProductId id, CaseCurve curve) {
    int j = buyer(id, node.place());
    boolean hasChoke = chain.choke[j] < Double.POSITIVE_INFINITY;
    double price = hasChoke ? chain.choke[j] : Curve.BEYOND_HELP * chain.buyerPrice0[j];
    if (isBlock(node, id, curve)) {
      int block = demandBlock(node.place(), id, curve);
      if (hasChoke) {
        Block unserved = backstop(node.place(), j, price);
        Block.HostCap ofUse = Block.HostCap.of(new int[] {block}, 1, new int[0]);
        blocks.add(unserved.withHost(ofUse));
        if (chain.finalUse[j].servedAt(price) > 0) {
          blocks.add(unserved);
        }
      }
      return;
    }
    Demand use = use(curve);
    if (hasChoke || !(use.givesWay() || use instanceof Demand.Power)) {
      use = new Demand.UpTo(use, price);
      blocks.add(backstop(node.place(), j, price));
    }
    chain.finalUse[j] = use;
    quantities.put(new Spot(false, id, node.place()), new Quantity(use.servedAt(1), -1));
  }

  /** Use as a function of the buyer price. */
  private static Demand use(CaseCurve curve) {
    return switch (curve) {
      case CaseCurve.Fixed fixed -> new Demand.Fixed(fixed.quantity());
      case CaseCurve.Linear line -> {
        double least = Math.max(0, line.min());
        yield line.slope() == 0
            ? new Demand.Fixed(Math.max(least, Math.min(line.max(), line.intercept())))
            : new Demand.Straight(line.intercept(), -line.slope(), least, line.max());
      }
      case CaseCurve.InverseLinear line ->
          new Demand.Straight(line.intercept() / -line.slope(), 1 / -line.slope(), 0, line.max());
      case CaseCurve.ConstantElasticity power ->
          power.elasticity() == 0 || power.max() == 0
              ? new Demand.Fixed(Math.min(power.quantity(), power.max()))
              : new Demand.Power(power.quantity(), power.price(), -power.elasticity(), power.max());
      case CaseCurve.LogBarrier barrier ->
          throw new IllegalArgumentException("a log barrier is a supply curve, not a use");
    };
  }

  /** Use whose quantity must be an unknown: it moves prices elsewhere, or its price is one. */
  private boolean isBlock(CaseNode node, ProductId id, CaseCurve curve) {
    if (curve instanceof CaseCurve.InverseLinear line
        && (line.slope() == 0 || !line.cross().isEmpty())) {
      return true;
    }
    return !(use(curve) instanceof Demand.Fixed)
        && market.nodes().stream()
            .anyMatch(other ->
                other.demand().get(id) instanceof CaseCurve.InverseLinear line
                    && line.cross().containsKey(node.place()));
  }

  /** Adds the block; returns its number. */
  private int demandBlock(Region place, ProductId id, CaseCurve curve) {
    double price = scales.price(id);
    double quantity = scales.quantity(curve, id, false);
    double constant = 0;
    double capacity = UNLIMITED;
    Curve worth;
    switch (curve) {
      case CaseCurve.InverseLinear line -> {
        worth = new Curve.Straight(quantity, -line.intercept(), -line.slope(), price);
        capacity = line.max();
      }
      case CaseCurve.Linear line -> {
        constant = Math.max(0, line.min());
        capacity = line.max() - constant;
        double top = (constant - line.intercept()) / line.slope();
        worth = new Curve.Straight(quantity, -top, -1 / line.slope(), price);
      }
      case CaseCurve.ConstantElasticity power -> {
        worth = new Curve.Worth(power.quantity(), power.price(), power.elasticity());
        capacity = power.max();
      }
      case CaseCurve.Fixed fixed -> throw new IllegalStateException("a fixed use is no block");
      case CaseCurve.LogBarrier barrier ->
          throw new IllegalArgumentException("a log barrier is a supply curve, not a use");
    }
    int j = buyer(id, place);
    chain.finalUse[j] = constant > 0 ? new Demand.Fixed(constant) : Demand.NONE;
    quantities.put(new Spot(false, id, place), new Quantity(constant, blocks.size()));
    blocks.add(block("demand", place, use(j, 1, Block.Role.FINAL_USE), worth, capacity));
    return blocks.size() - 1;
  }

  private static Block.Links use(int j, double perUnit, Block.Role role) {
    return Block.Links.ofBuyers(new int[] {j}, new double[] {perUnit}, role);
  }

  /** Use that goes without; {@link Regime} sees to it that it is no more than there is. */
  private Block backstop(Region place, int j, double price) {
    Curve flat = new Curve.Straight(chain.buyerScale[j], price, 0, chain.buyerPrice0[j]);
    return block("unserved", place, use(j, -1, Block.Role.UNSERVED), flat, UNLIMITED);
  }

  private void activity(CaseActivity activity) {
    int[] makers = rows(activity.outputs(), id -> maker(id, activity.place()));
    int[] buyers = rows(activity.inputs(), id -> buyer(id, activity.place()));
    double[] outputs = perUnit(activity.outputs());
    double[] inputs = perUnit(activity.inputs());
    Block.Links links = new Block.Links(makers, outputs, buyers, inputs);
    double price = 0;
    for (var output : activity.outputs().entrySet()) {
      price += output.getValue() * scales.price(output.getKey());
    }
    if (price == 0) {
      for (var input : activity.inputs().entrySet()) {
        price += input.getValue() * scales.price(input.getKey());
      }
    }
    double quantity = level(activity);
    double value = price;
    Parts parts =
        activity
            .level()
            .map(curve -> parts(curve, value, CaseScales.quantity(curve).orElse(quantity)))
            .filter(found -> found.constant() > 0 || !found.rising().isEmpty())
            .orElseGet(() -> flat(activity.level().isPresent() ? 0 : UNLIMITED, value, quantity));
    // What must run stands first: a host serves it before what only may.
    List<Curve> curves = new ArrayList<>();
    if (parts.constant() > 0) {
      curves.add(new Curve.Constant(parts.constant(), value));
    }
    curves.addAll(parts.rising());
    for (Curve curve : curves) {
      blocksOf.computeIfAbsent(activity.id(), id -> new ArrayList<>()).add(blocks.size());
      double capacity = curve.mustRun() ? curve.scaleTonnes() : parts.capacity();
      blocks.add(block(activity.id(), activity.place(), links, curve, capacity));
    }
  }

  /** Any level up to a capacity at a margin of nothing. */
  private static Parts flat(double capacity, double price, double quantity) {
    return new Parts(0, capacity, List.of(new Curve.Straight(quantity, 0, 0, price)));
  }

  private static int[] rows(SortedMap<ProductId, Double> perUnit, ToIntFunction<ProductId> rowOf) {
    return perUnit.keySet().stream().mapToInt(rowOf).toArray();
  }

  private static double[] perUnit(SortedMap<ProductId, Double> perUnit) {
    return perUnit.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Usual level of an activity, by what it makes and takes. */
  private double level(CaseActivity activity) {
    double largest = 0;
    for (var products : List.of(activity.outputs(), activity.inputs())) {
      for (var entry : products.entrySet()) {
        largest = Math.max(largest, scales.quantity(entry.getKey()) / entry.getValue());
      }
    }
    return largest > 0 ? largest : 1;
  }

  /** Ties the blocks whose prices depend on quantities elsewhere. */
  private void cross(CaseNode node) {
    node.supply().forEach((id, curve) -> cross(new Spot(true, id, node.place()), curve, 1));
    node.demand().forEach((id, curve) -> cross(new Spot(false, id, node.place()), curve, -1));
  }

  private void cross(Spot here, CaseCurve curve, int sign) {
    SortedMap<Region, Double> terms =
        curve instanceof CaseCurve.InverseLinear line ? line.cross() : Collections.emptySortedMap();
    if (terms.isEmpty()) {
      return;
    }
    int b = quantities.getOrDefault(here, new Quantity(0, -1)).block();
    Block block = blocks.get(b);
    Curve.Straight own = (Curve.Straight) block.curve();
    double intercept = own.interceptUsdPerTonne();
    List<Integer> others = new ArrayList<>();
    List<Double> slopes = new ArrayList<>();
    for (var term : terms.entrySet()) {
      Spot there = new Spot(here.ofSupply(), here.product(), term.getKey());
      Quantity quantity = quantities.getOrDefault(there, new Quantity(0, -1));
      intercept += sign * term.getValue() * quantity.constant();
      if (quantity.block() >= 0) {
        others.add(quantity.block());
        slopes.add(sign * term.getValue());
      }
    }
    Block.Links links = block.links();
    Block.Links tied =
        new Block.Links(
            links.makers(),
            links.outputs(),
            links.buyers(),
            links.inputs(),
            links.role(),
            others.stream().mapToInt(Integer::intValue).toArray(),
            slopes.stream().mapToDouble(Double::doubleValue).toArray());
    Curve moved =
        new Curve.Straight(
            own.scaleTonnes(), intercept, own.slopeUsdPerTonne(), own.differenceUsdPerTonne());
    blocks.set(b, block(block.activity(), here.place(), tied, moved, block.capacityTonnes()));
  }

  private int[] blocksOf(String activity) {
    return blocksOf.getOrDefault(activity, List.of()).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Caps a by-product by its host; its parts share what the host leaves, the first one first. */
  private void cap(CaseActivity activity) {
    activity
        .cappedBy()
        .ifPresent(cap -> {
          int[] hosts = blocksOf(cap.activity());
          int[] own = blocksOf(activity.id());
          for (int part = 0; part < own.length; part++) {
            Block.HostCap host =
                hosts.length > 0 && cap.perUnit() > 0
                    ? Block.HostCap.of(hosts, cap.perUnit(), Arrays.copyOf(own, part))
                    : new Block.HostCap(-1, 0, 0);
            blocks.set(own[part], blocks.get(own[part]).withHost(host));
          }
        });
  }
}
