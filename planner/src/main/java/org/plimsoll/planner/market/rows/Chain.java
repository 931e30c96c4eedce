package org.plimsoll.planner.market.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;

/**
 * Products tied by activities or hosts, as numbered rows: the makers, buyers and lanes of a base
 * year or of a market file. Whoever builds a chain fills its arrays; nobody changes them
 * afterwards.
 *
 * <p>Makers and buyers are sorted by product, then country, buyers then by end user. A
 * <em>lane</em> is a pair of a maker and a buyer of the same product. The lanes of buyer j start at
 * {@code laneStart[j]}, one for each maker of its product in row order. Tonnes a year, USD a tonne.
 *
 * <p>Long because each array needs a line to say what it holds.
 */
public final class Chain {
  private static final double LEAST_PRICE_IN_FILES = 1e-12;

  public final ProductFigures[] products;
  public final int[] makerStart;
  public final int[] buyerStart;

  public final int[] makerProduct;
  public final Place[] makerCountry;
  public final double[] makerPrice0;

  /** Supply at a maker outside all activities: what the base year leaves unexplained, or stocks. */
  public final double[] exogenousSupply;

  public final int[] buyerProduct;
  public final Place[] buyerCountry;
  public final String[] buyerUser;
  public final double[] buyerPrice0;

  /** By buyer: value of a tonne in stock, USD. */
  public final double[] stockWorth;

  /** By buyer: scale of its flows, tonnes. */
  public final double[] buyerScale;

  public final double[] exogenousUse;
  public final Demand[] finalUse;

  /** By buyer: final use before measures moved it. */
  private final Demand[] useBefore;

  /** By buyer of a market file: price at which remaining use is given up; infinite if none. */
  public final double[] choke;

  public final Demand.Stock[] stockBuild;

  /** By buyer: what private holders sell at a high price. */
  public final Demand.Drawdown[] privateStock;

  /** By buyer: base use of all kinds, in proportion to which stocks are shared. */
  public final double[] baseUse;

  public final int[] laneStart;
  public final double[] baseTonnes;
  public final double[] baseShare;
  public final double[] landed0;
  public final double[] freight;

  /** What customs add to the export price before duty: freight, or 0 where they value FOB. */
  public final double[] valued;

  public final double[] duty;
  public final boolean[] inside;

  /** Whether a route exists, and its capacity. */
  public final boolean[] passable;

  public final double[] laneCap;

  /** Rise of the price a tonne on a latent route. */
  public final double[] routeSlope;

  /**
   * By lane: slope of the proximal term, USD a tonne per tonne; 0 where routes have slopes of their
   * own. It selects among flows that prices leave undetermined. It acts only during the search (see
   * {@code ProximalTerms}).
   */
  public final double[] proximalSlope;

  /** Flow of a latent route at a gain of {@link #latentGain}. */
  public final double[] latentTonnes;

  /** Gain ρ − L at which a latent route carries {@link #latentTonnes}; it carries more above. */
  public final double[] latentGain;

  /**
   * Capped routes of Armington goods. Each has a quota with a rent: Armington shares do not
   * conserve tonnes, so that no remainder is left for other routes.
   */
  public final List<Quota> routeQuotas;

  public final List<Block> blocks;

  /** The base that replaced its own (see {@link #on}); empty if none did. */
  private final Optional<BaseYear> base;

  private final TreeMap<Node, Integer> makerRow;
  private final TreeMap<Node, Integer> buyerRow;

