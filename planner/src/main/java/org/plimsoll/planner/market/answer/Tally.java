package org.plimsoll.planner.market.answer;

import java.util.function.Predicate;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.rows.BaseYear;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Lazy;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Sourcing;

/** Sums over a solution's lanes and blocks, from which answers are read; arrays by row. */
public final class Tally {
  /** Below this share of its base a buyer counts as without deliveries, or without shortage. */
  private static final double NOTHING = 1e-9;

  public final Solution s;
  final double[] made;
  public final double[] inputs;

  /** By buyer: tonnes that arrive, from makers and from stock. */
  public final double[] delivered;

  /** By buyer: tonnes that arrive from makers. */
  private final double[] fromMakers;

  /** Share of a product's usual trade below which a quantity is noise of the search. */
  private static final double NOISE = 1e-11;

  /** By product: tonnes that count as noise. */
  private final double[] noise;

  private final Lazy<double[]> sold;
  private final Lazy<Accounts> accounts;

  public Tally(Solution solution) {
    s = solution;
    accounts = new Lazy<>(() -> Accounts.of(solution));
    sold = new Lazy<>(this::countSold);
    made = solution.made();
    inputs = solution.inputs();
    Chain chain = solution.chain;
    noise = new double[chain.products.length];
    delivered = new double[chain.buyerCount()];
    fromMakers = new double[delivered.length];
    for (int j = 0; j < delivered.length; j++) {
      int k = chain.buyerProduct[j];
      noise[k] = Math.max(noise[k], NOISE * chain.buyerScale[j]);
      if (solution.regime.buyerLive[j]) {
        delivered[j] =
            solution.regime.given(j, solution.buyerPrice[j])
                + Math.max(0, -solution.stocked[j])
                + solution.drawn[j]
                + solution.triggered[j]
                + Math.max(0, solution.leaked[j]);
      }
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        delivered[j] += solution.flow(lane);
        fromMakers[j] += solution.flow(lane);
      }
    }
  }

  /**
   * Adds the gradient of a weighed sum of {@link #delivered}.
   *
   * @param perTonne by buyer
   */
  void addDeliveredSlopes(double[] perTonne, StateSlopes into) {
    Chain chain = s.chain;
    for (int j = 0; j < perTonne.length; j++) {
      if (perTonne[j] != 0 && s.regime.buyerLive[j]) {
        into.given[j] += perTonne[j];
        double price = s.buyerPrice[j];
        double perLogDrawn = chain.privateStock[j].slopeAt(price, -s.drawn[j]);
        into.buyerPrice[j] -= perTonne[j] * perLogDrawn / price;
        if (s.stocked[j] < 0) {
          double perLog = chain.stockBuild[j].slopeAt(price, s.stocked[j]);
          into.buyerPrice[j] -= perTonne[j] * perLog / price;
        }
        for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
          into.shareFlow[lane] += perTonne[j];
          into.latentFlow[lane] += perTonne[j];
        }
      }
    }
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      Block.Links links = block.links();
      for (int i = 0; block.onlyMoves() && i < links.buyers().length; i++) {
        int j = links.buyers()[i];
        boolean arrives = block.isLeak() ? s.leaked[j] > 0 : links.inputs()[i] < 0;
        into.level[b] -= arrives ? perTonne[j] * links.inputs()[i] : 0;
      }
    }
  }

  /** ∂tonnes wanted/∂ln price. */
  private static double wantedPerLog(Demand use, double price) {
    return use instanceof Demand.Use curve
        ? curve.wantedSlopeAt(price)
        : use.slopeAt(price, use.servedAt(price));
  }

  /**
   * Adds the gradient of a weighed sum of final use served and unserved.
   *
   * @param perServed by buyer
   * @param perUnserved by buyer
   */
  void addUseSlopes(double[] perServed, double[] perUnserved, StateSlopes into) {
    for (int j = 0; j < perServed.length; j++) {
      if (s.regime.buyerLive[j]) {
        Demand use = s.regime.finalUse[j];
        double price = s.buyerPrice[j];
        double served = use.slopeAt(price, use.servedAt(price)) / price;
        double wanted = wantedPerLog(use, price) / price;
        into.buyerPrice[j] += perServed[j] * served + perUnserved[j] * (wanted - served);
      }
    }
    for (int b = 0; b < s.level.length; b++) {
      Block.Links links = s.regime.blocks.get(b).links();
      switch (links.role()) {
        case ACTIVITY, SUPPLY, STOCK, LEAK -> {}
        case FINAL_USE -> into.level[b] += perServed[links.buyers()[0]];
        case UNSERVED ->
            into.level[b] += perUnserved[links.buyers()[0]] - perServed[links.buyers()[0]];
      }
    }
  }

  /** Of the base year, calibrated and not solved. */
  public static Tally ofBase(Chain chain) {
    return new Tally(Solution.ofBase(chain));
  }

  /** The solution's accounts, computed once. */
  Accounts accounts() {
    return accounts.get();
  }

  /** The solution as the base of another market of the same rows. */
  public BaseYear asBase() {
    double[] tonnes = new double[s.chain.laneCount()];
    for (int lane = 0; lane < tonnes.length; lane++) {
      tonnes[lane] = s.flow(lane);
    }
    double[] use = new double[s.chain.buyerCount()];
    double[] stockWorth = s.buyerPrice.clone();
    for (int j = 0; j < use.length; j++) {
      use[j] = s.served[j] + inputs[j];
      double quoted = quotedPrice(j);
      stockWorth[j] = quoted < Double.POSITIVE_INFINITY ? quoted : stockWorth[j];
    }
    return new BaseYear(tonnes, use, stockWorth, s.regime.blocks, s.level);
  }

  /** What a figure of a lane adds up to. */
  @FunctionalInterface
  interface LaneFigure {
    double of(int buyer, int lane);
  }

  /** Whether a lane counts. */
  @FunctionalInterface
  interface LaneTest {
    boolean holds(int buyer, int maker);
  }

  /** Σ flow × figure over the lanes of a product that count, in row order. */
  double sum(int product, LaneTest test, LaneFigure figure) {
    Chain chain = s.chain;
    double sum = 0;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        double flow = s.flow(lane);
        if (flow > 0 && test.holds(j, chain.makerOf(j, lane))) {
          sum += flow * figure.of(j, lane);
        }
      }
    }
    return sum;
  }

  /**
   * Use less deliveries of Armington goods, tonnes: a gain of variety, or a loss below 0. It is 0
   * for goods that conserve tonnes.
   */
  public double variety(int j) {
    Chain chain = s.chain;
    if (!(chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington)) {
      return 0;
    }
    double gain = 0;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      gain += s.worth(j, lane) - s.shareFlow[lane];
    }
    return gain;
  }

  private double[] countSold() {
    double[] sold = new double[s.chain.makerCount()];
    for (int j = 0; j < delivered.length; j++) {
      for (int lane = s.chain.laneStart[j]; lane < s.chain.laneStart[j + 1]; lane++) {
        sold[s.chain.makerOf(j, lane)] += clean(s.flow(lane), s.chain.buyerProduct[j]);
      }
    }
    return sold;
  }

  /** By maker: tonnes that go anywhere. */
  public double[] sold() {
    return sold.get();
  }

  /** A quantity of a product, or 0 where it is the noise of the search. */
  public double clean(double tonnes, int product) {
    return Math.abs(tonnes) > noise[product] ? tonnes : 0;
  }

  /**
   * Price of a tonne to a buyer. Where it buys nothing, the landed price of the cheapest maker that
   * sells anywhere; infinite if none does.
   */
  public double quotedPrice(int j) {
    if (!s.regime.buyerLive[j]) {
      return Double.POSITIVE_INFINITY;
    }
    Chain chain = s.chain;
    double bought = s.unserved[j] + s.released[j] + fromMakers[j];
    if (clean(bought, chain.buyerProduct[j]) > 0) {
      return s.buyerPrice[j];
    }
    double cheapest = Double.POSITIVE_INFINITY;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      if (s.regime.isOpen(lane) && sold()[chain.makerOf(j, lane)] > 0) {
        cheapest = Math.min(cheapest, s.landed(j, lane));
      }
    }
    return cheapest;
  }

  /** Level of an activity of a market file. */
  public double level(String activity) {
    return sumOf(Block.Role.ACTIVITY, block -> block.activity().equals(activity));
  }

  /** Supply of a product at a place of a market file outside activities: its curve and stock. */
  public double supplied(ProductId product, Place place) {
    int maker = s.chain.findMaker(new Node(s.chain.findProduct(product), place));
    return s.chain.exogenousSupply[maker]
        + sumOf(Block.Role.SUPPLY, block -> block.links().makers()[0] == maker);
  }

  private double sumOf(Block.Role role, Predicate<Block> isMeant) {
    double sum = 0;
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      sum += block.links().role() == role && isMeant.test(block) ? s.level[b] : 0;
    }
    return sum;
  }

  /** Whether anything worth a price arrives at a buyer. */
  boolean isSupplied(int j) {
    return delivered[j] > NOTHING * s.chain.buyerScale[j];
  }

  /** Whether a buyer's use has met the choke: its price is an assumption, not a market's. */
  boolean isAtCeiling(int j) {
    return s.unserved[j] > NOTHING * s.chain.buyerScale[j];
  }
}
