package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * The matrix of derivatives of the rows at the unknowns of the last {@link Equations#residual},
 * with the unknowns of lanes and bundles eliminated; {@link Elimination} holds the other half of
 * that.
 *
 * <p>Long because each row's derivatives stand beside those of the flows that they share.
 */
final class Derivatives {
  final Equations equations;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;
  final Layout layout;
  final double[] values;

  /** By lane: ∂ln landed/∂ln producer price, and ∂ln landed/∂ quota rent. */
  final double[] pass;

  final double[] passRent;

  /** By lane: whether its latent route answers to prices; if so, tonnes per USD a tonne. */
  final boolean[] moves;

  final double[] answer;

  /** Moving latent routes, buyer after buyer, and where each buyer's start. */
  private final int[] moving;

  private final int[] movingStart;

  /** By maker of the product at hand: how prices there move the buyer's weights. */
  private final double[] pull;

  /** By lane with a moving latent route: −∂flow/∂ln producer price. */
  private final double[] latentSlope;

  Derivatives(Equations equations, Layout layout) {
    this.equations = equations;
    this.flows = equations.flows;
    this.chain = flows.chain;
    this.regime = flows.regime;
    this.layout = layout;
    values = new double[layout.columns.length];
    pass = new double[chain.laneCount()];
    passRent = new double[chain.laneCount()];
    latentSlope = new double[chain.laneCount()];
    moves = new boolean[chain.laneCount()];
    answer = new double[chain.laneCount()];
    moving = new int[chain.laneCount()];
    movingStart = new int[chain.buyerCount() + 1];
    pull = new double[chain.makerCount()];
  }

  /**
   * Fills the matrix with the lanes eliminated.
   *
   * @param shift added to the diagonal of the lanes' rows; the matrix's own is left as it is
   */
  void fill(double shift) {
    Arrays.fill(values, 0);
    int count = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      for (int lane : regime.gapLanes[j]) {
        int unknown = flows.unknowns.lane(lane);
        moves[lane] = equations.gapWeight[unknown] > 0;
        if (moves[lane]) {
          moving[count++] = lane;
          answer[lane] =
              equations.gapWeight[unknown]
                  * chain.buyerScale[j]
                  / (ownSlope(j, unknown, shift) * chain.buyerPrice0[j]);
        }
      }
      movingStart[j + 1] = count;
      passOn(j, regime.gapLanes[j], true);
      passOn(j, regime.shareLanes[j], false);
    }
    for (int b = 0; b < flows.blockCount; b++) {
      blockRow(b);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      buyerRow(j);
    }
    for (int k = 0; k < chain.products.length; k++) {
      for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
        addFlowsTo(j);
      }
    }
    for (int i = 0; i < flows.makerCount; i++) {
      makerRow(i);
    }
    for (int q = 0; q < regime.quotas.size(); q++) {
      quotaRow(q);
    }
  }

  /** ∂row/∂own unknown of a lane. */
  double ownSlope(int j, int unknown, double shift) {
    return equations.ownWeight[unknown]
        + equations.gapWeight[unknown] * equations.laneSlope(j)
        + shift;
  }

  private void passOn(int j, int[] lanes, boolean onlyMoving) {
    for (int lane : lanes) {
      if (onlyMoving && !moves[lane]) {
        continue;
      }
      int i = chain.makerOf(j, lane);
      double perRent = flows.landedSlope[lane];
      double perPrice = perRent * (1 + regime.wedges.exportTax[lane]) * flows.makerPrice[i];
      pass[lane] = perPrice / flows.landed[lane];
      passRent[lane] = perRent * chain.makerPrice0[i] / flows.landed[lane];
      latentSlope[lane] = moves[lane] ? perPrice * answer[lane] : 0;
    }
  }

  private void blockRow(int b) {
    Block block = regime.blocks.get(b);
    Block.Links links = block.links();
    int start = layout.rowStart[b];
    if (equations.fixed[b]) {
      values[start] = 1;
      return;
    }
    double gap = equations.gapWeight[b];
    double cost = equations.cost[b];
    double revenue = equations.revenue[b];
    values[start] =
        equations.ownWeight[b]
            + gap
                * block.curve().slopeAt(flows.level[b], equations.wanted[b])
                * levelPerUnknown(b)
                / cost;
    int at = start + 1;
    for (int o = 0; o < links.makers().length; o++) {
      int i = links.makers()[o];
      if (regime.makerLive[i]) {
        values[at] = -gap * links.outputs()[o] * flows.makerPrice[i] / revenue;
      }
      at++;
    }
    for (int i = 0; i < links.buyers().length; i++) {
      values[at++] = gap * links.inputs()[i] * flows.buyerPrice[links.buyers()[i]] / cost;
    }
    int host = block.host().maker();
    if (host >= 0 && block.host().yield() * flows.made[host] < block.capacityTonnes()) {
      double perHost =
          block.isNeverIdle()
              ? 1 / flows.made[host]
              : block.host().yield() / block.curve().scaleTonnes();
      for (int other : equations.blocksOfMaker.get(host)) {
        values[at++] = -equations.capWeight[b] * madePerUnknown(host, other) * perHost;
      }
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

  double levelPerUnknown(int b) {
    Block block = regime.blocks.get(b);
    return !regime.blockLive[b]
        ? 0
        : block.isNeverIdle() ? flows.level[b] : block.curve().scaleTonnes();
  }

  private double needPerPrice(int j) {
    double slope = flows.needSlope[j];
    for (int n = movingStart[j]; n < movingStart[j + 1]; n++) {
      slope -= flows.buyerPrice[j] * answer[moving[n]];
    }
    return slope;
  }

  private void buyerRow(int j) {
    int unknown = flows.unknowns.buyer(j);
    int row = layout.rowStart[unknown];
    if (equations.fixed[unknown]) {
      values[row] = 1;
      return;
    }
    double own = equations.ownWeight[flows.unknowns.bundle(j)];
    if (own > 0) {
      addNeed(j, row, -own / chain.buyerScale[j]);
    }
    if (own < 1) {
      priceRow(j, row, equations.gapWeight[flows.unknowns.bundle(j)]);
    }
  }

  /** Whether incumbents can serve the buyer: then they carry what need leaves. */
  boolean hasBundle(int j) {
    return regime.shareLanes[j].length > 0;
  }

  /** Adds {@code factor} × the derivatives of need less latent routes to a buyer's row. */
  private void addNeed(int j, int row, double factor) {
    int k = chain.buyerProduct[j];
    values[row] += factor * needPerPrice(j);
    addNeedBut(j, factor, row + 1, row + 1 + layout.makersOf(k), false);
  }

  /**
   * Adds {@code factor} × ∂(need less latent routes)/∂(producer prices, levels of users, rents).
   *
   * @param makers where the makers of the product stand in the row
   * @param users where the users stand
   * @param all whether the row has all users of the product, or only those of this buyer
   */
  private void addNeedBut(int j, double factor, int makers, int users, boolean all) {
    int k = chain.buyerProduct[j];
    for (int n = movingStart[j]; n < movingStart[j + 1]; n++) {
      int lane = moving[n];
      values[makers + lane - chain.laneStart[j]] += factor * latentSlope[lane];
    }
    int[] here = layout.usersHere[j];
    for (int u = 0; u < here.length; u++) {
      values[users + (all ? here[u] : u)] +=
          factor * layout.userPerUnit[k][here[u]] * levelPerUnknown(layout.userBlocks[k][here[u]]);
    }
    int quotas = users + (all ? layout.userBlocks[k].length : here.length);
    for (int v = 0; v < layout.quotasOf[k].length; v++) {
      int lane = coveredLane(layout.quotasOf[k][v], j);
      if (lane >= 0 && moves[lane]) {
        values[quotas + v] += factor * passRent[lane] * flows.landed[lane] * answer[lane];
      }
    }
  }

  /** The lane of the quota's maker to this buyer if the quota covers it, else −1. */
  int coveredLane(int q, int j) {
    Quota quota = regime.quotas.get(q);
    return Arrays.binarySearch(quota.buyers(), j) >= 0 ? chain.lane(quota.maker(), j) : -1;
  }

  private void priceRow(int j, int row, double weight) {
    int k = chain.buyerProduct[j];
    double price = flows.bundlePrice[j];
    values[row] += weight;
    int makers = row + 1;
    double carried = carried(j);
    double sigma = sigma(j);
    double perWeight = sigma * flows.freeValue[j] + flows.cappedValue[j];
    int users = makers + layout.makersOf(k);
    int quotas = users + layout.usersHere[j].length;
    for (int lane : regime.shareLanes[j]) {
      if (flows.freeShare[lane] > 0) {
        double tonnes = flows.freeShare[lane] * freeTonnes(j);
        double perLanded =
            (tonnes * (1 - sigma) * flows.landed[lane] + flows.freeShare[lane] * perWeight)
                * weight
                / (carried * price);
        values[makers + lane - chain.laneStart[j]] -= perLanded * pass[lane];
        for (int v = 0; v < layout.quotasOf[k].length; v++) {
          if (coveredLane(layout.quotasOf[k][v], j) == lane) {
            values[quotas + v] -= perLanded * passRent[lane];
          }
        }
      }
    }
    if (flows.bundlePriceSlope[j] != 0) {
      double factor = -weight * flows.bundlePriceSlope[j] / price;
      values[row] += factor * needPerPrice(j);
      addNeedBut(j, factor, makers, users, false);
    }
  }

  private double carried(int j) {
    return Math.max(flows.bundle[j], 1e-9 * chain.buyerScale[j]);
  }

  /** Tonnes on lanes whose cap does not bind, as priced. */
  private double freeTonnes(int j) {
    double capped = 0;
    for (int lane : regime.shareLanes[j]) {
      if (flows.freeShare[lane] == 0) {
        capped += regime.cap[lane];
      }
    }
    double least = 1e-9 * chain.buyerScale[j];
    return Math.max(carried(j) - capped, least);
  }

  private double sigma(int j) {
    return switch (chain.products[chain.buyerProduct[j]].sourcing()) {
      case Sourcing.SourceShares shares -> shares.sigma();
      case Sourcing.Homogeneous alike -> 1;
    };
  }

  /** Adds the derivatives of every flow to this buyer to the rows of makers and quotas. */
  private void addFlowsTo(int j) {
    if (!regime.buyerLive[j]) {
      return;
    }
    int k = chain.buyerProduct[j];
    Arrays.fill(pull, 0);
    double sigma = sigma(j);
    for (int lane : regime.shareLanes[j]) {
      pull[lane - chain.laneStart[j]] = sigma * flows.freeShare[lane] * pass[lane];
    }
    double perPrice = needPerPrice(j);
    for (int lane : regime.shareLanes[j]) {
      if (isFree(lane)) {
        addShareFlow(j, lane, rowOf(chain.makerOf(j, lane)), perPrice);
        for (int q : layout.quotasOf[k]) {
          if (coveredLane(q, j) == lane) {
            addShareFlow(j, lane, layout.rowStart[flows.unknowns.quota(q)], perPrice);
          }
        }
      }
    }
    for (int n = movingStart[j]; n < movingStart[j + 1]; n++) {
      int lane = moving[n];
      addGapFlow(j, lane, rowOf(chain.makerOf(j, lane)));
      for (int q : layout.quotasOf[k]) {
        if (coveredLane(q, j) == lane) {
          addGapFlow(j, lane, layout.rowStart[flows.unknowns.quota(q)]);
        }
      }
    }
  }

  private int rowOf(int maker) {
    return layout.rowStart[flows.unknowns.maker(maker)];
  }

  private void addShareFlow(int j, int lane, int row, double perPrice) {
    int k = chain.buyerProduct[j];
    double flow = flows.shareFlow[lane];
    double sigma = sigma(j);
    int makers = layout.makersOf(k);
    for (int m = 0; m < makers; m++) {
      values[row + m] += flow * pull[m];
    }
    values[row + lane - chain.laneStart[j]] -= flow * sigma * pass[lane];
    int quotas = row + makers + layout.buyersOf(k) + layout.userBlocks[k].length;
    for (int v = 0; v < layout.quotasOf[k].length; v++) {
      int other = coveredLane(layout.quotasOf[k][v], j);
      if (other >= 0) {
        double own = other == lane ? 1 : 0;
        values[quotas + v] += flow * sigma * (flows.freeShare[other] - own) * passRent[other];
      }
    }
    double share = flows.freeShare[lane];
    int buyers = row + makers;
    values[buyers + j - chain.buyerStart[k]] += share * perPrice;
    addNeedBut(j, share, row, buyers + layout.buyersOf(k), true);
  }

  /** Whether the lane takes its part of each further tonne of the bundle. */
  boolean isFree(int lane) {
    return flows.freeShare[lane] > 0 && flows.shareFlow[lane] < regime.cap[lane];
  }

  private void addGapFlow(int j, int lane, int row) {
    int k = chain.buyerProduct[j];
    values[row + lane - chain.laneStart[j]] -= latentSlope[lane];
    int buyers = row + layout.makersOf(k);
    values[buyers + j - chain.buyerStart[k]] += flows.buyerPrice[j] * answer[lane];
    int quotas = buyers + layout.buyersOf(k) + layout.userBlocks[k].length;
    for (int v = 0; v < layout.quotasOf[k].length; v++) {
      if (coveredLane(layout.quotasOf[k][v], j) == lane) {
        values[quotas + v] -= passRent[lane] * flows.landed[lane] * answer[lane];
      }
    }
  }

  private void makerRow(int i) {
    int unknown = flows.unknowns.maker(i);
    int row = layout.rowStart[unknown];
    int end = layout.rowStart[unknown + 1];
    int own = row + i - chain.makerStart[chain.makerProduct[i]];
    if (equations.fixed[unknown]) {
      Arrays.fill(values, row, end, 0);
      values[own] = 1;
      return;
    }
    double perSales = perSales(i);
    double perSupply = Equations.psiSlope(equations.supply(i), equations.makerScale[i]);
    for (int p = row; p < end; p++) {
      values[p] *= -perSales;
    }
    int at = end - equations.blocksOfMaker.get(i).size();
    for (int b : equations.blocksOfMaker.get(i)) {
      values[at++] += madePerUnknown(i, b) * perSupply;
    }
  }

  private void quotaRow(int q) {
    int unknown = flows.unknowns.quota(q);
    int row = layout.rowStart[unknown];
    int end = layout.rowStart[unknown + 1];
    int[] quotas = layout.quotasOf[layout.productOfQuota(q)];
    int own = end - quotas.length + Arrays.binarySearch(quotas, q);
    if (equations.fixed[unknown]) {
      Arrays.fill(values, row, end, 0);
      values[own] = 1;
      return;
    }
    double factor = -perExports(q) * equations.gapWeight[unknown];
    for (int p = row; p < end; p++) {
      values[p] *= factor;
    }
    values[own] += equations.ownWeight[unknown];
  }

  double perSales(int i) {
    return Equations.psiSlope(equations.sales(i), equations.makerScale[i]);
  }

  double perExports(int q) {
    return Equations.psiSlope(equations.exports[q], regime.quotas.get(q).capTonnes());
  }
}
