package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Powers;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * What incumbents bring a buyer, the bundle Q: how it splits among them, what a tonne of it costs,
 * P, and the row that says so:
 *
 * <pre>
 *   max(Q − caps, min(Q, ln P − ln ρ))                 0 ≤ Q ⊥ P − ρ ≥ 0
 * </pre>
 *
 * <p>Shares hang on landed prices L by the weights w = s0 (L/L0)^(−σ), of which lanes whose cap
 * binds are left out.
 *
 * <p>Long because two ways of sharing stand side by side, each with what prices and figures do to
 * it.
 */
public final class Bundles {
  /** Share of a buyer's base use below which its bundle is priced as if it bought that much. */
  private static final double LEAST_BUNDLE = 1e-9;

  private final Flows flows;
  private final Regime regime;
  private final Chain chain;

  /** By buyer: what incumbents carry. */
  public final double[] tonnes;

  /** By buyer: what a tonne from incumbents costs; infinite without any. */
  private final double[] price;

  /** By buyer: sum of caps if every incumbent is capped, else infinite. */
  public final double[] cap;

  /** By buyer: ∂price/∂tonnes, where caps bind. */
  private final double[] priceSlope;

  /** By buyer: value of what capped lanes carry, rents included, USD a year. */
  private final double[] cappedValue;

  /** By buyer: value of what lanes without a binding cap carry, USD a year. */
  private final double[] freeValue;

  /** By lane: tonnes of base trade. */
  public final double[] shareFlow;

  /** By lane: share among lanes whose cap does not bind; 0 where it does. */
  private final double[] freeShare;

  /** By lane: the pull of its price on the others' flows, over σ. */
  private final double[] valueShare;

  /** By lane: landed price with the rent of a binding cap. */
  public final double[] delivered;

  private final double[] weight;

  /** By lane: ∂landed/∂θ of the last figure. */
  private double[] landedMove = new double[0];

  Bundles(Flows flows) {
    this.flows = flows;
    regime = flows.regime;
    chain = flows.chain;
    Workspace workspace = flows.workspace;
    tonnes = workspace.doubles(flows.buyerCount);
    price = workspace.doubles(flows.buyerCount);
    cap = workspace.doubles(flows.buyerCount);
    priceSlope = workspace.doubles(flows.buyerCount);
    cappedValue = workspace.doubles(flows.buyerCount);
    freeValue = workspace.doubles(flows.buyerCount);
    int lanes = chain.laneCount();
    shareFlow = workspace.doubles(lanes);
    freeShare = workspace.doubles(lanes);
    valueShare = workspace.doubles(lanes);
    delivered = workspace.doubles(lanes);
    weight = workspace.doubles(lanes);
  }

  /** Computes what incumbents bring a buyer at these unknowns. */
  void split(int j, double[] z) {
    int[] lanes = regime.shareLanes[j];
    if (lanes.length == 0) {
      tonnes[j] = 0;
      price[j] = Double.POSITIVE_INFINITY;
      cap[j] = Double.POSITIVE_INFINITY;
      return;
    }
    tonnes[j] = z[flows.unknowns.bundle(j)] * chain.buyerScale[j];
    for (int lane : lanes) {
      flows.land(j, lane);
    }
    if (isCes(j)) {
      substitute(j, lanes, sigma(chain, j));
    } else {
      share(j, lanes, sigma(chain, j));
    }
  }

  /** σ of the buyer's product. */
  static double sigma(Chain chain, int j) {
    return switch (chain.products[chain.buyerProduct[j]].sourcing()) {
      case Sourcing.SourceShares shares -> shares.sigma();
      case Sourcing.Armington goods -> goods.sigma();
      case Sourcing.Homogeneous alike ->
          throw new IllegalStateException("goods alike have no base shares");
    };
  }

  private boolean isCes(int j) {
    return chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington;
  }

