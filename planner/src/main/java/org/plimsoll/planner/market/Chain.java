package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * Products tied by activities or hosts, as numbered rows, calibrated on the base year.
 *
 * <p>Makers and buyers are sorted by product, then country. A <em>lane</em> is a pair of a maker
 * and a buyer of the same product; the lanes of buyer j are {@code laneStart[j]} and on, one for
 * each maker of its product in row order. Tonnes a year, USD a tonne.
 */
final class Chain {
  /** Latent routes start at least this share above the base price, so that none opens at zero. */
  private static final double HAIR = 1e-3;

  /** A mismatch in the base above this share of the node's trade is listed. */
  private static final double LISTED_GAP = 1e-6;

  final ChainDraft draft;
  final ProductFigures[] products;
  final int[] makerStart;
  final int[] buyerStart;

  final int[] makerProduct;
  final CountryCode[] makerCountry;
  final double[] makerPrice0;
  final double[] makerGap;

  final int[] buyerProduct;
  final CountryCode[] buyerCountry;
  final double[] buyerPrice0;
  final double[] buyerScale;
  final double[] buyerGap;
  final double[] routeSlope;
  final Demand[] finalUse;
  final Demand.Stock[] stockBuild;

  final int[] laneStart;
  final double[] baseTonnes;
  final double[] baseShare;
  final double[] landed0;
  final double[] freight;
  final double[] duty;
  final boolean[] inside;

  /** Tonnes that a gap route carries where the buyer gains {@link #gapOffset}. */
  final double[] gapTonnes;

  /** Gain ρ − L at which a gap route carries {@link #gapTonnes}; above it, more. */
  final double[] gapOffset;

  final int[][] incumbents;
  final List<Block> blocks;
  final List<Repair> repairs = new ArrayList<>();

  private final TreeMap<Node, Integer> makerRow = new TreeMap<>();
  private final TreeMap<Node, Integer> buyerRow = new TreeMap<>();

  Chain(ChainDraft draft) {
    this.draft = draft;
    products = draft.products.toArray(new ProductFigures[0]);
    makerProduct = new int[draft.makers.size()];
    makerCountry = new CountryCode[makerProduct.length];
    makerPrice0 = new double[makerProduct.length];
    makerGap = new double[makerProduct.length];
    makerStart = numberMakers();
    int buyers = draft.buyers.size();
    buyerProduct = new int[buyers];
    buyerCountry = new CountryCode[buyers];
    buyerStart = numberBuyers();
    buyerPrice0 = new double[buyers];
    buyerScale = new double[buyers];
    buyerGap = new double[buyers];
    routeSlope = new double[buyers];
    finalUse = new Demand[buyers];
    stockBuild = new Demand.Stock[buyers];
    laneStart = new int[buyers + 1];
    for (int j = 0; j < buyers; j++) {
      int k = buyerProduct[j];
      laneStart[j + 1] = laneStart[j] + makerStart[k + 1] - makerStart[k];
    }
    int lanes = laneStart[buyers];
    baseTonnes = new double[lanes];
    baseShare = new double[lanes];
    landed0 = new double[lanes];
    freight = new double[lanes];
    duty = new double[lanes];
    inside = new boolean[lanes];
    gapTonnes = new double[lanes];
    gapOffset = new double[lanes];
    incumbents = new int[buyers][];
    draft.flows.forEach((route, tonnes) ->
        baseTonnes[
                lane(
                    makerAt(new Node(route.product(), route.from())),
                    buyerAt(new Node(route.product(), route.to())))] =
            tonnes);
    for (int j = 0; j < buyers; j++) {
      calibrateBuyer(j);
    }
    blocks = draft.blocks.stream().map(new BlockCalibration(this)::of).toList();
    if (!draft.flows.isEmpty()) {
      closeBase();
    }
  }

  private int[] numberMakers() {
    int[] starts = new int[products.length + 1];
    int row = 0;
    for (Node node : draft.makers) {
      makerRow.put(node, row);
      makerProduct[row] = node.product();
      makerCountry[row] = node.country();
      makerPrice0[row] = products[node.product()].priceUsdPerTonne();
      row++;
      starts[node.product() + 1] = row;
    }
    return filled(starts);
  }

