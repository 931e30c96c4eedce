package org.plimsoll.planner.market.answer;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.plimsoll.planner.market.equations.FigureMove;
import org.plimsoll.planner.market.equations.Flows;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Lazy;
import org.plimsoll.planner.market.rows.Premium;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * A chain's market at the unknowns where the search ended: levels, prices, flows and wedges. Arrays
 * by row of the regime's chain.
 *
 * <p>Long because rents stand here with their gradient, and a solution is made in three ways: from
 * unknowns, of the base year, and with a figure moved.
 */
public final class Solution {
  private static final int[] NONE = {};

  public final Regime regime;
  public final Chain chain;
  public final int iterations;

  /** Tonnes of level. */
  public final double[] level;

  /** USD a tonne; 0 at a maker that is struck out. */
  public final double[] makerPrice;

  /** USD a tonne; the choke price where nobody can be served. */
  public final double[] buyerPrice;

  /** By lane: tonnes, USD a tonne. */
  public final double[] shareFlow;

  public final double[] latentFlow;

  /** By lane: rent of quotas and licences on top of the taxed export price. */
  public final double[] exportRent;

  /** What tariff-rate quotas add to duties. */
  final Premium premium;

  /** By quota: its unknown; and what its lanes carry, tonnes. */
  public final double[] quotaUnknown;

  final double[] quotaCarried;

  /**
   * By buyer: tonnes; {@link #servedByDemand} is the part of final use that is no block's level.
   */
  public final double[] served;

  final double[] servedByDemand;
  public final double[] unserved;
  final double[] stocked;
  public final double[] purchased;
  final double[] released;

  /** By buyer: tonnes that private holders sell. */
  final double[] drawn;

  /** By buyer: the part of the release at a trigger price. */
  final double[] triggered;

  /** By buyer: leakage that arrives, less leakage that leaves. */
  final double[] leaked;

  /** By buyer: tonnes that incumbents bring, and whether each of them is at its cap. */
  private final double[] bundle;

  private final boolean[] isAllFull;

  private final Lazy<int[][]> quotasOn = new Lazy<>(this::countQuotas);

  private final Lazy<Certificate> certificate = new Lazy<>(() -> Audit.certify(this));

  public Solution(Flows flows, double[] z, int iterations) {
    this.regime = flows.regime;
    this.chain = flows.chain;
    this.iterations = iterations;
    flows.at(z);
    level = atLeastNothing(flows.level);
    makerPrice = flows.makerPrice.clone();
    buyerPrice = flows.buyerPrice.clone();
    shareFlow = atLeastNothing(flows.bundles.shareFlow);
    latentFlow = atLeastNothing(flows.latentFlow);
    exportRent = flows.rent.clone();
    premium = flows.premium.copy();
    bundle = flows.bundles.tonnes.clone();
    quotaUnknown = new double[regime.quotas.size()];
    for (int q = 0; q < quotaUnknown.length; q++) {
      quotaUnknown[q] = z[flows.unknowns.quota(q)];
    }
    quotaCarried = new double[quotaUnknown.length];
    int buyers = chain.buyerCount();
    isAllFull = new boolean[buyers];
    served = new double[buyers];
    servedByDemand = new double[buyers];
    unserved = new double[buyers];
    stocked = new double[buyers];
    purchased = new double[buyers];
    released = new double[buyers];
    drawn = new double[buyers];
    triggered = new double[buyers];
    leaked = new double[buyers];
    for (int j = 0; j < buyers; j++) {
      isAllFull[j] = bundle[j] >= flows.bundles.cap[j] * (1 - 1e-9);
    }
    complete(lane -> flows.bundles.delivered[lane], lane -> flows.landed[lane]);
  }

  /** The base year of a chain: its own prices, levels and flows. */
  static Solution ofBase(Chain chain) {
    return new Solution(chain, Regime.base(chain));
  }

