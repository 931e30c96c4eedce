package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;

/** A chain before its rows are numbered, see {@link Chain}. */
final class ChainDraft {
  /** A share of a buyer below this is rounding. */
  private static final double ROUNDING = 1e-12;

  /** An input below this share of what is made, by mass, can be made do without. */
  private static final double MINOR = 0.1;

  final List<ProductFigures> products;
  final Borders borders;
  final NavigableSet<Node> makers;
  final NavigableMap<Node, BuyerDraft> buyers;
  final NavigableMap<Route, Double> flows;
  final List<BlockDraft> blocks;

  ChainDraft(List<ProductFigures> products, Borders borders) {
    this(products, borders, new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), List.of());
  }

  private ChainDraft(
      List<ProductFigures> products,
      Borders borders,
      NavigableSet<Node> makers,
      NavigableMap<Node, BuyerDraft> buyers,
      NavigableMap<Route, Double> flows,
      List<BlockDraft> blocks) {
    this.products = List.copyOf(products);
    this.borders = borders;
    this.makers = makers;
    this.buyers = buyers;
    this.flows = flows;
    this.blocks = new ArrayList<>(blocks);
  }

  /** A copy of which buyers can be divided. */
  ChainDraft copy() {
    return new ChainDraft(
        products,
        borders,
        new TreeSet<>(makers),
        new TreeMap<>(buyers),
        new TreeMap<>(flows),
        blocks);
  }

  /** A copy to which nodes can be added; trade stays. */
  ChainDraft copyOfNodes() {
    return new ChainDraft(
        products, borders, new TreeSet<>(makers), new TreeMap<>(buyers), flows, blocks);
  }

  /** The same nodes and trade with other figures. */
  ChainDraft with(List<ProductFigures> others, List<BlockDraft> otherBlocks) {
    return new ChainDraft(others, borders, makers, buyers, flows, otherBlocks);
  }

  /** Whether prices and routes in the base are those of the other, of the same rows. */
  boolean pricesLike(ChainDraft other) {
    return IntStream.range(0, products.size())
        .allMatch(k -> products.get(k).pricesLike(other.products.get(k)));
  }

  /** Whether the other has the same nodes, uses, trade and activities. */
  boolean hasRowsOf(ChainDraft other) {
    return blocks.size() == other.blocks.size()
        && flows.equals(other.flows)
        && makers.equals(other.makers)
        && buyers.equals(other.buyers);
  }

  /** Adds base trade of a product, with its maker and buyer if they are missing. */
  void addFlow(int product, CountryCode from, CountryCode to, double tonnes) {
    makers.add(new Node(product, from));
    buyers.putIfAbsent(new Node(product, to), BuyerDraft.NOBODY);
    flows.merge(new Route(new Node(product, to), from), tonnes, Double::sum);
  }

  void addUse(Node node, double finalTonnes, double stockTonnes) {
    buyers.merge(node, new BuyerDraft(finalTonnes, stockTonnes, 0, 0), BuyerDraft::plus);
  }

  void addBlock(BlockDraft block) {
    blocks.add(block);
    makers.addAll(block.outputs().keySet());
    block
        .inputs()
        .forEach((node, perUnit) -> buyers.merge(node, inputs(block, perUnit), BuyerDraft::plus));
  }

  private static BuyerDraft inputs(BlockDraft block, double perUnit) {
    double tonnes = perUnit * block.baseLevel();
    double made = block.outputs().values().stream().mapToDouble(each -> each).sum();
    return new BuyerDraft(0, 0, tonnes, perUnit < MINOR * made ? tonnes : 0);
  }

  /** Adds the nodes at which new capacity buys and sells, if they are missing. */
  void addMissingNodesOf(BlockDraft block) {
    makers.addAll(block.outputs().keySet());
    block.inputs().forEach((node, perUnit) -> buyers.putIfAbsent(node, inputs(block, perUnit)));
  }

  /** Tonnes that come to a buyer in the base year. */
  double bought(Node buyer) {
    double sum = 0;
    for (Map.Entry<Route, Double> flow : flows.entrySet()) {
      sum += flow.getKey().to().equals(buyer) ? flow.getValue() : 0;
    }
    return sum;
  }

  /**
   * Divides a buyer's final use among end users, each with its share of every base flow, so that
   * all buy the same mix. Inputs and stocks stay with the buyer, which is removed if nothing is
   * left.
   *
   * @param shares of final use, by user
   */
  void divide(Node whole, SortedMap<String, Double> shares) {
    BuyerDraft use = buyers.getOrDefault(whole, BuyerDraft.NOBODY);
    double scale = Math.max(bought(whole), use.total());
    double moved = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      Node user = new Node(whole.product(), whole.country(), share.getKey());
      double tonnes = share.getValue() * use.finalTonnes();
      buyers.put(user, new BuyerDraft(tonnes, 0, 0, 0));
      moveFlows(whole, user, tonnes / scale);
      moved += share.getValue();
    }
    double others = 1 - moved > ROUNDING ? 1 - moved : 0;
    BuyerDraft left =
        new BuyerDraft(
            others * use.finalTonnes(), use.stockTonnes(), use.inputTonnes(), use.minorTonnes());
    double part = 1 - (use.finalTonnes() - left.finalTonnes()) / scale;
    buyers.put(whole, left);
    if (left.total() > 0 || part > ROUNDING) {
      flows.replaceAll((route, tonnes) -> route.to().equals(whole) ? tonnes * part : tonnes);
    } else {
      flows.keySet().removeIf(route -> route.to().equals(whole));
      buyers.remove(whole);
    }
  }

  private void moveFlows(Node whole, Node user, double part) {
    TreeMap<Route, Double> moved = new TreeMap<>();
    flows.forEach((route, tonnes) -> {
      if (route.to().equals(whole)) {
        moved.put(new Route(user, route.from()), tonnes * part);
      }
    });
    flows.putAll(moved);
  }

  /** Whether everything that the activity touches has its node already. */
  boolean hasNodesOf(BlockDraft block) {
    return makers.containsAll(block.outputs().keySet())
        && buyers.keySet().containsAll(block.inputs().keySet());
  }

  /**
   * Base use of a product in a country.
   *
   * @param finalTonnes use that answers to the price
   * @param stockTonnes addition to stocks
   * @param inputTonnes use by modelled activities at their base level, or at capacity if new
   * @param minorTonnes the part of it that makers can do without at a price
   */
  record BuyerDraft(
      double finalTonnes, double stockTonnes, double inputTonnes, double minorTonnes) {
    static final BuyerDraft NOBODY = new BuyerDraft(0, 0, 0, 0);

    BuyerDraft plus(BuyerDraft other) {
      return new BuyerDraft(
          finalTonnes + other.finalTonnes,
          stockTonnes + other.stockTonnes,
          inputTonnes + other.inputTonnes,
          minorTonnes + other.minorTonnes);
    }

    double total() {
      return finalTonnes + stockTonnes + inputTonnes;
    }
  }

  /** Origin and destination of base trade, ordered by destination as the rows are. */
  record Route(Node to, CountryCode from) implements Comparable<Route> {
    @Override
    public int compareTo(Route other) {
      int byBuyer = to.compareTo(other.to);
      return byBuyer != 0 ? byBuyer : from.compareTo(other.from);
    }
  }
}