  private int[] numberBuyers() {
    int[] starts = new int[products.length + 1];
    int row = 0;
    for (Node node : draft.buyers.keySet()) {
      buyerRow.put(node, row);
      buyerProduct[row] = node.product();
      buyerCountry[row] = node.country();
      row++;
      starts[node.product() + 1] = row;
    }
    return filled(starts);
  }

  /** A product without nodes starts where the one before ended. */
  private static int[] filled(int[] starts) {
    for (int k = 1; k < starts.length; k++) {
      starts[k] = Math.max(starts[k], starts[k - 1]);
    }
    return starts;
  }

  private void calibrateBuyer(int j) {
    int k = buyerProduct[j];
    ProductFigures product = products[k];
    double bought = 0;
    double paid = 0;
    double cheapest = Double.POSITIVE_INFINITY;
    double premium = product.newRoutePremium() * product.priceUsdPerTonne();
    for (int lane = laneStart[j]; lane < laneStart[j + 1]; lane++) {
      int i = makerOf(j, lane);
      CountryCode from = makerCountry[i];
      CountryCode to = buyerCountry[j];
      inside[lane] = draft.borders.isInside(from, to);
      freight[lane] = from.equals(to) ? 0 : product.freightShare() * product.priceUsdPerTonne();
      duty[lane] = draft.borders.baseDuty(product.id(), from, to);
      landed0[lane] = landedInBase(i, j, lane);
      bought += baseTonnes[lane];
      paid += baseTonnes[lane] * landed0[lane];
      cheapest = Math.min(cheapest, landed0[lane] + premium);
    }
    double price = bought > 0 ? paid / bought : cheapest;
    buyerPrice0[j] = Double.isInfinite(price) ? product.priceUsdPerTonne() : price;
    price = buyerPrice0[j];
    ChainDraft.BuyerDraft use = use(j);
    buyerScale[j] = Math.max(bought, use.total());
    routeSlope[j] =
        switch (product.sourcing()) {
              case Sourcing.SourceShares shares -> product.newRouteSlope();
              case Sourcing.Homogeneous alike -> alike.epsilon();
            }
            * price
            / Math.max(buyerScale[j], Double.MIN_NORMAL);
    finalUse[j] = product.finalUse(use.finalTonnes(), price);
    stockBuild[j] = product.stock(use.stockTonnes(), 0, price);
    openRoutes(j, bought, premium);
  }

  private double landedInBase(int i, int j, int lane) {
    double insurance = freight[lane];
    double value = makerPrice0[i] + (Borders.valuesFreeOnBoard(buyerCountry[j]) ? 0 : insurance);
    return makerPrice0[i] + insurance + duty[lane] * value;
  }

  /** Shares of incumbents, and where latent (or, for goods alike, all) routes start. */
  private void openRoutes(int j, double bought, double premium) {
    boolean shares = products[buyerProduct[j]].sourcing() instanceof Sourcing.SourceShares;
    int[] found = new int[laneStart[j + 1] - laneStart[j]];
    int count = 0;
    for (int lane = laneStart[j]; lane < laneStart[j + 1]; lane++) {
      double gain = buyerPrice0[j] - landed0[lane];
      if (shares) {
        gapOffset[lane] = Math.max(premium, gain + HAIR * buyerPrice0[j]);
        if (baseTonnes[lane] > 0) {
          baseShare[lane] = baseTonnes[lane] / bought;
          found[count++] = lane;
        }
      } else {
        gapTonnes[lane] = baseTonnes[lane];
        gapOffset[lane] = baseTonnes[lane] > 0 ? gain : premium;
      }
    }
    incumbents[j] = Arrays.copyOf(found, count);
  }

