package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Powers;
import org.plimsoll.planner.market.rows.Premium;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;

/** Levels, prices and flows as functions of the unknowns, with the parts of their derivatives. */
public final class Flows {
  /** A bundle below this share of the buyer's base use is priced as if it were that large. */
  static final double LEAST_BUNDLE = 1e-9;

  /** Use is evaluated at a price of at least this times ∂price/∂unknown. */
  private static final double LEAST_PAID = 1e-6;

  public final Regime regime;
  public final Chain chain;
  final Workspace workspace;
  public final Unknowns unknowns;
  public final int blockCount;
  public final int buyerCount;
  public final int makerCount;

  public final double[] level;
  public final double[] buyerPrice;

  /** By buyer: ∂price/∂unknown. */
  final double[] buyerPass;

  public final double[] makerPrice;

  /** By lane: rent of quotas on it, USD a tonne. */
  public final double[] rent;

  public final Premium premium;

  public final double[] landed;

  /** By lane: ∂landed/∂export price. */
  final double[] landedSlope;

  /** By maker: tonnes made by blocks, and tonnes sold. */
  final double[] made;

  final double[] sold;

  /** By buyer: tonnes taken less what stocks give, and its derivative by ln price. */
  final double[] need;

  final double[] needSlope;

  /** By buyer: flow of incumbents, flow of latent routes, and the excess of both over need. */
  public final double[] bundle;

  final double[] latent;
  final double[] excess;

  /** By buyer: price of a tonne from incumbents; infinite without any. */
  final double[] bundlePrice;

  /** By buyer: sum of caps if every incumbent is capped, else infinite. */
  public final double[] bundleCap;

  /** By buyer: ∂bundle price/∂bundle, where caps bind. */
  final double[] bundlePriceSlope;

  /** By buyer: value of what capped lanes carry, rents included, USD a year. */
  final double[] cappedValue;

  /** By buyer: value of what lanes without a binding cap carry, USD a year. */
  final double[] freeValue;

  /** By lane: tonnes of base trade and of latent routes. */
  public final double[] shareFlow;

  public final double[] latentFlow;

  /** By lane: share among lanes whose cap does not bind; 0 where it does. */
  final double[] freeShare;

  /** By lane: effect of its price on the others' flows, over σ. */
  final double[] valueShare;

  /** By lane: landed price with the rent of a binding cap. */
  public final double[] delivered;

  /**
   * Whether latent flows and activity levels follow from prices and {@link #proximal} terms instead
   * of being unknowns.
   */
  public boolean followsPrices;

  /** Whether routes that would pay are activated. */
  public boolean activatesRoutes = true;

  public final ProximalTerms proximal;

  public final DualPrices prices;

  public final Activities activities;

  public final LatentRoutes latentRoutes;

  private final double[] weight;

  private static final int[] NO_QUOTAS = {};

  /** By lane, if there are quotas: those that include it. */
  private final int[][] quotasOn;

  public Flows(Regime regime) {
    this(regime, new Workspace());
  }

  Flows(Regime regime, Workspace workspace) {
    this.workspace = workspace;
    this.regime = regime;
    this.chain = regime.chain;
    unknowns = new Unknowns(regime, workspace);
    blockCount = regime.blocks.size();
    buyerCount = chain.buyerCount();
    makerCount = chain.makerCount();
    level = workspace.doubles(blockCount);
    buyerPrice = workspace.doubles(buyerCount);
    buyerPass = workspace.doubles(buyerCount);
    makerPrice = workspace.doubles(makerCount);
    int lanes = chain.laneCount();
    rent = workspace.doubles(lanes);
    premium = Premium.of(regime.quotas, lanes);
    landed = workspace.doubles(lanes);
    landedSlope = workspace.doubles(lanes);
    made = workspace.doubles(makerCount);
    sold = workspace.doubles(makerCount);
    need = workspace.doubles(buyerCount);
    needSlope = workspace.doubles(buyerCount);
    bundle = workspace.doubles(buyerCount);
    latent = workspace.doubles(buyerCount);
    excess = workspace.doubles(buyerCount);
    bundlePrice = workspace.doubles(buyerCount);
    bundleCap = workspace.doubles(buyerCount);
    bundlePriceSlope = workspace.doubles(buyerCount);
    cappedValue = workspace.doubles(buyerCount);
    freeValue = workspace.doubles(buyerCount);
    shareFlow = workspace.doubles(lanes);
    latentFlow = workspace.doubles(lanes);
    freeShare = workspace.doubles(lanes);
    valueShare = workspace.doubles(lanes);
    delivered = workspace.doubles(lanes);
    weight = workspace.doubles(lanes);
    quotasOn = Quota.byLane(regime.quotas, lanes);
    proximal = new ProximalTerms(this);
    prices = new DualPrices(this);
    activities = new Activities(this);
    latentRoutes = new LatentRoutes(this);
  }

