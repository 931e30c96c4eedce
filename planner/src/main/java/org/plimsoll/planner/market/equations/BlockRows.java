package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The row of an activity's level y:
 *
 * <pre>
 *   max(y − cap, min(y, ln cost(y) − ln revenue))      0 ≤ y ⊥ loss ≥ 0,  0 ≤ μ ⊥ cap − y ≥ 0
 * </pre>
 */
final class BlockRows {
  private final Flows flows;
  private final Regime regime;
  private final Unknowns unknowns;
  private final Complementarity parts;
  private final MakerRows makers;

  /** By block, of the last value: cost and revenue of a tonne, and the margin wanted for it. */
  private final double[] cost;

  private final double[] revenue;
  private final double[] wanted;

  BlockRows(Flows flows, Complementarity parts, MakerRows makers) {
    this.flows = flows;
    this.parts = parts;
    this.makers = makers;
    regime = flows.regime;
    unknowns = flows.unknowns;
    cost = flows.workspace.doubles(flows.blockCount);
    revenue = flows.workspace.doubles(flows.blockCount);
    wanted = flows.workspace.doubles(flows.blockCount);
  }

  double value(int b, double z) {
    Block block = regime.blocks.get(b);
    if (!regime.blockLive[b]) {
      return parts.strikeOut(b, z);
    }
    revenue[b] = flows.activities.revenue(block);
    wanted[b] = flows.activities.wanted(b, block) + flows.proximal.usd(b, z);
    cost[b] = wanted[b] + flows.activities.unpaid(block);
    double loss = loss(b, block.curve().differenceUsdPerTonne());
    double scale = block.curve().scaleTonnes();
    double cap = block.capTonnes(flows.made, flows.level);
    double row =
        block.isNeverIdle()
            ? parts.row(b, Double.POSITIVE_INFINITY, z - StrictMath.log(cap / scale), loss)
            : parts.row(b, z, z - cap / scale, loss);
    return flows.followsPrices && flows.activities.isTellable(b) ? 0 : row;
  }

  /** Cost over revenue: ln(cost/revenue), or asinh(cost/d) − asinh(revenue/d). */
  private double loss(int b, double difference) {
    return difference > 0
        ? asinh(cost[b] / difference) - asinh(revenue[b] / difference)
        : StrictMath.log(Math.max(cost[b], 1e-9 * revenue[b]) / revenue[b]);
  }

  /** ∂loss/∂cost, or −∂loss/∂revenue. */
  private static double lossPer(double usd, double difference) {
    return difference > 0 ? 1 / Math.sqrt(usd * usd + difference * difference) : 1 / usd;
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(
        StrictMath.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
  }

  /** Adds the row, and what the level adds to the rows of its makers and buyers. */
  void partials(int b, double shift, Matrix matrix) {
    if (!regime.blockLive[b]) {
      matrix.add(b, b, 1 + shift);
      return;
    }
    Block block = regime.blocks.get(b);
    Block.Links links = block.links();
    double difference = block.curve().differenceUsdPerTonne();
    double perCost = parts.slack[b] * lossPer(cost[b], difference);
    double perRevenue = parts.slack[b] * lossPer(revenue[b], difference);
    double perUnknown = levelPerUnknown(b);
    double rise = block.curve().slopeAt(flows.level[b], wanted[b]) * perUnknown;
    double own = perCost * (rise + flows.proximal.usdSlope(b));
    matrix.add(b, b, (parts.fixed[b] ? 1 : parts.own[b] + own) + shift);
    for (int o = 0; o < links.makers().length; o++) {
      int i = links.makers()[o];
      int maker = unknowns.maker(i);
      if (regime.makerLive[i]) {
        double price = flows.makerPrice[i];
        double perPrice = links.outputs()[o] + block.support().slope(i, price);
        matrix.add(b, maker, -perRevenue * perPrice * price);
      }
      matrix.add(maker, b, makers.perMade(i) * links.outputs()[o] * perUnknown);
    }
    for (int in = 0; in < links.buyers().length; in++) {
      int j = links.buyers()[in];
      double input = links.inputs()[in];
      double against = input > 0 ? perCost : perRevenue;
      matrix.add(b, unknowns.buyer(j), against * input * flows.buyerPass[j]);
      matrix.add(unknowns.deliveries(j), b, -input * perUnknown / flows.chain.buyerScale[j]);
    }
    for (int o = 0; o < links.others().length; o++) {
      int other = links.others()[o];
      matrix.add(b, other, perCost * links.slopes()[o] * levelPerUnknown(other));
    }
    if (block.host().maker() >= 0) {
      hostCap(b, block, matrix);
    }
    if (block.host().blocks().length > 0) {
      double left = block.host().leftTonnes(flows.level);
      boolean binds = left > 0 && left < block.fixedCapTonnes();
      double perTonne = binds ? -parts.cap[b] / block.curve().scaleTonnes() : 0;
      for (int host : block.host().blocks()) {
        matrix.add(b, host, perTonne * block.host().yield() * levelPerUnknown(host));
      }
      for (int part : block.host().before()) {
        matrix.add(b, part, -perTonne * levelPerUnknown(part));
      }
    }
  }

  private void hostCap(int b, Block block, Matrix matrix) {
    int host = block.host().maker();
    double made = flows.made[host];
    boolean binds = block.host().yield() * made < block.capacityTonnes();
    double perHost =
        block.isNeverIdle() ? 1 / made : block.host().yield() / block.curve().scaleTonnes();
    for (int other : regime.blocksOfMaker[host]) {
      double rise = binds ? madePerUnknown(host, other) * perHost : 0;
      matrix.add(b, other, -parts.cap[b] * rise);
    }
  }

  /** ∂made/∂unknown of one of the maker's blocks. */
  private double madePerUnknown(int maker, int b) {
    Block.Links links = regime.blocks.get(b).links();
    double sum = 0;
    for (int o = 0; o < links.makers().length; o++) {
      if (links.makers()[o] == maker) {
        sum += links.outputs()[o] * levelPerUnknown(b);
      }
    }
    return sum;
  }

  /** ∂level/∂unknown. */
  double levelPerUnknown(int b) {
    Block block = regime.blocks.get(b);
    return !regime.blockLive[b]
        ? 0
        : block.isNeverIdle() ? flows.level[b] : block.curve().scaleTonnes();
  }

  /** ∂row/∂θ at the solution: what the figure does to cost and revenue, or to the cap. */
  double perFigure(int b, FigureMove move) {
    if (!regime.blockLive[b]) {
      return 0;
    }
    Block now = regime.blocks.get(b);
    Block then = move.there.blocks.get(b);
    double row = 0;
    if (parts.slack[b] > 0) {
      Activities activities = flows.activities;
      double costs =
          activities.wanted(b, then)
              + activities.unpaid(then)
              - activities.wanted(b, now)
              - activities.unpaid(now);
      double revenues = activities.revenue(then) - activities.revenue(now);
      double difference = now.curve().differenceUsdPerTonne();
      row +=
          parts.slack[b]
              * (lossPer(cost[b], difference) * costs - lossPer(revenue[b], difference) * revenues);
    }
    if (parts.cap[b] > 0) {
      double cap = now.capTonnes(flows.made, flows.level);
      double counted = now.isNeverIdle() ? cap : now.curve().scaleTonnes();
      row -= parts.cap[b] * (then.capTonnes(move.made, flows.level) - cap) / counted;
    }
    return row / move.by;
  }
}