  private Solution(Chain chain, Regime regime) {
    this.regime = regime;
    this.chain = chain;
    iterations = 0;
    level = new double[regime.blocks.size()];
    for (int b = 0; b < level.length; b++) {
      Block block = regime.blocks.get(b);
      boolean isIdle = block.isEntrant() || !regime.blockLive[b];
      level[b] = isIdle ? 0 : Math.min(block.curve().scaleTonnes(), block.fixedCapTonnes());
    }
    makerPrice = chain.makerPrice0.clone();
    buyerPrice = chain.buyerPrice0.clone();
    int lanes = chain.laneCount();
    shareFlow = new double[lanes];
    latentFlow = new double[lanes];
    int buyers = chain.buyerCount();
    bundle = new double[buyers];
    for (int j = 0; j < buyers; j++) {
      for (int lane : regime.shareLanes[j]) {
        shareFlow[lane] = chain.baseTonnes[lane];
        bundle[j] += shareFlow[lane];
      }
      for (int lane : regime.latentLanes[j]) {
        latentFlow[lane] = Math.max(0, chain.latentTonnes[lane]);
      }
    }
    exportRent = new double[lanes];
    premium = Premium.of(regime.quotas, lanes);
    quotaUnknown = new double[regime.quotas.size()];
    quotaCarried = new double[quotaUnknown.length];
    isAllFull = new boolean[buyers];
    served = new double[buyers];
    servedByDemand = new double[buyers];
    unserved = new double[buyers];
    stocked = new double[buyers];
    purchased = new double[buyers];
    released = new double[buyers];
    drawn = new double[buyers];
    triggered = new double[buyers];
    leaked = new double[buyers];
    complete(lane -> chain.landed0[lane], lane -> chain.landed0[lane]);
  }

  /** What the same prices, levels and flows are under other figures of the same rows. */
  private Solution(Solution here, Regime regime, FigureMove move) {
    this.regime = regime;
    chain = regime.chain;
    iterations = here.iterations;
    level = here.level;
    makerPrice = here.makerPrice.clone();
    buyerPrice = here.buyerPrice.clone();
    shareFlow = new double[chain.laneCount()];
    Arrays.setAll(shareFlow, lane -> move.shareFlow(lane, here.shareFlow[lane]));
    latentFlow = here.latentFlow;
    exportRent = move.rents();
    premium = move.premium();
    bundle = here.bundle;
    quotaUnknown = here.quotaUnknown;
    quotaCarried = new double[quotaUnknown.length];
    int buyers = chain.buyerCount();
    isAllFull = here.isAllFull;
    served = new double[buyers];
    servedByDemand = new double[buyers];
    unserved = new double[buyers];
    stocked = new double[buyers];
    purchased = new double[buyers];
    released = new double[buyers];
    drawn = new double[buyers];
    triggered = new double[buyers];
    leaked = new double[buyers];
    complete(move::delivered, lane -> landed(chain.buyerAt(lane), lane));
  }

  /** This one's prices, levels and flows with a figure moved; the rows need not be met there. */
  public Solution under(Regime other, FigureMove move) {
    return new Solution(this, other, move);
  }

  /** Finds what follows from prices, levels and flows. */
  private void complete(IntToDoubleFunction delivered, IntToDoubleFunction landed) {
    for (int q = 0; q < quotaUnknown.length; q++) {
      for (int lane : regime.quotas.get(q).lanes()) {
        quotaCarried[q] += flow(lane);
      }
    }
    for (int i = 0; i < chain.makerCount(); i++) {
      if (!regime.makerLive[i]) {
        makerPrice[i] = 0;
      }
    }
    for (int j = 0; j < served.length; j++) {
      if (regime.buyerLive[j]) {
        addLicenceRents(j, delivered, landed);
        double price = buyerPrice[j];
        served[j] = regime.finalUse[j].servedAt(price);
        stocked[j] = chain.stockBuild[j].servedAt(price);
        purchased[j] = regime.purchase[j].servedAt(price);
        released[j] = regime.released(j, price);
        drawn[j] = -chain.privateStock[j].servedAt(price);
      } else {
        strand(j);
      }
      unserved[j] = regime.finalUse[j].wantedAt(buyerPrice[j]) - served[j];
    }
    moveGoods();
  }

  /** The audit's certificate, computed once. */
  public Certificate certificate() {
    return certificate.get();
  }