  /** The quotas that include a lane. */
  int[] quotasOn(int lane) {
    return quotasOn.length == 0 ? NO_QUOTAS : quotasOn[lane];
  }

  /** Own slope of a latent route, USD a tonne per tonne. */
  public double routeSlope(int lane) {
    return chain.routeSlope[lane];
  }

  /**
   * Sets how early routes become active: before they pay, by this multiple of the rise at which one
   * route serves a buyer whole.
   */
  public void watch(double rises) {
    for (int j = 0; j < buyerCount; j++) {
      int lane = chain.laneStart[j];
      if (lane < chain.laneStart[j + 1]) {
        double rise = routeSlope(lane) + proximal.routeSlope(lane);
        unknowns.routes.watch(j, rises * rise * chain.buyerScale[j]);
      }
    }
  }

  /** Activates routes that would pay at the current prices. */
  public void activatePaying() {
    unknowns.routes.activatePaying(buyerPrice, latentRoutes.bid, makerPrice, followsPrices);
  }

  /** Computes everything at these unknowns, and sets the unknowns that follow prices. */
  public void at(double[] z) {
    readUnknowns(z);
    Arrays.fill(made, 0);
    Arrays.fill(sold, 0);
    for (int j = 0; j < buyerCount; j++) {
      double price = Math.max(buyerPrice[j], LEAST_PAID * buyerPass[j]);
      Demand finalUse = regime.finalUse[j];
      Demand stocking = chain.stockBuild[j];
      Demand purchase = regime.purchase[j];
      double used = finalUse.servedAt(price);
      double stocked = stocking.servedAt(price);
      double purchased = purchase.servedAt(price);
      need[j] = used + stocked + purchased - regime.given(j, price);
      double perLog = finalUse.slopeAt(price, used) + stocking.slopeAt(price, stocked);
      perLog += purchase.slopeAt(price, purchased) - regime.givenSlope(j, price);
      needSlope[j] = price == buyerPrice[j] ? perLog * buyerPass[j] / price : 0;
    }
    for (int b = 0; b < blockCount; b++) {
      Block.Links links = regime.blocks.get(b).links();
      for (int o = 0; o < links.makers().length; o++) {
        made[links.makers()[o]] += links.outputs()[o] * level[b];
      }
      for (int i = 0; i < links.buyers().length; i++) {
        need[links.buyers()[i]] += links.inputs()[i] * level[b];
      }
    }
    Arrays.fill(latent, 0);
    if (activatesRoutes) {
      activatePaying();
    }
    latentRoutes.carry(z);
    for (int j = 0; j < buyerCount; j++) {
      if (regime.buyerLive[j]) {
        flowsTo(j, z);
      }
    }
  }

  private void readUnknowns(double[] z) {
    for (int b = 0; b < blockCount; b++) {
      double scale = regime.blocks.get(b).curve().scaleTonnes();
      double relative = regime.blocks.get(b).isNeverIdle() ? StrictMath.exp(z[b]) : z[b];
      level[b] = regime.blockLive[b] ? scale * relative : 0;
    }
    for (int j = 0; j < buyerCount; j++) {
      buyerPass[j] = prices.pass(j, z[unknowns.buyer(j)]);
      buyerPrice[j] = prices.price(j, z[unknowns.buyer(j)]);
      if (latentRoutes.hasBid(j)) {
        latentRoutes.bid[j] = chain.buyerPrice0[j] * StrictMath.exp(z[unknowns.bid(j)]);
      }
    }
    for (int i = 0; i < makerCount; i++) {
      makerPrice[i] = chain.makerPrice0[i] * StrictMath.exp(z[unknowns.maker(i)]);
    }
    if (!regime.quotas.isEmpty()) {
      readQuotas(z);
    }
    if (followsPrices) {
      activities.follow(z);
    }
  }

  private void readQuotas(double[] z) {
    Arrays.fill(rent, 0);
    premium.clear();
    for (int q = 0; q < regime.quotas.size(); q++) {
      Quota quota = regime.quotas.get(q);
      double unknown = z[unknowns.quota(q)];
      for (int lane : quota.lanes()) {
        switch (quota.pays()) {
          case Quota.ExportRent export -> rent[lane] += unknown * export.unitUsdPerTonne();
          case Quota.DutyPremium duty -> premium.add(lane, unknown, duty);
        }
      }
    }
  }