  /** Numbers the rows; makers start at the product's price. */
  public Chain(List<ProductFigures> products, SortedSet<Node> makers, SortedSet<Node> buyers) {
    this.products = products.toArray(new ProductFigures[0]);
    routeQuotas = new ArrayList<>();
    blocks = new ArrayList<>();
    base = Optional.empty();
    makerRow = new TreeMap<>();
    buyerRow = new TreeMap<>();
    makerProduct = new int[makers.size()];
    makerCountry = new Place[makerProduct.length];
    makerPrice0 = new double[makerProduct.length];
    exogenousSupply = new double[makerProduct.length];
    makerStart = numberMakers(makers);
    int count = buyers.size();
    buyerProduct = new int[count];
    buyerCountry = new Place[count];
    buyerUser = new String[count];
    buyerStart = numberBuyers(buyers);
    buyerPrice0 = new double[count];
    stockWorth = new double[count];
    buyerScale = new double[count];
    exogenousUse = new double[count];
    finalUse = new Demand[count];
    useBefore = finalUse;
    choke = new double[count];
    Arrays.fill(choke, Double.POSITIVE_INFINITY);
    stockBuild = new Demand.Stock[count];
    privateStock = new Demand.Drawdown[count];
    baseUse = new double[count];
    laneStart = new int[count + 1];
    for (int j = 0; j < count; j++) {
      int k = buyerProduct[j];
      laneStart[j + 1] = laneStart[j] + makerStart[k + 1] - makerStart[k];
    }
    int lanes = laneStart[count];
    baseTonnes = new double[lanes];
    baseShare = new double[lanes];
    landed0 = new double[lanes];
    freight = new double[lanes];
    valued = new double[lanes];
    duty = new double[lanes];
    inside = new boolean[lanes];
    passable = new boolean[lanes];
    Arrays.fill(passable, true);
    laneCap = new double[lanes];
    Arrays.fill(laneCap, Double.POSITIVE_INFINITY);
    routeSlope = new double[lanes];
    proximalSlope = new double[lanes];
    latentTonnes = new double[lanes];
    latentGain = new double[lanes];
  }

  /**
   * The same rows for other figures of the same products: curves and activities are not filled in
   * yet, nor prices and routes, unless these are the same.
   *
   * @param isPriced whether prices and routes are those of the other
   */
  public Chain(List<ProductFigures> products, Chain rows, boolean isPriced) {
    this.products = products.toArray(new ProductFigures[0]);
    routeQuotas = new ArrayList<>();
    blocks = new ArrayList<>();
    base = Optional.empty();
    makerRow = rows.makerRow;
    buyerRow = rows.buyerRow;
    makerStart = rows.makerStart;
    buyerStart = rows.buyerStart;
    makerProduct = rows.makerProduct;
    makerCountry = rows.makerCountry;
    makerPrice0 = rows.makerPrice0;
    exogenousSupply = new double[makerProduct.length];
    buyerProduct = rows.buyerProduct;
    buyerCountry = rows.buyerCountry;
    buyerUser = rows.buyerUser;
    int count = buyerProduct.length;
    exogenousUse = new double[count];
    finalUse = new Demand[count];
    useBefore = finalUse;
    choke = rows.choke;
    stockBuild = new Demand.Stock[count];
    privateStock = new Demand.Drawdown[count];
    laneStart = rows.laneStart;
    baseTonnes = rows.baseTonnes;
    duty = rows.duty;
    inside = rows.inside;
    passable = rows.passable;
    laneCap = rows.laneCap;
    int lanes = baseTonnes.length;
    buyerPrice0 = isPriced ? rows.buyerPrice0 : new double[count];
    stockWorth = isPriced ? rows.stockWorth : new double[count];
    buyerScale = isPriced ? rows.buyerScale : new double[count];
    baseUse = isPriced ? rows.baseUse : new double[count];
    baseShare = isPriced ? rows.baseShare : new double[lanes];
    landed0 = isPriced ? rows.landed0 : new double[lanes];
    freight = isPriced ? rows.freight : new double[lanes];
    valued = isPriced ? rows.valued : new double[lanes];
    routeSlope = isPriced ? rows.routeSlope : new double[lanes];
    proximalSlope = isPriced ? rows.proximalSlope : new double[lanes];
    latentTonnes = isPriced ? rows.latentTonnes : new double[lanes];
    latentGain = isPriced ? rows.latentGain : new double[lanes];
  }