  /** Adds what stocks take and give at trigger prices, and leakage. */
  private void moveGoods() {
    for (int b = 0; b < level.length; b++) {
      Block block = regime.blocks.get(b);
      if (!block.onlyMoves()) {
        continue;
      }
      Block.Links links = block.links();
      for (int i = 0; i < links.buyers().length; i++) {
        int j = links.buyers()[i];
        double taken = links.inputs()[i] * level[b];
        if (block.isLeak()) {
          leaked[j] -= taken;
        } else {
          purchased[j] += Math.max(0, taken);
          released[j] += Math.max(0, -taken);
          triggered[j] += Math.max(0, -taken);
        }
      }
    }
    addUseByBlocks();
  }

  private void addUseByBlocks() {
    System.arraycopy(served, 0, servedByDemand, 0, served.length);
    for (int b = 0; b < level.length; b++) {
      Block.Links links = regime.blocks.get(b).links();
      switch (links.role()) {
        case ACTIVITY, SUPPLY, STOCK, LEAK -> {}
        case FINAL_USE -> served[links.buyers()[0]] += level[b];
        case UNSERVED -> {
          served[links.buyers()[0]] -= level[b];
          servedByDemand[links.buyers()[0]] -= level[b];
          unserved[links.buyers()[0]] += level[b];
        }
      }
    }
  }

  /** Cost that other blocks' levels add to a block, USD a year. */
  double crossCost(int b) {
    return crossMargin(b) * level[b];
  }

  /** Marginal cost that other blocks' levels add, USD a tonne. */
  double crossMargin(int b) {
    Block.Links links = regime.blocks.get(b).links();
    double margin = 0;
    for (int o = 0; o < links.others().length; o++) {
      margin += links.slopes()[o] * level[links.others()[o]];
    }
    return margin;
  }

  /** Clips at zero: negative tonnes are rounding of the search. */
  private static double[] atLeastNothing(double[] tonnes) {
    double[] result = new double[tonnes.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.max(0, tonnes[i]);
    }
    return result;
  }

  /** Sets a buyer whom nobody can serve: its price is the choke, and all use is unserved. */
  private void strand(int j) {
    ProductFigures product = chain.products[chain.buyerProduct[j]];
    double choke = chain.buyerPrice0[j] * product.lastChoke();
    buyerPrice[j] = Double.isInfinite(choke) ? topPrice(j) : choke;
  }

  /** Without a choke: the price at which use that gives way ends. */
  private double topPrice(int j) {
    double top =
        regime.finalUse[j] instanceof Demand.Straight line ? line.intercept() / line.slope() : 0;
    return Math.max(chain.buyerPrice0[j], top);
  }

  /**
   * The rent that lifts a capped lane's landed price to what its share of the bundle implies.
   *
   * @param delivered by lane: that price, where some incumbent is not at its cap
   * @param landed by lane: without the rent
   */
  private void addLicenceRents(int j, IntToDoubleFunction delivered, IntToDoubleFunction landed) {
    double lift = isAllFull[j] ? liftToBuyer(j) : 1;
    for (int lane : regime.shareLanes[j]) {
      if (regime.cap[lane] < Double.POSITIVE_INFINITY) {
        double price = isAllFull[j] ? lift * impliedPrice(j, lane) : delivered.applyAsDouble(lane);
        addRent(j, lane, price, landed);
      }
    }
    for (int lane : regime.latentLanes[j]) {
      if (isFullRoute(lane)) {
        double rise = (latentFlow[lane] - chain.latentTonnes[lane]) * chain.routeSlope[lane];
        addRent(j, lane, buyerPrice[j] - chain.latentGain[lane] - rise, landed);
      }
    }
  }

  private boolean isFullRoute(int lane) {
    return latentFlow[lane] > 0 && latentFlow[lane] >= regime.cap[lane] * (1 - 1e-9);
  }

  private void addRent(int j, int lane, double delivered, IntToDoubleFunction landed) {
    if (delivered > landed.applyAsDouble(lane) * (1 + 1e-12)) {
      double export = regime.wedges.exportPriceFor(lane, delivered, premium);
      double untaxed = regime.wedges.exportPrice(lane, makerPrice[chain.makerOf(j, lane)], 0);
      exportRent[lane] = Math.max(exportRent[lane], export - untaxed);
    }
  }