  private void flowsTo(int j, double[] z) {
    int[] lanes = regime.shareLanes[j];
    bundle[j] = lanes.length == 0 ? 0 : z[unknowns.bundle(j)] * chain.buyerScale[j];
    excess[j] = bundle[j] + latent[j] - need[j];
    if (lanes.length == 0) {
      bundlePrice[j] = Double.POSITIVE_INFINITY;
      bundleCap[j] = Double.POSITIVE_INFINITY;
      return;
    }
    for (int lane : lanes) {
      land(j, lane);
    }
    switch (chain.products[chain.buyerProduct[j]].sourcing()) {
      case Sourcing.SourceShares shares -> share(j, lanes, shares.sigma());
      case Sourcing.Armington goods -> substitute(j, lanes, goods.sigma());
      case Sourcing.Homogeneous alike ->
          throw new IllegalStateException("goods alike have no base shares");
    }
  }

  /** Computes the landed price of a lane. */
  void land(int j, int lane) {
    double export = regime.wedges.exportPrice(lane, makerPrice[chain.makerOf(j, lane)], rent[lane]);
    landed[lane] = regime.wedges.landed(lane, export, premium);
    landedSlope[lane] = regime.wedges.landedSlope(lane, export, premium);
  }

  /**
   * Splits the bundle by weight. A lane whose cap binds carries the cap; the others share the rest.
   * Its delivered price, rent included, is the one at which its weight would give the cap.
   */
  private void share(int j, int[] lanes, double sigma) {
    for (int lane : lanes) {
      weight[lane] = chain.baseShare[lane] * Powers.of(landed[lane] / chain.landed0[lane], -sigma);
    }
    double tonnes = Math.max(bundle[j], LEAST_BUNDLE * chain.buyerScale[j]);
    double weights = 0;
    double caps = 0;
    for (int lane : lanes) {
      weights += weight[lane];
      caps += regime.cap[lane];
      freeShare[lane] = weight[lane];
    }
    bundleCap[j] = caps;
    double capped = 0;
    int free = lanes.length;
    if (caps < Double.POSITIVE_INFINITY || anyCapBelow(lanes, tonnes)) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int lane : lanes) {
          double rest = Math.max(0, tonnes - capped);
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
    double rest = Math.max(tonnes - capped, LEAST_BUNDLE * chain.buyerScale[j]);
    double fill = bundle[j] / tonnes;
    freeValue[j] = 0;
    cappedValue[j] = 0;
    for (int lane : lanes) {
      double flow;
      if (freeShare[lane] > 0) {
        freeShare[lane] /= weights;
        valueShare[lane] = freeShare[lane];
        flow = Math.min(rest * freeShare[lane], regime.cap[lane]);
        delivered[lane] = landed[lane];
        freeValue[j] += rest * freeShare[lane] * landed[lane];
      } else {
        flow = regime.cap[lane];
        valueShare[lane] = 0;
        double asShare = flow * weights / (rest * chain.baseShare[lane]);
        delivered[lane] = chain.landed0[lane] * Powers.of(asShare, -1 / sigma);
        cappedValue[j] += flow * delivered[lane];
      }
      shareFlow[lane] = flow * fill;
      sold[chain.makerOf(j, lane)] += shareFlow[lane];
    }
    double carried = rest + capped;
    bundlePrice[j] = (freeValue[j] + cappedValue[j]) / carried;
    bundlePriceSlope[j] =
        capped > 0
            ? (freeValue[j] / rest + cappedValue[j] / (sigma * rest) - bundlePrice[j]) / carried
            : 0;
  }

  /** Splits the bundle by constant elasticity of substitution; see {@link Sourcing.Armington}. */
  private void substitute(int j, int[] lanes, double sigma) {
    double weights = 0;
    for (int lane : lanes) {
      double relative = landed[lane] / chain.landed0[lane];
      weight[lane] = chain.baseShare[lane] * Powers.of(relative, -sigma);
      weights += weight[lane] * relative;
    }
    double index = Powers.of(weights, 1 / (1 - sigma));
    double price = chain.buyerPrice0[j];
    bundlePrice[j] = price * index;
    bundleCap[j] = Double.POSITIVE_INFINITY;
    bundlePriceSlope[j] = 0;
    freeValue[j] = bundlePrice[j];
    cappedValue[j] = 0;
    for (int lane : lanes) {
      freeShare[lane] = price / chain.landed0[lane] * weight[lane] * Powers.of(index, sigma);
      valueShare[lane] = freeShare[lane] * landed[lane] / bundlePrice[j];
      delivered[lane] = landed[lane];
      shareFlow[lane] = bundle[j] * freeShare[lane];
      sold[chain.makerOf(j, lane)] += shareFlow[lane];
    }
  }

  private boolean anyCapBelow(int[] lanes, double tonnes) {
    for (int lane : lanes) {
      if (regime.cap[lane] < tonnes) {
        return true;
      }
    }
    return false;
  }
}
