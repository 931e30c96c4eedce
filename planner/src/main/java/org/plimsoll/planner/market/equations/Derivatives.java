package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.linear.SparseLu;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * The system of one step, F' × step = −F, at the unknowns of the last {@link Equations#residual}.
 *
 * <p>Latent routes are taken out: each has a row of its own, from which {@link #recover} finds it
 * once prices are known. Of each buyer with incumbents three numbers stay: its price, found from
 * the row of the bundle; what incumbents carry, found from the row of the buyer, that all it takes
 * is delivered; and the mean of ln landed, −1/σ times what the sum of weights grows by, so that a
 * row of a maker needs no entry for every other maker of its buyers.
 *
 * <p>Long because the transposed system stands beside the system, line for line.
 */
public final class Derivatives {
  private final Equations equations;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;
  private final Unknowns unknowns;
  private final Routes routes;
  private final Matrix matrix;
  private final SparseLu lu;
  private final int means;

  /** Routes that there is room for at first. */
  private static final int FIRST_HELD = 128;

  /** By maker: −∂ψ/∂sales of its row; by quota: −∂ψ/∂exports; 0 where the row is another. */
  private final double[] perSale;

  private final double[] perExport;

  /** Right-hand side, then solution, of the matrix. */
  private final double[] move;

  /** By route active: whether the matrix has its entries, and what it gains per gain in price. */
  private boolean[] held;

  private double[] answer;
  private int holding;

  public Derivatives(Equations equations) {
    this.equations = equations;
    flows = equations.flows;
    chain = flows.chain;
    regime = flows.regime;
    unknowns = flows.unknowns;
    routes = unknowns.routes;
    means = unknowns.route(0);
    Workspace workspace = flows.workspace;
    matrix = workspace.matrix();
    lu =
        workspace.system(
            means + flows.buyerCount, unknowns.buyer(0), unknowns.quota(0), unknowns.bundle(0));
    held = workspace.booleans(FIRST_HELD);
    answer = workspace.doubles(FIRST_HELD);
    move = workspace.doubles(means + flows.buyerCount);
    perSale = workspace.doubles(flows.makerCount);
    perExport = workspace.doubles(regime.quotas.size());
  }

  /**
   * Finds the step.
   *
   * @param f the rows
   * @param shift added to the diagonal of every row but that of deliveries
   * @param step receives it
   */
  public void step(double[] f, double shift, double[] step) {
    matrix.clear();
    for (int u = 0; u < means; u++) {
      move[u] = -f[u];
    }
    Arrays.fill(move, means, move.length, 0);
    for (int i = 0; i < flows.makerCount; i++) {
      makerRow(i, shift);
    }
    for (int q = 0; q < perExport.length; q++) {
      quotaRow(q, shift);
    }
    for (int b = 0; b < flows.blockCount; b++) {
      blockRow(b, shift);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (regime.buyerLive[j]) {
        buyerRows(j, f, shift);
      }
    }
    chooseRoutes();
    for (int p = 0; p < routes.count(); p++) {
      route(p, f, shift);
    }
    lu.factor(matrix);
    lu.solve(move);
    System.arraycopy(move, 0, step, 0, means);
    recover(f, shift, step);
  }

  /** A row that holds nothing else. */
  private void alone(int unknown, double shift) {
    matrix.add(unknown, unknown, 1 + shift);
  }

  private void makerRow(int i, double shift) {
    int unknown = unknowns.maker(i);
    perSale[i] = equations.fixed[unknown] ? 0 : -equations.makerSlope(i, equations.sales(i));
    double own = equations.fixed[unknown] ? 1 : priceSlope();
    matrix.add(unknown, unknown, own + shift);
  }

  private double priceSlope() {
    return equations.proximal.priceSlope() + equations.proximal.damping;
  }

  private void quotaRow(int q, double shift) {
    int unknown = unknowns.quota(q);
    if (equations.fixed[unknown]) {
      perExport[q] = 0;
      alone(unknown, shift);
      return;
    }
    perExport[q] =
        -equations.slackWeight[unknown]
            * Equations.psiSlope(equations.exports[q], regime.quotas.get(q).capTonnes());
    matrix.add(unknown, unknown, equations.ownWeight[unknown] + shift);
  }

  /** The row of an activity, and what its level adds to the rows of its makers and buyers. */
  private void blockRow(int b, double shift) {
    if (!regime.blockLive[b]) {
      alone(b, shift);
      return;
    }
    Block block = regime.blocks.get(b);
    Block.Links links = block.links();
    double difference = block.curve().differenceUsdPerTonne();
    double slack = equations.slackWeight[b];
    double perCost = slack * equations.lossPerCost(b, difference);
    double perRevenue = slack * equations.lossPerRevenue(b, difference);
    double perUnknown = levelPerUnknown(b);
    double rise = block.curve().slopeAt(flows.level[b], equations.wanted[b]) * perUnknown;
    double own = perCost * (rise + equations.proximal.usdSlope(b));
    matrix.add(b, b, (equations.fixed[b] ? 1 : equations.ownWeight[b] + own) + shift);
    for (int o = 0; o < links.makers().length; o++) {
      int i = links.makers()[o];
      int maker = unknowns.maker(i);
      if (regime.makerLive[i]) {
        double price = flows.makerPrice[i];
        double perPrice = links.outputs()[o] + block.support().slope(i, price);
        matrix.add(b, maker, -perRevenue * perPrice * price);
      }
      double perSupply = equations.fixed[maker] ? 0 : equations.makerSlope(i, equations.supply(i));
      matrix.add(maker, b, perSupply * links.outputs()[o] * perUnknown);
    }
    for (int in = 0; in < links.buyers().length; in++) {
      int j = links.buyers()[in];
      double input = links.inputs()[in];
      double against = input > 0 ? perCost : perRevenue;
      matrix.add(b, unknowns.buyer(j), against * input * flows.buyerPass[j]);
      matrix.add(deliveries(j), b, -input * perUnknown / chain.buyerScale[j]);
    }
    for (int o = 0; o < links.others().length; o++) {
      int other = links.others()[o];
      matrix.add(b, other, perCost * links.slopes()[o] * levelPerUnknown(other));
    }
    if (block.host().maker() >= 0) {
      hostCap(b, block);
    }
    if (block.host().blocks().length > 0) {
      double left = block.host().leftTonnes(flows.level);
      boolean binds = left > 0 && left < block.fixedCapTonnes();
      double perTonne = binds ? -equations.capWeight[b] / block.curve().scaleTonnes() : 0;
      for (int host : block.host().blocks()) {
        matrix.add(b, host, perTonne * block.host().yield() * levelPerUnknown(host));
      }
      for (int part : block.host().before()) {
        matrix.add(b, part, -perTonne * levelPerUnknown(part));
      }
    }
  }

  private void hostCap(int b, Block block) {
    int host = block.host().maker();
    double made = flows.made[host];
    boolean binds = block.host().yield() * made < block.capacityTonnes();
    double perHost =
        block.isNeverIdle() ? 1 / made : block.host().yield() / block.curve().scaleTonnes();
    for (int other : regime.blocksOfMaker[host]) {
      double rise = binds ? madePerUnknown(host, other) * perHost : 0;
      matrix.add(b, other, -equations.capWeight[b] * rise);
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

  private double levelPerUnknown(int b) {
    Block block = regime.blocks.get(b);
    return !regime.blockLive[b]
        ? 0
        : block.isNeverIdle() ? flows.level[b] : block.curve().scaleTonnes();
  }

  private boolean hasBundle(int j) {
    return regime.shareLanes[j].length > 0;
  }

  /** The row that says that a buyer is delivered what it takes. */
  private int deliveries(int j) {
    return hasBundle(j) ? unknowns.bundle(j) : unknowns.buyer(j);
  }

  private void buyerRows(int j, double[] f, double shift) {
    int price = unknowns.buyer(j);
    double perPrice = -flows.needSlope[j] / chain.buyerScale[j] + priceSlope();
    if (!hasBundle(j)) {
      matrix.add(price, price, perPrice + shift);
      if (flows.latentRoutes.hasBid(j)) {
        passedOn(j, shift);
      }
      return;
    }
    int bundle = unknowns.bundle(j);
    move[price] = f[bundle];
    move[bundle] = -f[price];
    matrix.add(bundle, bundle, 1);
    matrix.add(bundle, price, perPrice);
    double slack = equations.slackWeight[bundle];
    double perTonne = slack * flows.bundlePriceSlope[j] / flows.bundlePrice[j];
    matrix.add(price, price, slack + shift);
    matrix.add(price, bundle, -equations.ownWeight[bundle] - perTonne * chain.buyerScale[j]);
    matrix.add(means + j, means + j, 1);
    incumbents(j, slack);
  }

  /** What levied routes bring passes on to the buyer: a tonne more for it, one less at the bid. */
  private void passedOn(int j, double shift) {
    int price = unknowns.buyer(j);
    int bid = unknowns.bid(j);
    double perPrice =
        flows.latentRoutes.passedPerPrice(j) * flows.buyerPass[j] / chain.buyerScale[j];
    double perBid =
        flows.latentRoutes.passedPerBid(j) * flows.latentRoutes.bid[j] / chain.buyerScale[j];
    matrix.add(price, price, perPrice);
    matrix.add(price, bid, -perBid);
    matrix.add(bid, price, -perPrice);
    matrix.add(bid, bid, perBid + priceSlope() + shift);
  }

  /** What prices of incumbents do to the bundle's price, to the mean, and to their own sales. */
  private void incumbents(int j, double slack) {
    boolean isCes = product(j).sourcing() instanceof Sourcing.Armington;
    double sigma = sigma(j);
    double least = Flows.LEAST_BUNDLE * chain.buyerScale[j];
    double carried = Math.max(flows.bundle[j], least);
    double capped = 0;
    for (int lane : regime.shareLanes[j]) {
      capped += flows.freeShare[lane] == 0 ? regime.cap[lane] : 0;
    }
    double free = Math.max(carried - capped, least);
    double paid = carried * flows.bundlePrice[j];
    double perWeight = sigma * flows.freeValue[j] + flows.cappedValue[j];
    for (int lane : regime.shareLanes[j]) {
      double share = flows.freeShare[lane];
      double value = share * free * flows.landed[lane];
      double pull = flows.valueShare[lane];
      double perLanded =
          isCes ? slack * pull : slack * (value * (1 - sigma) + share * perWeight) / paid;
      // Where a lane's cap binds, a further tonne of the bundle is carried by others.
      double taken = isFree(lane) ? share * chain.buyerScale[j] : 0;
      double answer = isFree(lane) ? sigma * flows.shareFlow[lane] : 0;
      int i = chain.makerOf(j, lane);
      int maker = unknowns.maker(i);
      double pass = pricePass(i, lane) / flows.landed[lane];
      matrix.add(unknowns.buyer(j), maker, -perLanded * pass);
      matrix.add(means + j, maker, -pull * pass);
      sell(i, lane, maker, -answer * pass);
      sell(i, lane, means + j, answer);
      sell(i, lane, unknowns.bundle(j), taken);
      for (int q : flows.quotasOn(lane)) {
        double rent = rentPass(q, lane) / flows.landed[lane];
        int unknown = unknowns.quota(q);
        matrix.add(unknowns.buyer(j), unknown, -perLanded * rent);
        matrix.add(means + j, unknown, -pull * rent);
        sell(i, lane, unknown, -answer * rent);
      }
    }
  }

  /** Adds a change of a lane's tonnes with an unknown to the rows that count them. */
  private void sell(int i, int lane, int unknown, double tonnes) {
    matrix.add(unknowns.maker(i), unknown, perSale[i] * tonnes);
    for (int q : flows.quotasOn(lane)) {
      matrix.add(unknowns.quota(q), unknown, perExport[q] * tonnes);
    }
  }

  private double sigma(int j) {
    return switch (product(j).sourcing()) {
      case Sourcing.SourceShares shares -> shares.sigma();
      case Sourcing.Armington goods -> goods.sigma();
      case Sourcing.Homogeneous alike ->
          throw new IllegalStateException("goods alike have no base shares");
    };
  }

  private ProductFigures product(int j) {
    return chain.products[chain.buyerProduct[j]];
  }

  /** Whether the lane takes its part of each further tonne of the bundle. */
  private boolean isFree(int lane) {
    return flows.freeShare[lane] > 0 && flows.shareFlow[lane] < regime.cap[lane];
  }

  /** ∂landed/∂ln producer price. */
  private double pricePass(int i, int lane) {
    return flows.landedSlope[lane] * (1 + regime.wedges.exportTax[lane]) * flows.makerPrice[i];
  }

  /** ∂landed/∂ unknown of the quota. */
  private double rentPass(int q, int lane) {
    return switch (regime.quotas.get(q).pays()) {
      case Quota.ExportRent export -> flows.landedSlope[lane] * export.unitUsdPerTonne();
      case Quota.DutyPremium duty -> {
        double export =
            regime.wedges.exportPrice(
                lane, flows.makerPrice[chain.makerAt(lane)], flows.rent[lane]);
        yield regime.wedges.premiumSlope(lane, export, flows.premium, duty);
      }
    };
  }

  /**
   * Which routes the matrix has entries for: those that move, and those that did when it was last
   * looked at, until these are too many. So its pattern seldom changes, and stays sparse.
   */
  private void chooseRoutes() {
    int count = routes.count();
    if (held.length < count) {
      held = Arrays.copyOf(held, 2 * count);
      answer = Arrays.copyOf(answer, 2 * count);
    }
    int moving = 0;
    for (int p = 0; p < count; p++) {
      if (equations.slackWeight[unknowns.route(p)] > 0) {
        moving++;
        holding += held[p] ? 0 : 1;
        held[p] = true;
      }
    }
    if (holding - moving > (means + moving) / 4) {
      holding = moving;
      for (int p = 0; p < count; p++) {
        held[p] = equations.slackWeight[unknowns.route(p)] > 0;
      }
    }
  }

  /** Forgets which routes the matrix has entries for, since their places have changed. */
  public void forget() {
    Arrays.fill(held, false);
    holding = 0;
  }

  /** What a latent route changes by if prices stand still, over the buyer's base use. */
  private double still(int p, double[] f, double shift) {
    return -f[unknowns.route(p)] / ownSlope(p, shift);
  }

  private double ownSlope(int p, double shift) {
    int unknown = unknowns.route(p);
    return equations.ownWeight[unknown]
        + equations.slackWeight[unknown] * equations.laneSlope(p)
        + shift;
  }

  /**
   * The unknown price that a latent route serves: its buyer's, or what it bids for levied goods.
   */
  private int served(int p) {
    int j = routes.buyer(p);
    return flows.latentRoutes.isByBid(p) ? unknowns.bid(j) : unknowns.buyer(j);
  }

  /** ∂price served/∂unknown. */
  private double servedPass(int p) {
    int j = routes.buyer(p);
    return flows.latentRoutes.isByBid(p) ? flows.latentRoutes.bid[j] : flows.buyerPass[j];
  }

  /** The row that counts what a latent route brings. */
  private int arrivals(int p) {
    return flows.latentRoutes.isByBid(p)
        ? unknowns.bid(routes.buyer(p))
        : deliveries(routes.buyer(p));
  }

  /** ∂landed/∂ln producer price of a latent route. */
  private double latentPass(int p) {
    return routes.active.pass[p] * flows.makerPrice[routes.maker(p)];
  }

  private void route(int p, double[] f, double shift) {
    int j = routes.buyer(p);
    int i = routes.maker(p);
    double still = still(p, f, shift);
    if (still != 0) {
      move[arrivals(p)] -= still;
      move[unknowns.maker(i)] -= perSale[i] * still * chain.buyerScale[j];
      for (int q : flows.quotasOn(routes.lane(p))) {
        move[unknowns.quota(q)] -= perExport[q] * still * chain.buyerScale[j];
      }
    }
    answer[p] =
        equations.slackWeight[unknowns.route(p)] / (ownSlope(p, shift) * chain.buyerPrice0[j]);
    if (held[p]) {
      carry(p, served(p), answer[p] * servedPass(p));
      double pass = latentPass(p);
      if (pass != 0) {
        carry(p, unknowns.maker(i), -answer[p] * pass);
      }
      int lane = routes.lane(p);
      for (int q : flows.quotasOn(lane)) {
        carry(p, unknowns.quota(q), -answer[p] * rentPass(q, lane));
      }
    }
  }

  /** Adds a change of a latent route with an unknown to the rows that count what it carries. */
  private void carry(int p, int unknown, double relative) {
    matrix.add(arrivals(p), unknown, relative);
    double scale = chain.buyerScale[routes.buyer(p)];
    sell(routes.maker(p), routes.lane(p), unknown, relative * scale);
  }

  /** Writes the changes of latent routes that go with those of prices. */
  private void recover(double[] f, double shift, double[] step) {
    for (int p = 0; p < routes.count(); p++) {
      int lane = routes.lane(p);
      double change = still(p, f, shift);
      if (answer[p] > 0) {
        double gain =
            servedPass(p) * step[served(p)] - latentPass(p) * step[unknowns.maker(routes.maker(p))];
        for (int q : flows.quotasOn(lane)) {
          gain -= rentPass(q, lane) * step[unknowns.quota(q)];
        }
        change += answer[p] * gain;
      }
      step[unknowns.route(p)] = change;
    }
  }

  /**
   * Finds the multipliers of a goal, λ with F'ᵀ λ = goal, at the point of the last {@link #step}
   * without a shift: each line is that of {@link #step} read the other way.
   *
   * @param goal ∂goal/∂unknown
   * @param multipliers receives λ by row
   */
  public void adjoint(double[] goal, double[] multipliers) {
    System.arraycopy(goal, 0, move, 0, means);
    Arrays.fill(move, means, move.length, 0);
    for (int p = 0; p < routes.count(); p++) {
      double weight = goal[unknowns.route(p)] * answer[p];
      int maker = routes.maker(p);
      move[unknowns.buyer(routes.buyer(p))] += weight * flows.buyerPass[routes.buyer(p)];
      move[unknowns.maker(maker)] -= weight * latentPass(p);
      for (int q : flows.quotasOn(routes.lane(p))) {
        move[unknowns.quota(q)] -= weight * rentPass(q, routes.lane(p));
      }
    }
    lu.solveTransposed(move);
    System.arraycopy(move, 0, multipliers, 0, means);
    for (int j = 0; j < flows.buyerCount; j++) {
      if (regime.buyerLive[j] && hasBundle(j)) {
        multipliers[unknowns.bundle(j)] = -move[unknowns.buyer(j)];
        multipliers[unknowns.buyer(j)] = move[unknowns.bundle(j)];
      }
    }
    for (int p = 0; p < routes.count(); p++) {
      int j = routes.buyer(p);
      double counted = goal[unknowns.route(p)] - move[deliveries(j)];
      counted -=
          perSale[routes.maker(p)] * chain.buyerScale[j] * move[unknowns.maker(routes.maker(p))];
      for (int q : flows.quotasOn(routes.lane(p))) {
        counted -= perExport[q] * chain.buyerScale[j] * move[unknowns.quota(q)];
      }
      multipliers[unknowns.route(p)] = counted / ownSlope(p, 0);
    }
  }
}