  /**
   * The factor on rents where every incumbent is at its cap: they rise together to the buyer's
   * price.
   */
  private double liftToBuyer(int j) {
    double tonnes = 0;
    double value = 0;
    for (int lane : regime.shareLanes[j]) {
      tonnes += shareFlow[lane];
      value += shareFlow[lane] * impliedPrice(j, lane);
    }
    return buyerPrice[j] * tonnes / value;
  }

  /** The delivered price that implies the lane's flow, up to a common factor. */
  private double impliedPrice(int j, int lane) {
    double sigma =
        switch (chain.products[chain.buyerProduct[j]].sourcing()) {
          case Sourcing.SourceShares shares -> shares.sigma();
          case Sourcing.Armington goods -> goods.sigma();
          case Sourcing.Homogeneous alike -> 1;
        };
    double relative = shareFlow[lane] / (chain.baseShare[lane] * bundle[j]);
    return chain.landed0[lane] * StrictMath.pow(relative, -1 / sigma);
  }

  /**
   * Hands on what a goal hangs on rents, {@link #exportRent}, to what these follow: a quota's own,
   * or a licence's, which lifts the landed price to what the share, or the buyer, would pay.
   *
   * @param perRent by lane: ∂goal/∂rent
   */
  void passOnRents(double[] perRent, StateSlopes into) {
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (perRent[lane] != 0) {
          passOnRent(j, lane, perRent[lane], quotasOn(lane), into);
        }
      }
    }
  }

  private void passOnRent(int j, int lane, double perRent, int[] quotas, StateSlopes into) {
    double ofQuotas = 0;
    for (int q : quotas) {
      if (regime.quotas.get(q).pays() instanceof Quota.ExportRent export) {
        ofQuotas += quotaUnknown[q] * export.unitUsdPerTonne();
      }
    }
    if (!(exportRent[lane] > ofQuotas * (1 + 1e-12))) {
      into.rent[lane] += perRent;
      return;
    }
    double slope = regime.wedges.landedSlope(lane, exportPrice(j, lane), premium);
    if (slope == 0) {
      return;
    }
    into.makerPrice[chain.makerOf(j, lane)] -= perRent * (1 + regime.wedges.exportTax[lane]);
    double perLanded = perRent / slope;
    if (isFullRoute(lane)) {
      into.buyerPrice[j] += perLanded;
    } else if (isAllFull[j]) {
      into.buyerPrice[j] += perLanded * landed(j, lane) / buyerPrice[j];
    } else {
      into.delivered[lane] += perLanded;
    }
    for (int q : quotas) {
      if (regime.quotas.get(q).pays() instanceof Quota.DutyPremium further) {
        into.premium[q] -=
            perLanded * regime.wedges.premiumSlope(lane, exportPrice(j, lane), premium, further);
      }
    }
  }

  /**
   * Contribution of base trade on a lane to the buyer's balance: its tonnes or, for Armington
   * goods, its share of spending over the price of the mix.
   */
  double worth(int j, int lane) {
    return chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington
            && shareFlow[lane] > 0
        ? shareFlow[lane] * landed(j, lane) / buyerPrice[j]
        : shareFlow[lane];
  }

  public double flow(int lane) {
    return shareFlow[lane] + latentFlow[lane];
  }

  /** Price at the exporter's port, tax and rents paid; USD a tonne. */
  double exportPrice(int j, int lane) {
    return regime.wedges.exportPrice(lane, makerPrice[chain.makerOf(j, lane)], exportRent[lane]);
  }

  /** What the importer's customs would value without a floor; USD a tonne. */
  public double customsValue(int j, int lane) {
    return regime.wedges.customsValue(lane, exportPrice(j, lane));
  }

  /** Declared value: customs value plus a gap that the exporter keeps; USD a tonne. */
  double declaredValue(int j, int lane) {
    return regime.wedges.declaredValue(lane, customsValue(j, lane), premium);
  }

  /** Without what a tariff-rate quota adds; USD a tonne. */
  public double duty(int j, int lane) {
    return regime.wedges.dutyOn(lane, declaredValue(j, lane));
  }

  /** What tariff-rate quotas add, as duty or as rent; USD a tonne. */
  public double premium(int j, int lane) {
    return premium.on(lane, declaredValue(j, lane));
  }

  /**
   * What a lane's tonnes pay on average, USD a tonne: those within a tariff-rate quota the duty
   * within it and their own floor gap; the rest of the landed price is their holders' rent.
   *
   * @param duty without what quotas add
   * @param furtherDuty what quotas add for tonnes beyond them
   * @param importRent to holders of licences within quotas
   * @param floorGap whoever keeps it
   */
  record Paid(double duty, double furtherDuty, double importRent, double floorGap) {}

  Paid paid(int j, int lane) {
    if (quotasOn(lane).length == 0) {
      return new Paid(duty(j, lane), 0, 0, floorGap(j, lane));
    }
    double value = customsValue(j, lane);
    double duty = 0;
    double furtherDuty = 0;
    double rent = 0;
    double gap = 0;
    for (QuotaStep step : QuotaStep.of(this, quotasOn(lane))) {
      double declared = regime.wedges.declaredValue(lane, value, step.premium());
      double landed = regime.wedges.landed(lane, exportPrice(j, lane), step.premium());
      duty += step.share() * regime.wedges.dutyOn(lane, declared);
      furtherDuty += step.share() * step.premium().on(lane, declared);
      rent += step.share() * (landed(j, lane) - landed);
      gap += step.share() * regime.wedges.floorGapOn(lane, value, step.premium());
    }
    return new Paid(duty, furtherDuty, rent, gap);
  }

  private int[][] countQuotas() {
    return Quota.byLane(regime.quotas, chain.laneCount());
  }

  /** The quotas that count a lane, by number. */
  int[] quotasOn(int lane) {
    return regime.quotas.isEmpty() ? NONE : quotasOn.get()[lane];
  }

  /** Share of what comes in under a tariff-rate quota that comes within it. */
  double rentShare(int q) {
    return Math.min(1, regime.quotas.get(q).capTonnes() / quotaCarried[q]);
  }

  /** The floor gap of the dearest tonne, whoever keeps it; USD a tonne. */
  public double floorGap(int j, int lane) {
    return regime.wedges.floorGapOn(lane, customsValue(j, lane), premium);
  }

  /** USD a tonne. */
  double partialLevy(int j, int lane) {
    return regime.wedges.partialLevyOn(lane, customsValue(j, lane));
  }

  /** Levies, and gaps that exporters keep, of the dearest tonne; USD a tonne. */
  public double levy(int j, int lane) {
    return partialLevy(j, lane) + floorGap(j, lane);
  }

  /** Price at the buyer's door, rents included, before the extra cost of a new route. */
  public double landed(int j, int lane) {
    return regime.wedges.landed(lane, exportPrice(j, lane), premium);
  }

  /** Tonnes made at a maker by all its blocks. */
  public double[] made() {
    double[] made = new double[chain.makerCount()];
    for (int b = 0; b < level.length; b++) {
      Block.Links links = regime.blocks.get(b).links();
      for (int o = 0; o < links.makers().length; o++) {
        made[links.makers()[o]] += links.outputs()[o] * level[b];
      }
    }
    return made;
  }

  /** Tonnes taken as inputs at a buyer by activities. */
  double[] inputs() {
    double[] taken = new double[chain.buyerCount()];
    for (int b = 0; b < level.length; b++) {
      Block.Links links = regime.blocks.get(b).links();
      boolean takes = links.role() == Block.Role.ACTIVITY;
      for (int i = 0; takes && i < links.buyers().length; i++) {
        taken[links.buyers()[i]] += links.inputs()[i] * level[b];
      }
    }
    return taken;
  }

  /** Unit margin of a block at these prices, with credit and subsidy. */
  double margin(int b) {
    return regime.blocks.get(b).margin(makerPrice, buyerPrice);
  }

  /** The block's cap at its host's present output, tonnes. */
  double cap(int b, double[] made) {
    return regime.blocks.get(b).capTonnes(made, level);
  }
}