  /**
   * Splits the bundle by weight; a lane whose cap binds carries the cap, the others share the rest,
   * and its delivered price, rent included, is that at which its weight would give the cap.
   */
  private void share(int j, int[] lanes, double sigma) {
    for (int lane : lanes) {
      weight[lane] =
          chain.baseShare[lane] * Powers.of(flows.landed[lane] / chain.landed0[lane], -sigma);
    }
    double counted = Math.max(tonnes[j], LEAST_BUNDLE * chain.buyerScale[j]);
    double weights = 0;
    double caps = 0;
    for (int lane : lanes) {
      weights += weight[lane];
      caps += regime.cap[lane];
      freeShare[lane] = weight[lane];
    }
    cap[j] = caps;
    double capped = 0;
    int free = lanes.length;
    if (caps < Double.POSITIVE_INFINITY || anyCapBelow(lanes, counted)) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int lane : lanes) {
          double rest = Math.max(0, counted - capped);
          if (free > 1
              && freeShare[lane] > 0
              && freeShare[lane] * (rest / weights) > regime.cap[lane]) {
            capped += regime.cap[lane];
            weights -= freeShare[lane];
            freeShare[lane] = 0;
            free--;
            changed = true;
          }
        }
      }
      weights = 0;
      for (int lane : lanes) {
        weights += freeShare[lane];
      }
    }
    double rest = Math.max(counted - capped, LEAST_BUNDLE * chain.buyerScale[j]);
    double fill = tonnes[j] / counted;
    freeValue[j] = 0;
    cappedValue[j] = 0;
    for (int lane : lanes) {
      double flow;
      if (freeShare[lane] > 0) {
        freeShare[lane] /= weights;
        valueShare[lane] = freeShare[lane];
        flow = Math.min(rest * freeShare[lane], regime.cap[lane]);
        delivered[lane] = flows.landed[lane];
        freeValue[j] += rest * freeShare[lane] * flows.landed[lane];
      } else {
        flow = regime.cap[lane];
        valueShare[lane] = 0;
        double asShare = flow * weights / (rest * chain.baseShare[lane]);
        delivered[lane] = chain.landed0[lane] * Powers.of(asShare, -1 / sigma);
        cappedValue[j] += flow * delivered[lane];
      }
      shareFlow[lane] = flow * fill;
      flows.sold[chain.makerOf(j, lane)] += shareFlow[lane];
    }
    double carried = rest + capped;
    price[j] = (freeValue[j] + cappedValue[j]) / carried;
    priceSlope[j] =
        capped > 0
            ? (freeValue[j] / rest + cappedValue[j] / (sigma * rest) - price[j]) / carried
            : 0;
  }

  /** Splits the bundle by constant elasticity of substitution; see {@link Sourcing.Armington}. */
  private void substitute(int j, int[] lanes, double sigma) {
    double weights = 0;
    for (int lane : lanes) {
      double relative = flows.landed[lane] / chain.landed0[lane];
      weight[lane] = chain.baseShare[lane] * Powers.of(relative, -sigma);
      weights += weight[lane] * relative;
    }
    double index = Powers.of(weights, 1 / (1 - sigma));
    double price0 = chain.buyerPrice0[j];
    price[j] = price0 * index;
    cap[j] = Double.POSITIVE_INFINITY;
    priceSlope[j] = 0;
    freeValue[j] = price[j];
    cappedValue[j] = 0;
    for (int lane : lanes) {
      freeShare[lane] = price0 / chain.landed0[lane] * weight[lane] * Powers.of(index, sigma);
      valueShare[lane] = freeShare[lane] * flows.landed[lane] / price[j];
      delivered[lane] = flows.landed[lane];
      shareFlow[lane] = tonnes[j] * freeShare[lane];
      flows.sold[chain.makerOf(j, lane)] += shareFlow[lane];
    }
  }

  private boolean anyCapBelow(int[] lanes, double carried) {
    for (int lane : lanes) {
      if (regime.cap[lane] < carried) {
        return true;
      }
    }
    return false;
  }

  double value(int j, int unknown, double z, Complementarity parts) {
    if (!flows.unknowns.hasBundle(j)) {
      parts.own[unknown] = 1;
      return parts.strikeOut(unknown, z);
    }
    double loss = StrictMath.log(price[j] / flows.buyerPrice[j]);
    return parts.row(unknown, z, z - cap[j] / chain.buyerScale[j], loss);
  }

  /**
   * Adds the row of the bundle, which stands where its buyer's price is found from, and what prices
   * of incumbents do to the mean and to their own sales.
   */
  void partials(int j, double shift, Complementarity parts, Sales sales, Matrix matrix) {
    Unknowns unknowns = flows.unknowns;
    int bundle = unknowns.bundle(j);
    int row = unknowns.buyer(j);
    int mean = unknowns.mean(j);
    double slack = parts.slack[bundle];
    double perTonne = slack * priceSlope[j] / price[j];
    matrix.add(row, row, slack + shift);
    matrix.add(row, bundle, -parts.own[bundle] - perTonne * chain.buyerScale[j]);
    matrix.add(mean, mean, 1);
    boolean isCes = isCes(j);
    double sigma = sigma(chain, j);
    double least = LEAST_BUNDLE * chain.buyerScale[j];
    double carried = Math.max(tonnes[j], least);
    double free = Math.max(carried - capped(j), least);
    double paid = carried * price[j];
    double perWeight = sigma * freeValue[j] + cappedValue[j];
    for (int lane : regime.shareLanes[j]) {
      double share = freeShare[lane];
      double value = share * free * flows.landed[lane];
      double pull = valueShare[lane];
      double perLanded =
          isCes ? slack * pull : slack * (value * (1 - sigma) + share * perWeight) / paid;
      // Where a lane's cap binds, a further tonne of the bundle is carried by others.
      double taken = isFree(lane) ? share * chain.buyerScale[j] : 0;
      double answer = isFree(lane) ? sigma * shareFlow[lane] : 0;
      int i = chain.makerOf(j, lane);
      int maker = unknowns.maker(i);
      double pass = flows.pricePass(i, lane) / flows.landed[lane];
      matrix.add(row, maker, -perLanded * pass);
      matrix.add(mean, maker, -pull * pass);
      sales.partials(i, lane, maker, -answer * pass, matrix);
      sales.partials(i, lane, mean, answer, matrix);
      sales.partials(i, lane, bundle, taken, matrix);
      for (int q : flows.quotasOn(lane)) {
        double rent = flows.rentPass(q, lane) / flows.landed[lane];
        int unknown = unknowns.quota(q);
        matrix.add(row, unknown, -perLanded * rent);
        matrix.add(mean, unknown, -pull * rent);
        sales.partials(i, lane, unknown, -answer * rent, matrix);
      }
    }
  }

  /** ∂row/∂θ: what the figure does to the price of the bundle and to caps. */
  double perFigure(int j, FigureMove move, Complementarity parts) {
    if (!regime.buyerLive[j] || !flows.unknowns.hasBundle(j)) {
      return 0;
    }
    int bundle = flows.unknowns.bundle(j);
    double row = parts.slack[bundle] * move.lnBundlePrice[j];
    if (parts.cap[bundle] > 0) {
      double caps = 0;
      for (int lane : regime.shareLanes[j]) {
        caps += move.rate(regime.cap[lane], move.there.cap[lane]);
      }
      row -= parts.cap[bundle] * caps / chain.buyerScale[j];
    }
    return row;
  }

  /** Writes what a figure does to the split of a bundle, and to its price. */
  void move(int j, FigureMove move) {
    int[] lanes = regime.shareLanes[j];
    if (lanes.length == 0) {
      return;
    }
    if (landedMove.length == 0) {
      landedMove = new double[weight.length];
    }
    Chain then = move.there.chain;
    double sigma = sigma(chain, j);
    double perSigma = move.rate(sigma, sigma(then, j));
    double mean = 0;
    for (int lane : lanes) {
      double relative = lnRelative(lane, perSigma);
      double landed0 = move.rate(chain.landed0[lane], then.landed0[lane]) / chain.landed0[lane];
      double share = move.rate(chain.baseShare[lane], then.baseShare[lane]);
      landedMove[lane] = move.landed(lane, chain.makerOf(j, lane));
      double rise = landedMove[lane] / flows.landed[lane] - landed0;
      weight[lane] = share / chain.baseShare[lane] - sigma * rise - perSigma * relative;
      mean += valueShare[lane] * weight[lane];
    }
    if (isCes(j)) {
      moveSubstitutes(j, sigma, perSigma, mean, move);
    } else {
      moveShares(j, sigma, perSigma, mean, move);
    }
    for (int lane : lanes) {
      move.sold[chain.makerOf(j, lane)] += move.shareFlow[lane];
    }
  }

  /** ln(L/L0), if anything hangs on it. */
  private double lnRelative(int lane, double perSigma) {
    return perSigma == 0 ? 0 : StrictMath.log(flows.landed[lane] / chain.landed0[lane]);
  }

  /** With ∂ln w/∂θ in {@link #weight}, and its mean over free lanes. */
  private void moveShares(int j, double sigma, double perSigma, double mean, FigureMove move) {
    double least = LEAST_BUNDLE * chain.buyerScale[j];
    double capped = capped(j);
    double rest = Math.max(Math.max(tonnes[j], least) - capped, least);
    double restMoved = 0;
    for (int lane : regime.shareLanes[j]) {
      restMoved -= freeShare[lane] == 0 ? move.rate(regime.cap[lane], move.there.cap[lane]) : 0;
    }
    double value = 0;
    for (int lane : regime.shareLanes[j]) {
      double caps =
          regime.cap[lane] < Double.POSITIVE_INFINITY
              ? move.rate(regime.cap[lane], move.there.cap[lane])
              : 0;
      if (freeShare[lane] > 0) {
        double moved = freeShare[lane] * (restMoved + rest * (weight[lane] - mean));
        value += moved * flows.landed[lane] + rest * freeShare[lane] * landedMove[lane];
        move.shareFlow[lane] = isFree(lane) ? moved : caps;
      } else {
        double landed0 = move.rate(chain.landed0[lane], move.there.chain.landed0[lane]);
        double share = move.rate(chain.baseShare[lane], move.there.chain.baseShare[lane]);
        double asShare =
            caps / regime.cap[lane] + mean - restMoved / rest - share / chain.baseShare[lane];
        double bySigma =
            perSigma == 0
                ? 0
                : perSigma * StrictMath.log(delivered[lane] / chain.landed0[lane]) / sigma;
        double rise = landed0 / chain.landed0[lane] - asShare / sigma - bySigma;
        move.delivered[lane] = delivered[lane] * rise;
        move.shareFlow[lane] = caps;
        value += (caps + regime.cap[lane] * rise) * delivered[lane];
      }
    }
    move.lnBundlePrice[j] = value / ((rest + capped) * price[j]);
  }

  /** The same with constant elasticity of substitution. */
  private void moveSubstitutes(int j, double sigma, double perSigma, double mean, FigureMove move) {
    Chain then = move.there.chain;
    double relative = 0;
    double rise = 0;
    for (int lane : regime.shareLanes[j]) {
      double landed0 = move.rate(chain.landed0[lane], then.landed0[lane]) / chain.landed0[lane];
      relative += valueShare[lane] * lnRelative(lane, perSigma);
      rise += valueShare[lane] * (landedMove[lane] / flows.landed[lane] - landed0);
    }
    double lnIndex = StrictMath.log(price[j] / chain.buyerPrice0[j]);
    // mean + σ rise + ∂σ relative is what shares of value in the base alone do.
    double shares = mean + sigma * rise + perSigma * relative;
    double index = rise + (shares + perSigma * (lnIndex - relative)) / (1 - sigma);
    double price0 = move.rate(chain.buyerPrice0[j], then.buyerPrice0[j]) / chain.buyerPrice0[j];
    move.lnBundlePrice[j] = price0 + index;
    for (int lane : regime.shareLanes[j]) {
      double landed0 = move.rate(chain.landed0[lane], then.landed0[lane]) / chain.landed0[lane];
      move.shareFlow[lane] =
          shareFlow[lane] * (price0 - landed0 + weight[lane] + sigma * index + perSigma * lnIndex);
    }
  }

  /**
   * Hands on what a goal hangs on a buyer's incumbents to the unknowns that they follow.
   *
   * @param perTonne ∂goal/∂tonnes, by lane
   * @param perDelivered ∂goal/∂delivered price of lanes whose cap binds, by lane
   * @param goal ∂goal/∂unknown, added to
   */
  void passOn(int j, double[] perTonne, double[] perDelivered, double[] goal) {
    int[] lanes = regime.shareLanes[j];
    if (lanes.length == 0) {
      return;
    }
    double sigma = sigma(chain, j);
    double least = LEAST_BUNDLE * chain.buyerScale[j];
    double rest = Math.max(Math.max(tonnes[j], least) - capped(j), least);
    double perMean = 0;
    double perBundle = 0;
    for (int lane : lanes) {
      if (isFree(lane)) {
        perMean += perTonne[lane] * sigma * shareFlow[lane];
        perBundle += perTonne[lane] * freeShare[lane];
      } else if (freeShare[lane] == 0) {
        perMean += perDelivered[lane] * delivered[lane];
        perBundle += perDelivered[lane] * delivered[lane] / (sigma * rest);
      }
    }
    goal[flows.unknowns.bundle(j)] += perBundle * chain.buyerScale[j];
    for (int lane : lanes) {
      double own = isFree(lane) ? perTonne[lane] * sigma * shareFlow[lane] : 0;
      double perLn = valueShare[lane] * perMean - own;
      if (perLn != 0) {
        flows.passOnLanded(lane, chain.makerOf(j, lane), perLn / flows.landed[lane], goal);
      }
    }
  }

  /** Tonnes of lanes whose cap binds. */
  private double capped(int j) {
    double capped = 0;
    for (int lane : regime.shareLanes[j]) {
      capped += freeShare[lane] == 0 ? regime.cap[lane] : 0;
    }
    return capped;
  }

  /** Whether the lane takes its part of each further tonne of the bundle. */
  private boolean isFree(int lane) {
    return freeShare[lane] > 0 && shareFlow[lane] < regime.cap[lane];
  }
}