  /** The same rows and figures with another base; see {@link #on}. */
  private Chain(Chain rows, BaseYear base, Demand[] useBefore) {
    products = rows.products;
    makerStart = rows.makerStart;
    buyerStart = rows.buyerStart;
    makerProduct = rows.makerProduct;
    makerCountry = rows.makerCountry;
    makerPrice0 = rows.makerPrice0;
    exogenousSupply = rows.exogenousSupply;
    buyerProduct = rows.buyerProduct;
    buyerCountry = rows.buyerCountry;
    buyerUser = rows.buyerUser;
    buyerPrice0 = rows.buyerPrice0;
    stockWorth = base.stockWorth();
    buyerScale = rows.buyerScale;
    exogenousUse = rows.exogenousUse;
    finalUse = rows.finalUse;
    this.useBefore = useBefore;
    choke = rows.choke;
    stockBuild = rows.stockBuild;
    privateStock = new Demand.Drawdown[stockBuild.length];
    for (int j = 0; j < privateStock.length; j++) {
      double price = base.stockWorth()[j];
      privateStock[j] =
          products[buyerProduct[j]].privateStock(price > 0 ? base.use()[j] : 0, price);
    }
    baseUse = base.use();
    laneStart = rows.laneStart;
    baseTonnes = base.tonnes();
    baseShare = rows.baseShare;
    landed0 = rows.landed0;
    freight = rows.freight;
    valued = rows.valued;
    duty = rows.duty;
    inside = rows.inside;
    passable = rows.passable;
    laneCap = rows.laneCap;
    routeSlope = rows.routeSlope;
    proximalSlope = rows.proximalSlope;
    latentTonnes = rows.latentTonnes;
    latentGain = rows.latentGain;
    routeQuotas = rows.routeQuotas;
    blocks = rows.blocks;
    this.base = Optional.of(base);
    makerRow = rows.makerRow;
    buyerRow = rows.buyerRow;
  }

  /**
   * The same chain measured against another market: licences, shares of use and output, surplus,
   * stock values and private stocks refer to its flows, levels, use and prices.
   *
   * @param base a market of the same rows
   * @param without the chain without the measures that moved curves
   */
  public Chain on(BaseYear base, Chain without) {
    return new Chain(this, base, without.finalUse);
  }

  /** Base level of an activity or a curve, less the part that other blocks make. */
  public double baseLevel(Block block) {
    if (base.isEmpty() || block.curve().mustRun()) {
      return block.curve().scaleTonnes();
    }
    return base.get().levelOf(block);
  }

  /**
   * Loss of consumer surplus as the price rises to this, USD a year. Where measures moved the
   * demand curve, the old curve counts up to the base price and the moved one beyond.
   */
  public double lost(int j, Demand use, double price) {
    Demand was = useBefore[j];
    return use.equals(was)
        ? use.area(buyerPrice0[j], price)
        : was.area(buyerPrice0[j], stockWorth[j]) + use.area(stockWorth[j], price);
  }

  /** Base price of what leaks from a buyer: of the product or, in a market file, at the buyer. */
  public double priceBefore(int buyer) {
    return base.isPresent() ? stockWorth[buyer] : products[buyerProduct[buyer]].priceUsdPerTonne();
  }

  /** Whether prices and routes are the very ones of the other. */
  @SuppressWarnings("ReferenceEquality") // what a calibration takes over is not made again
  public boolean isPricedLike(Chain other) {
    return landed0 == other.landed0;
  }

  /** Whether makers, prices and routes are the very ones of the other: then use alone differs. */
  @SuppressWarnings("ReferenceEquality") // what a calibration takes over is not made again
  public boolean makesLike(Chain other) {
    boolean same = isPricedLike(other) && blocks.size() == other.blocks.size();
    for (int b = 0; same && b < blocks.size(); b++) {
      same = blocks.get(b) == other.blocks.get(b);
    }
    return same;
  }

  /** Whether both have the same rows, one perhaps made of the other by {@link #on}. */
  @SuppressWarnings("ReferenceEquality") // equal rows of another file may mean something else
  public boolean hasRowsOf(Chain other) {
    return makerRow == other.makerRow;
  }

  private int[] numberMakers(SortedSet<Node> makers) {
    int[] starts = new int[products.length + 1];
    int row = 0;
    for (Node node : makers) {
      makerRow.put(node, row);
      makerProduct[row] = node.product();
      makerCountry[row] = node.country();
      makerPrice0[row] = products[node.product()].priceUsdPerTonne();
      row++;
      starts[node.product() + 1] = row;
    }
    return filled(starts);
  }

