package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Premium;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/** Levels, prices and flows as functions of the unknowns, with the parts of their derivatives. */
public final class Flows {
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

  /** By buyer: what latent routes carry. */
  final double[] latent;

  /** By lane: tonnes of latent routes. */
  public final double[] latentFlow;

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

  public final Bundles bundles;

  private static final int[] NO_QUOTAS = {};

  /** By lane, if there are quotas: those that include it. */
  private final int[][] quotasOn;

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
    latent = workspace.doubles(buyerCount);
    latentFlow = workspace.doubles(lanes);
    quotasOn = Quota.byLane(regime.quotas, lanes);
    proximal = new ProximalTerms(this);
    prices = new DualPrices(this);
    activities = new Activities(this);
    latentRoutes = new LatentRoutes(this);
    bundles = new Bundles(this);
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
      double held = chain.privateStock[j].servedAt(price);
      need[j] = used + stocked + purchased + held - regime.given(j, price);
      double perLog = finalUse.slopeAt(price, used) + stocking.slopeAt(price, stocked);
      perLog += purchase.slopeAt(price, purchased) - regime.givenSlope(j, price);
      perLog += chain.privateStock[j].slopeAt(price, held);
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
        bundles.split(j, z);
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

  /** Computes the landed price of a lane. */
  void land(int j, int lane) {
    double export = regime.wedges.exportPrice(lane, makerPrice[chain.makerOf(j, lane)], rent[lane]);
    landed[lane] = regime.wedges.landed(lane, export, premium);
    landedSlope[lane] = regime.wedges.landedSlope(lane, export, premium);
  }

  /** ∂landed/∂ln producer price. */
  double pricePass(int i, int lane) {
    return landedSlope[lane] * (1 + regime.wedges.exportTax[lane]) * makerPrice[i];
  }

  /** ∂landed/∂ unknown of the quota. */
  double rentPass(int q, int lane) {
    return switch (regime.quotas.get(q).pays()) {
      case Quota.ExportRent export -> landedSlope[lane] * export.unitUsdPerTonne();
      case Quota.DutyPremium duty -> {
        double export =
            regime.wedges.exportPrice(lane, makerPrice[chain.makerAt(lane)], rent[lane]);
        yield regime.wedges.premiumSlope(lane, export, premium, duty);
      }
    };
  }

  /** Hands on what a goal hangs on the landed price of a lane to the unknowns that it follows. */
  void passOnLanded(int lane, int maker, double perLanded, double[] goal) {
    goal[unknowns.maker(maker)] += perLanded * pricePass(maker, lane);
    for (int q : quotasOn(lane)) {
      goal[unknowns.quota(q)] += perLanded * rentPass(q, lane);
    }
  }

  /** Lets landed prices of a lane go the other way from a floor, or its bound, that is just met. */
  public void goBeyondFloor(int lane) {
    double export = regime.wedges.exportPrice(lane, makerPrice[chain.makerAt(lane)], rent[lane]);
    double value = regime.wedges.customsValue(lane, export);
    boolean fills = regime.wedges.landedSlope(lane, export, premium) == 0;
    landedSlope[lane] = fills ? regime.wedges.slopeBesideFloor(lane, value, premium) : 0;
    int place = unknowns.routes.find(lane);
    if (place >= 0) {
      unknowns.routes.active.pass[place] = landedSlope[lane] * (1 + regime.wedges.exportTax[lane]);
    }
  }

  /** Lets a buyer's use answer as it does on the other side of a corner of its curve. */
  public void goBeyondCorner(int j, double step) {
    double price = buyerPrice[j];
    Demand use = regime.finalUse[j];
    double used = use.servedAt(price);
    double fall = (used - use.servedAt(price * (1 - step))) / step;
    double rise = (use.servedAt(price * (1 + step)) - used) / step;
    double slope = use.slopeAt(price, used);
    double other = Math.abs(slope - fall) > Math.abs(slope - rise) ? fall : rise;
    needSlope[j] += (other - slope) * buyerPass[j] / price;
  }
}