  /** The rows that an activity touches, its primary output first. */
  Block.Links links(BlockDraft block) {
    List<Node> outputs = new ArrayList<>(block.outputs().keySet());
    outputs.remove(block.primary());
    outputs.addFirst(block.primary());
    return new Block.Links(
        outputs.stream().mapToInt(this::makerAt).toArray(),
        outputs.stream().mapToDouble(node -> block.outputs().getOrDefault(node, 0.0)).toArray(),
        block.inputs().keySet().stream().mapToInt(this::buyerAt).toArray(),
        block.inputs().values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * What base trade does not explain stays as it was: supply as a constant, uptake as if it were a
   * stock build.
   */
  private void closeBase() {
    for (int j = 0; j < buyerProduct.length; j++) {
      for (int lane = laneStart[j]; lane < laneStart[j + 1]; lane++) {
        buyerGap[j] += baseTonnes[lane];
        makerGap[makerOf(j, lane)] += baseTonnes[lane];
      }
      buyerGap[j] -= finalUse[j].servedAt(buyerPrice0[j]) + use(j).stockTonnes();
    }
    closeBlocks();
    listGaps();
    for (int j = 0; j < buyerGap.length; j++) {
      if (buyerGap[j] > 0) {
        stockBuild[j] =
            products[buyerProduct[j]].stock(use(j).stockTonnes(), buyerGap[j], buyerPrice0[j]);
        buyerGap[j] = 0;
      }
    }
  }

  private void closeBlocks() {
    for (Block block : blocks) {
      double level = block.curve().scaleTonnes();
      Block.Links links = block.links();
      for (int o = 0; o < links.makers().length; o++) {
        makerGap[links.makers()[o]] -= links.outputs()[o] * level;
      }
      for (int i = 0; i < links.buyers().length; i++) {
        buyerGap[links.buyers()[i]] -= links.inputs()[i] * level;
      }
    }
  }

  private void listGaps() {
    double[] sold = new double[makerGap.length];
    for (int j = 0; j < buyerGap.length; j++) {
      for (int lane = laneStart[j]; lane < laneStart[j + 1]; lane++) {
        sold[makerOf(j, lane)] += baseTonnes[lane];
      }
      if (Math.abs(buyerGap[j]) > LISTED_GAP * buyerScale[j]) {
        ProductId product = products[buyerProduct[j]].id();
        repairs.add(new Repair.BaseGap(product, buyerCountry[j], false, -buyerGap[j]));
      }
    }
    for (int i = 0; i < makerGap.length; i++) {
      if (Math.abs(makerGap[i]) > LISTED_GAP * Math.max(sold[i], Math.abs(makerGap[i]))) {
        ProductId product = products[makerProduct[i]].id();
        repairs.add(new Repair.BaseGap(product, makerCountry[i], true, makerGap[i]));
      }
    }
  }

  ChainDraft.BuyerDraft use(int j) {
    return draft.buyers.getOrDefault(
        new Node(buyerProduct[j], buyerCountry[j]), ChainDraft.BuyerDraft.NOBODY);
  }

  int makerCount() {
    return makerProduct.length;
  }

  int buyerCount() {
    return buyerProduct.length;
  }

  int laneCount() {
    return baseTonnes.length;
  }

  /** Row of the maker at the far end of a lane of buyer {@code j}. */
  int makerOf(int j, int lane) {
    return makerStart[buyerProduct[j]] + lane - laneStart[j];
  }

  /** Row of the buyer of a lane. */
  int buyerAt(int lane) {
    int low = 0;
    int high = buyerCount() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (laneStart[middle] <= lane) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Row of the maker of a lane. */
  int makerAt(int lane) {
    return makerOf(buyerAt(lane), lane);
  }

  int lane(int maker, int buyer) {
    return laneStart[buyer] + maker - makerStart[makerProduct[maker]];
  }

  /** Row of the maker at this node, or −1. */
  int findMaker(Node node) {
    @Nullable Integer row = makerRow.get(node);
    return row == null ? -1 : row;
  }

  /** Row of the buyer at this node, or −1. */
  int findBuyer(Node node) {
    @Nullable Integer row = buyerRow.get(node);
    return row == null ? -1 : row;
  }

  private int makerAt(Node node) {
    return found(findMaker(node), node, "maker");
  }

  private int buyerAt(Node node) {
    return found(findBuyer(node), node, "buyer");
  }

  private int found(int row, Node node, String role) {
    if (row < 0) {
      throw new IllegalStateException(
          "no " + role + " of " + products[node.product()].id() + " in " + node.country());
    }
    return row;
  }

  /** Row of this product, or −1. */
  int findProduct(ProductId id) {
    for (int k = 0; k < products.length; k++) {
      if (products[k].id().equals(id)) {
        return k;
      }
    }
    return -1;
  }

  /** Tonnes of base trade of a product. */
  double baseTrade(int product) {
    double sum = 0;
    for (int j = buyerStart[product]; j < buyerStart[product + 1]; j++) {
      for (int lane = laneStart[j]; lane < laneStart[j + 1]; lane++) {
        sum += baseTonnes[lane];
      }
    }
    return sum;
  }
}