  private int[] numberBuyers(SortedSet<Node> buyers) {
    int[] starts = new int[products.length + 1];
    int row = 0;
    for (Node node : buyers) {
      buyerRow.put(node, row);
      buyerProduct[row] = node.product();
      buyerCountry[row] = node.country();
      buyerUser[row] = node.user();
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

  public int makerCount() {
    return makerProduct.length;
  }

  public int buyerCount() {
    return buyerProduct.length;
  }

  public int laneCount() {
    return baseTonnes.length;
  }

  /** Row of the maker at the far end of a lane of buyer {@code j}. */
  public int makerOf(int j, int lane) {
    return makerStart[buyerProduct[j]] + lane - laneStart[j];
  }

  /** Row of the buyer of a lane. */
  public int buyerAt(int lane) {
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
  public int makerAt(int lane) {
    return makerOf(buyerAt(lane), lane);
  }

  public int lane(int maker, int buyer) {
    return laneStart[buyer] + maker - makerStart[makerProduct[maker]];
  }

  /** Row of the maker at this node, or −1. */
  public int findMaker(Node node) {
    @Nullable Integer row = makerRow.get(node);
    return row == null ? -1 : row;
  }

  /** Row of the buyer at this node, or −1. */
  public int findBuyer(Node node) {
    @Nullable Integer row = buyerRow.get(node);
    return row == null ? -1 : row;
  }

  /** Rows of all users that buy a product in a country; they stand side by side. */
  public int[] buyersIn(int product, Place country) {
    int low = buyerStart[product];
    int end = buyerStart[product + 1];
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (buyerCountry[middle].compareTo(country) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (high < end && buyerCountry[high].equals(country)) {
      high++;
    }
    int[] rows = new int[high - low];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = low + r;
    }
    return rows;
  }

  /** Product, country and user of a buyer. */
  public Node buyer(int j) {
    return new Node(buyerProduct[j], buyerCountry[j], buyerUser[j]);
  }

  /** A user's share of its country's base final use; 1 where users are not told apart. */
  public double partOfFinalUse(int buyer) {
    int[] users = buyersIn(buyerProduct[buyer], buyerCountry[buyer]);
    double all = 0;
    for (int j : users) {
      all += finalUse[j].wantedAt(buyerPrice0[j]);
    }
    return users.length == 1 ? 1 : finalUse[buyer].wantedAt(buyerPrice0[buyer]) / all;
  }

  public int makerAt(Node node) {
    return found(findMaker(node), node, "maker");
  }

  public int buyerAt(Node node) {
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
  public int findProduct(ProductId id) {
    for (int k = 0; k < products.length; k++) {
      if (products[k].id().equals(id)) {
        return k;
      }
    }
    return -1;
  }

  /** Whether goods could move there without measures. */
  public boolean hasRoute(int lane) {
    return (passable[lane] || baseShare[lane] > 0) && laneCap[lane] > 0;
  }

  /** Tonnes of base trade of a product. */
  public double baseTrade(int product) {
    double sum = 0;
    for (int j = buyerStart[product]; j < buyerStart[product + 1]; j++) {
      for (int lane = laneStart[j]; lane < laneStart[j + 1]; lane++) {
        sum += baseTonnes[lane];
      }
    }
    return sum;
  }

  /** Row of the product that a block makes; if it makes nothing, of the one it takes. */
  public int productOf(Block block) {
    Block.Links links = block.links();
    return links.makers().length > 0
        ? makerProduct[links.makers()[0]]
        : buyerProduct[links.buyers()[0]];
  }

  /** Base price of that product at the block, USD a tonne. */
  public double priceOf(Block block) {
    Block.Links links = block.links();
    return links.makers().length > 0
        ? makerPrice0[links.makers()[0]]
        : buyerPrice0[links.buyers()[0]];
  }

  /**
   * Share of the base price below which goods count as worthless and are thrown away. It is lower
   * for market files, where zero prices are common and printed as such.
   */
  public double leastPrice() {
    return needsProximalTerms() ? LEAST_PRICE_IN_FILES : Node.LEAST_PRICE;
  }

  /**
   * Whether some routes or activities have no slope of their own, so that prices do not determine
   * their level.
   */
  public boolean needsProximalTerms() {
    for (double slope : proximalSlope) {
      if (slope > 0) {
        return true;
      }
    }
    return blocks.stream().anyMatch(block -> block.curve().isFlat());
  }
}
