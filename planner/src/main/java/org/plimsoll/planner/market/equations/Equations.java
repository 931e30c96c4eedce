package org.plimsoll.planner.market.equations;

import java.util.stream.IntStream;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The rows of a market, each rising in its own unknown; docs/method/market.md derives them.
 *
 * <pre>
 *   block    max(y − cap, min(y, ln cost(y) − ln revenue))              0 ≤ y ⊥ loss ≥ 0,
 *                                                                       0 ≤ μ ⊥ cap − y ≥ 0
 *   buyer    (Q + latent + release − need)/D0
 *   bundle   max(Q − caps, min(Q, ln P − ln ρ))                         0 ≤ Q ⊥ P − ρ ≥ 0
 *   lane     max(x − cap, min(x, (landed + premium + e x − ρ)/ρ0))      0 ≤ x ⊥ loss ≥ 0
 *   maker    min(ln π − ln least, ψ(supply) − ψ(sales))                 free disposal
 *   quota    max(ν − most, min(ν, ψ(cap) − ψ(carried)))                 0 ≤ ν ≤ most ⊥ cap
 * </pre>
 *
 * <p>ψ(x) = asinh(x/2κ), a logarithm above κ and straight below, so that a maker may come to
 * nothing. While {@link #smoothing} s is above 0, min(a, b) stands for (a + b − √((a−b)² + 4s²))/2
 * (Chen and Harker 1993; Kanzow 1996): the solver follows that path to s = 0, where rows are exact.
 */
public final class Equations {
  /** The same, as a logarithm, while flows follow prices. */
  public static final double LN_THROWN_AWAY = StrictMath.log(1e-6);

  public final double lnLeastPrice;

  /** Share of base use that must be left for a jump over the choke to be held back. */
  private static final double GIVES_WAY = 1e-4;

  /** Share of its base below which a quantity counts in tonnes, above which in logarithms. */
  private static final double STRAIGHT_BELOW = 1e-3;

  public final Flows flows;
  public final double[] makerScale;
  final double[] exports;

  /** By quota: whether any of its lanes can carry goods. */
  private final boolean[] quotaLive;

  private final double[] lnChoke;

  /** By unknown: rows that are struck out, or whose price is at the least. */
  public final boolean[] fixed;

  /** By unknown: weight in its row of its own bounds, of its slack, and of a moving cap. */
  final double[] ownWeight;

  public final double[] slackWeight;
  final double[] capWeight;

  /** By block, of the last residual: cost and revenue of a tonne, and the margin wanted for it. */
  final double[] cost;

  final double[] revenue;
  final double[] wanted;

  /** s, 0 for the exact rows. */
  public double smoothing;

  public final ProximalTerms proximal;

  public Equations(Regime regime) {
    this(regime, new Workspace());
  }

  public Equations(Regime regime, Workspace workspace) {
    flows = new Flows(regime, workspace);
    proximal = flows.proximal;
    lnLeastPrice = StrictMath.log(regime.chain.leastPrice());
    int n = flows.unknowns.most();
    fixed = workspace.booleans(n);
    ownWeight = workspace.doubles(n);
    slackWeight = workspace.doubles(n);
    capWeight = workspace.doubles(n);
    cost = workspace.doubles(flows.blockCount);
    revenue = workspace.doubles(flows.blockCount);
    wanted = workspace.doubles(flows.blockCount);
    makerScale = workspace.doubles(flows.makerCount);
    lnChoke = workspace.doubles(flows.buyerCount);
    for (int j = 0; j < lnChoke.length; j++) {
      lnChoke[j] =
          StrictMath.log(flows.chain.products[flows.chain.buyerProduct[j]].chokeMultiple());
    }
    exports = workspace.doubles(regime.quotas.size());
    quotaLive = workspace.booleans(exports.length);
    for (int q = 0; q < exports.length; q++) {
      quotaLive[q] = IntStream.of(regime.quotas.get(q).lanes()).anyMatch(regime::isLive);
    }
    for (int i = 0; i < flows.makerCount; i++) {
      makerScale[i] = Math.abs(flows.chain.exogenousSupply[i]);
    }
    for (int b = 0; b < flows.blockCount; b++) {
      Block block = regime.blocks.get(b);
      for (int o = 0; o < block.links().makers().length; o++) {
        int i = block.links().makers()[o];
        makerScale[i] += block.links().outputs()[o] * block.curve().scaleTonnes();
      }
    }
  }

  /** Rows, and unknowns, now; more as routes wake. */
  public int size() {
    return flows.unknowns.count();
  }

  /** Writes the rows at these unknowns into {@code f}; both have room for all unknowns. */
  public void residual(double[] z, double[] f) {
    flows.at(z);
    for (int b = 0; b < flows.blockCount; b++) {
      f[b] = blockRow(b, z[b]);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = flows.unknowns.buyer(j);
      f[unknown] = buyerRow(j, unknown, z[unknown]);
      unknown = flows.unknowns.bundle(j);
      f[unknown] = bundleRow(j, unknown, z[unknown]);
    }
    for (int p = 0; p < flows.unknowns.routes.count(); p++) {
      int unknown = flows.unknowns.route(p);
      f[unknown] = laneRow(p, unknown, z[unknown]);
    }
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = flows.unknowns.maker(i);
      f[unknown] = makerRow(i, unknown, z[unknown]);
    }
    for (int q = 0; q < exports.length; q++) {
      int unknown = flows.unknowns.quota(q);
      f[unknown] = quotaRow(q, unknown, z[unknown]);
    }
  }

  /**
   * Holds a trial step back where a buyer's price would jump far over the choke: beyond it use is
   * gone, the row is flat, and the way back is lost.
   */
  public void holdAtChoke(double[] z, double[] trial) {
    Chain chain = flows.chain;
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = flows.unknowns.buyer(j);
      double slope = chain.products[chain.buyerProduct[j]].unservedSlope();
      double start = Math.max(lnChoke[j], z[unknown]);
      if (trial[unknown] > start + slope && givesWay(j, z)) {
        trial[unknown] = start + slope;
      }
    }
  }

  /** Puts producer prices below a share of the base at the least; returns whether there are any. */
  public boolean dropToLeast(double[] z, double share) {
    boolean any = false;
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = flows.unknowns.maker(i);
      if (z[unknown] < StrictMath.log(share) && z[unknown] > lnLeastPrice) {
        z[unknown] = lnLeastPrice;
        any = true;
      }
    }
    return any;
  }

  /**
   * Where goods are thrown away. While flows follow prices that is soon: a logarithm takes long on
   * the way to nothing.
   */
  private double lnLeast() {
    return flows.followsPrices ? LN_THROWN_AWAY : lnLeastPrice;
  }

  /** Holds guided prices at the least: below it their rows say nothing but that it is the least. */
  public void holdAtLeast(double[] trial) {
    for (int i = 0; i < flows.makerCount && proximal.areThere(); i++) {
      int unknown = flows.unknowns.maker(i);
      trial[unknown] = Math.max(trial[unknown], lnLeast());
    }
  }

  /** Whether use that gives way at the choke is a part of what the buyer takes. */
  private boolean givesWay(int j, double[] z) {
    double price = flows.chain.buyerPrice0[j] * StrictMath.exp(z[flows.unknowns.buyer(j)]);
    double served =
        flows.regime.finalUse[j].servedAt(price)
            + flows.chain.stockBuild[j].uptake().servedAt(price)
            + flows.regime.purchase[j].servedAt(price);
    return served > GIVES_WAY * flows.chain.buyerScale[j];
  }

  /** max(own − cap, min(own, slack)), smoothed, with the weight of each part. */
  private double bounded(int unknown, double own, double over, double slack) {
    if (smoothing == 0) {
      boolean isOver = over > Math.min(own, slack);
      boolean isOwn = !isOver && own < slack;
      ownWeight[unknown] = isOver || isOwn ? 1 : 0;
      slackWeight[unknown] = isOver || isOwn ? 0 : 1;
      capWeight[unknown] = isOver ? 1 : 0;
      return isOver ? over : isOwn ? own : slack;
    }
    double row = slack;
    double toOwn = 0;
    if (own < Double.POSITIVE_INFINITY) {
      double low = own - slack;
      double root = Math.sqrt(low * low + 4 * smoothing * smoothing);
      row = (own + slack - root) / 2;
      toOwn = root > 0 ? (1 - low / root) / 2 : 0;
    }
    double toCap = 0;
    if (over > Double.NEGATIVE_INFINITY) {
      double high = over - row;
      double upper = Math.sqrt(high * high + 4 * smoothing * smoothing);
      toCap = upper > 0 ? (1 + high / upper) / 2 : 0;
      row = (over + row + upper) / 2;
    }
    ownWeight[unknown] = toCap + (1 - toCap) * toOwn;
    slackWeight[unknown] = (1 - toCap) * (1 - toOwn);
    capWeight[unknown] = toCap;
    return row;
  }

  private double blockRow(int b, double z) {
    Block block = flows.regime.blocks.get(b);
    if (!flows.regime.blockLive[b]) {
      fixed[b] = true;
      return z;
    }
    revenue[b] = flows.activities.revenue(block);
    wanted[b] = wanted(b, block, z);
    cost[b] = wanted[b] + flows.activities.unpaid(block);
    double loss = loss(b, block.curve().differenceUsdPerTonne());
    double scale = block.curve().scaleTonnes();
    double row =
        block.isNeverIdle()
            ? bounded(b, Double.POSITIVE_INFINITY, z - StrictMath.log(cap(block) / scale), loss)
            : bounded(b, z, z - cap(block) / scale, loss);
    return flows.followsPrices && flows.activities.isTellable(b) ? 0 : row;
  }

  /**
   * The margin at which this level is made, by its curve, the others' levels and the proximal term.
   */
  private double wanted(int b, Block block, double z) {
    double wanted = block.curve().marginAt(flows.level[b]);
    Block.Links links = block.links();
    for (int o = 0; o < links.others().length; o++) {
      wanted += links.slopes()[o] * flows.level[links.others()[o]];
    }
    return wanted + proximal.usd(b, z);
  }

  /** Cost over revenue: ln(cost/revenue), or asinh(cost/d) − asinh(revenue/d). */
  private double loss(int b, double difference) {
    return difference > 0
        ? asinh(cost[b] / difference) - asinh(revenue[b] / difference)
        : StrictMath.log(Math.max(cost[b], 1e-9 * revenue[b]) / revenue[b]);
  }

  /** ∂loss/∂cost. */
  double lossPerCost(int b, double difference) {
    return difference > 0
        ? 1 / Math.sqrt(cost[b] * cost[b] + difference * difference)
        : 1 / cost[b];
  }

  /** −∂loss/∂revenue. */
  double lossPerRevenue(int b, double difference) {
    return difference > 0
        ? 1 / Math.sqrt(revenue[b] * revenue[b] + difference * difference)
        : 1 / revenue[b];
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(
        StrictMath.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
  }

  /** The level's cap at the host's present output, tonnes. */
  double cap(Block block) {
    return block.capTonnes(flows.made, flows.level);
  }

  private double buyerRow(int j, int unknown, double z) {
    if (!flows.regime.buyerLive[j]) {
      fixed[unknown] = true;
      return z;
    }
    return flows.excess[j] / flows.chain.buyerScale[j] + proximal.price(unknown, z);
  }

  private double bundleRow(int j, int unknown, double z) {
    if (flows.latentRoutes.hasBid(j)) {
      double over =
          (flows.latentRoutes.brought[j] - flows.latentRoutes.passed[j])
              / flows.chain.buyerScale[j];
      return over + proximal.price(unknown, z);
    }
    if (flows.regime.shareLanes[j].length == 0) {
      fixed[unknown] = true;
      ownWeight[unknown] = 1;
      return z;
    }
    double loss = StrictMath.log(flows.bundlePrice[j] / flows.buyerPrice[j]);
    return bounded(unknown, z, z - flows.bundleCap[j] / flows.chain.buyerScale[j], loss);
  }

  private double laneRow(int p, int unknown, double z) {
    ActiveRoutes active = flows.unknowns.routes.active;
    int j = active.buyer[p];
    double scale = flows.chain.buyerScale[j];
    double cap = active.cap[p] / scale;
    if (flows.followsPrices) {
      slackWeight[unknown] = z > 0 && z < cap ? 1 : 0;
      ownWeight[unknown] = 1 - slackWeight[unknown];
      return 0;
    }
    double tonnes = z * scale;
    double rise =
        (tonnes - active.stillTonnes[p]) * active.ownSlope[p]
            + (tonnes - active.carried[p]) * proximal.strength * active.proximalSlope[p];
    double loss = (active.landed[p] - flows.buyerPrice[j] + rise) / flows.chain.buyerPrice0[j];
    return bounded(unknown, z, z - cap, loss);
  }

  /** Rise of the price, as a share of the base, at which a route carries the buyer's base use. */
  double laneSlope(int p) {
    ActiveRoutes active = flows.unknowns.routes.active;
    int j = active.buyer[p];
    double own = active.ownSlope[p];
    double perTonne = own + proximal.strength * active.proximalSlope[p];
    return perTonne * flows.chain.buyerScale[j] / flows.chain.buyerPrice0[j];
  }

  private double makerRow(int i, int unknown, double z) {
    if (!flows.regime.makerLive[i]) {
      fixed[unknown] = true;
      return z;
    }
    double over =
        flows.followsPrices
            ? (supply(i) - sales(i)) / makerScale[i]
            : psiDifference(supply(i), sales(i), makerScale[i]);
    double clearing = over + proximal.price(unknown, z);
    double least = z - lnLeast();
    fixed[unknown] = least < clearing;
    return fixed[unknown] ? least : clearing;
  }

  double supply(int i) {
    return flows.made[i] + Math.max(0, flows.chain.exogenousSupply[i]);
  }

  double sales(int i) {
    return flows.sold[i] + Math.max(0, -flows.chain.exogenousSupply[i]);
  }

  /** ψ(x) − ψ(y). */
  private static double psiDifference(double x, double y, double scale) {
    double u = x / (2 * STRAIGHT_BELOW * scale);
    double v = y / (2 * STRAIGHT_BELOW * scale);
    return StrictMath.log((u + Math.sqrt(u * u + 1)) / (v + Math.sqrt(v * v + 1)));
  }

  /** ∂row/∂supply of a maker; ∂row/∂sales is −1 times that at the sales. */
  double makerSlope(int i, double tonnes) {
    return flows.followsPrices ? 1 / makerScale[i] : psiSlope(tonnes, makerScale[i]);
  }

  /** ∂ψ/∂x. */
  static double psiSlope(double x, double scale) {
    double straight = 2 * STRAIGHT_BELOW * scale;
    return 1 / Math.sqrt(x * x + straight * straight);
  }

  private double quotaRow(int q, int unknown, double z) {
    Quota quota = flows.regime.quotas.get(q);
    exports[q] = 0;
    for (int lane : quota.lanes()) {
      exports[q] += flows.shareFlow[lane] + flows.latentFlow[lane];
    }
    if (!quotaLive[q]) {
      fixed[unknown] = true;
      return z;
    }
    double room = psiDifference(quota.capTonnes(), exports[q], quota.capTonnes());
    return bounded(unknown, z, z - quota.pays().most(), room);
  }
}
