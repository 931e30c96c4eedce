package org.plimsoll.planner.market.answer;

import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Policy;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.rows.Support;

/**
 * Recomputes a solution's residuals from its prices, levels and flows.
 *
 * <p>Taxes, duties, floors, levies, caps and closed routes are put together anew from the measures
 * as they are written ({@link LanePolicy}), and landed prices from them ({@link LandedPrice}). What
 * the search made of them on every lane, and the prices it reports, are held against that.
 * Balances, shares of origins and complementarity are written out here.
 *
 * <p>Shared with the search, and so not tested by this: the chain's base data; who a name means and
 * what a figure is in the draw ({@link Policy}); curves of use, stock and supply ({@link Demand},
 * {@link org.plimsoll.planner.market.rows.Curve}), with what capacity, demand, subsidy, stock and
 * leakage measures made of them; and which rows were struck out since nothing can come to them
 * ({@link Regime#makerLive}).
 */
public final class Audit {
  private static final double SLACK = 1e-9;

  private final Solution s;
  private final Chain chain;
  private final Regime regime;
  private final LanePolicy policy;
  private final Residuals residuals;
  private final double leastPrice;

  /** By lane: price at the buyer's door. */
  private final double[] landed;

  /** By lane: rent of quotas, and what tariff-rate quotas add to the duty. */
  private final double[] quotaRent;

  private final double[] premiumRate;
  private final double[] premiumUsd;

  private Audit(Solution solution) {
    s = solution;
    chain = solution.chain;
    regime = solution.regime;
    policy = new LanePolicy(chain, regime.policy);
    leastPrice = chain.leastPrice();
    residuals = new Residuals(solution);
    landed = new double[chain.laneCount()];
    quotaRent = new double[landed.length];
    premiumRate = new double[landed.length];
    premiumUsd = new double[landed.length];
  }

  public static Certificate certify(Solution solution) {
    Audit audit = new Audit(solution);
    audit.quotas();
    audit.lanes();
    audit.makers();
    audit.buyers();
    audit.uses();
    audit.blocks();
    return audit.residuals.certificate();
  }

  private void imbalance(double tonnes, int product, Place country, String role) {
    residuals.imbalance(tonnes, product, country, role);
  }

  private void complementarity(
      double priceSlack, double price, double quantitySlack, double quantity) {
    residuals.complementarity(priceSlack, price, quantitySlack, quantity);
  }

  private void demand(boolean holds) {
    residuals.demand(holds);
  }

  private void lanes() {
    demand(policy.isThatOf(regime));
    boolean isPlain = policy.hasDutiesAlone() && policy.quotas.isEmpty();
    for (int j = 0; j < chain.buyerCount(); j++) {
      double carried = 0;
      double paid = 0;
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        int i = chain.makerOf(j, lane);
        landed[lane] = isPlain ? plainPrice(i, lane) : priceOn(i, lane).landed();
        double share = s.shareFlow[lane];
        double latent = s.latentFlow[lane];
        if (latent == 0) {
          unused(i, j, lane);
        }
        if (share != 0 || latent != 0) {
          flow(i, j, lane);
          carried += share;
          paid += share * landed[lane];
        }
      }
      if (carried > SLACK * chain.buyerScale[j]) {
        bundle(j, carried, paid);
      }
    }
  }

  /** The landed price where nothing but duties on the value is levied. */
  private double plainPrice(int i, int lane) {
    double export = s.makerPrice[i] + s.exportRent[lane];
    return export + chain.freight[lane] + policy.duty[lane] * (export + chain.valued[lane]);
  }

  /** A lane that carries goods. */
  private void flow(int i, int j, int lane) {
    double flow = s.flow(lane);
    demand(s.shareFlow[lane] >= 0 && s.latentFlow[lane] >= 0);
    demand(s.shareFlow[lane] == 0 || policy.isShareOpen(lane));
    demand(s.latentFlow[lane] == 0 || policy.isLatentOpen[lane]);
    demand(flow <= policy.cap[lane] * (1 + SLACK));
    wedges(j, lane, priceOn(i, lane));
    newRoute(j, lane);
    licence(lane);
  }

  private LandedPrice priceOn(int i, int lane) {
    return LandedPrice.of(
        chain,
        policy,
        lane,
        s.makerPrice[i],
        s.exportRent[lane],
        premiumRate[lane],
        premiumUsd[lane]);
  }

  /** Holds the prices and wedges that the search reports against those of the measures. */
  private void wedges(int j, int lane, LandedPrice price) {
    double scale = Math.max(landed[lane], LanePolicy.on(policy.floorUsd, lane));
    equal(s.exportPrice(j, lane), price.export(), scale);
    equal(s.customsValue(j, lane), price.customsValue(), scale);
    equal(s.duty(j, lane) + s.premium(j, lane), price.duty(), scale);
    equal(
        s.partialLevy(j, lane),
        price.partialLevy(),
        Math.max(scale, LanePolicy.on(policy.trigger, lane)));
    equal(s.floorGap(j, lane), price.floorGap(), scale);
    equal(s.landed(j, lane), price.landed(), scale);
    baseYear(j, lane, scale);
  }

  /** In the base year goods landed for price, freight and base duty on the valuation basis. */
  private void baseYear(int j, int lane, double scale) {
    double freight = chain.freight[lane];
    double export = chain.makerPrice0[chain.makerOf(j, lane)];
    demand(chain.valued[lane] == 0 || chain.valued[lane] == freight);
    double duty = chain.duty[lane] * (export + chain.valued[lane]);
    equal(chain.landed0[lane], export + freight + duty, scale);
  }

  private void equal(double found, double wanted, double scale) {
    demand(Math.abs(found - wanted) <= SLACK * (Math.abs(wanted) + Math.abs(scale)));
  }

  /** A latent route that carries nothing would not pay. */
  private void unused(int i, int j, int lane) {
    double gain = s.buyerPrice[j] - landed[lane] - chain.latentGain[lane];
    double rise = -chain.latentTonnes[lane] * chain.routeSlope[lane];
    boolean pays = !(gain - rise <= SLACK * chain.buyerPrice0[j]);
    demand(
        !pays
            || !policy.isLatentOpen[lane]
            || !regime.buyerLive[j]
            || !regime.makerLive[i]
            || policy.cap[lane] == 0);
  }

  /** A latent route carries more only as the buyer gains more. */
  private void newRoute(int j, int lane) {
    if (s.latentFlow[lane] > 0) {
      double gain = s.buyerPrice[j] - landed[lane] - chain.latentGain[lane];
      double rise = (s.latentFlow[lane] - chain.latentTonnes[lane]) * chain.routeSlope[lane];
      double price = Math.max(chain.buyerPrice0[j], s.buyerPrice[j]);
      complementarity(gain - rise, price, s.latentFlow[lane], chain.buyerScale[j]);
    }
  }

  /** Apart from quota rents, a rent exists only where the lane's own cap binds. */
  private void licence(int lane) {
    double cap = policy.cap[lane];
    double rent = s.exportRent[lane] - quotaRent[lane];
    double price = Math.max(chain.landed0[lane], chain.makerPrice0[chain.makerAt(lane)]);
    demand(rent >= -SLACK * price);
    if (cap < Double.POSITIVE_INFINITY) {
      complementarity(rent, price, cap - s.flow(lane), cap);
    } else {
      demand(rent <= SLACK * price);
    }
  }

  /** Incumbents carry by share of landed prices, and the buyer pays their mean. */
  private void bundle(int j, double carried, double paid) {
    switch (chain.products[chain.buyerProduct[j]].sourcing()) {
      case Sourcing.SourceShares shares -> shares(j, carried, paid, shares.sigma());
      case Sourcing.Armington goods -> substitutes(j, paid, goods.sigma());
      case Sourcing.Homogeneous alike -> demand(carried == 0);
    }
  }

  /** The index of landed prices is the buyer's price, and each origin sells what that implies. */
  private void substitutes(int j, double paid, double sigma) {
    double sum = 0;
    for (int lane : regime.shareLanes[j]) {
      sum += weight(lane, sigma) * landed[lane] / chain.landed0[lane];
    }
    double index = StrictMath.pow(sum, 1 / (1 - sigma));
    double price = chain.buyerPrice0[j] * index;
    double mix = paid / price;
    complementarity(s.buyerPrice[j] - price, chain.buyerPrice0[j], mix, chain.buyerScale[j]);
    for (int lane : regime.shareLanes[j]) {
      double implied =
          mix
              * (chain.buyerPrice0[j] / chain.landed0[lane])
              * weight(lane, sigma)
              * StrictMath.pow(index, sigma);
      imbalance(s.shareFlow[lane] - implied, chain.buyerProduct[j], chain.buyerCountry[j], "share");
    }
  }

  private void shares(int j, double carried, double paid, double sigma) {
    complementarity(
        s.buyerPrice[j] - paid / carried, chain.buyerPrice0[j], carried, chain.buyerScale[j]);
    double total = 0;
    double[] weights = new double[regime.shareLanes[j].length];
    for (int n = 0; n < weights.length; n++) {
      weights[n] = weight(regime.shareLanes[j][n], sigma);
      total += weights[n];
    }
    for (int n = 0; n < weights.length; n++) {
      int lane = regime.shareLanes[j][n];
      double implied = carried * weights[n] / total;
      imbalance(s.shareFlow[lane] - implied, chain.buyerProduct[j], chain.buyerCountry[j], "share");
    }
  }

  private double weight(int lane, double sigma) {
    return chain.baseShare[lane] * StrictMath.pow(landed[lane] / chain.landed0[lane], -sigma);
  }

  private void makers() {
    double[] made = s.made();
    double[] sold = new double[made.length];
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        sold[chain.makerOf(j, lane)] += s.flow(lane);
      }
    }
    for (int i = 0; i < made.length; i++) {
      if (!regime.makerLive[i]) {
        demand(sold[i] == 0);
        continue;
      }
      double over = made[i] + chain.exogenousSupply[i] - sold[i];
      boolean worthless = s.makerPrice[i] <= chain.makerPrice0[i] * leastPrice * (1 + SLACK);
      if (!(worthless && over >= 0)) {
        imbalance(over, chain.makerProduct[i], chain.makerCountry[i], "maker");
      }
    }
  }

  private void buyers() {
    double[] inputs = s.inputs();
    for (int j = 0; j < inputs.length; j++) {
      double got = regime.given(j, s.buyerPrice[j]) + s.triggered[j] + s.leaked[j] + s.drawn[j];
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        got += s.latentFlow[lane] + worth(j, lane);
      }
      if (regime.buyerLive[j]) {
        double taken = s.served[j] + s.stocked[j] + s.purchased[j] + inputs[j];
        imbalance(got - taken, chain.buyerProduct[j], chain.buyerCountry[j], "buyer");
      } else {
        demand(inputs[j] == 0);
      }
    }
  }

  /** Tonnes of base trade or, of Armington goods, their part in what is paid over the price. */
  private double worth(int j, int lane) {
    double flow = s.shareFlow[lane];
    boolean isByValue =
        chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington;
    return isByValue && flow > 0 ? flow * landed[lane] / s.buyerPrice[j] : flow;
  }

  /**
   * Wanted use is either served or unserved, and served use is not negative but where makers do
   * without an input.
   */
  private void uses() {
    double[] inputs = s.inputs();
    double[] wanted = new double[chain.buyerCount()];
    double[] without = new double[wanted.length];
    for (int j = 0; j < wanted.length; j++) {
      Demand use = regime.finalUse[j];
      double price = s.buyerPrice[j];
      wanted[j] = use.wantedAt(price);
      without[j] = regime.buyerLive[j] ? wanted[j] - use.servedAt(price) : wanted[j];
    }
    for (int b = 0; b < s.level.length; b++) {
      Block.Links links = regime.blocks.get(b).links();
      switch (links.role()) {
        case FINAL_USE -> wanted[links.buyers()[0]] += s.level[b];
        case UNSERVED -> without[links.buyers()[0]] += s.level[b];
        case ACTIVITY, SUPPLY, STOCK, LEAK -> {}
      }
    }
    for (int j = 0; j < wanted.length; j++) {
      double served = wanted[j] - without[j];
      double inputsGone = regime.finalUse[j] instanceof Demand.WithMinorInput ? inputs[j] : 0;
      double wrong = Math.max(-served - inputsGone, Math.abs(s.served[j] - served));
      imbalance(Math.max(0, wrong), chain.buyerProduct[j], chain.buyerCountry[j], "use");
    }
  }

  private void blocks() {
    double[] made = s.made();
    for (int b = 0; b < s.level.length; b++) {
      if (!regime.blockLive[b]) {
        demand(s.level[b] == 0);
        continue;
      }
      Block block = regime.blocks.get(b);
      double cap = s.cap(b, made);
      contracts(block);
      byProduct(block);
      double value = Math.max(chain.priceOf(block), Math.abs(s.margin(b)));
      double over = s.margin(b) - block.curve().marginAt(s.level[b]) - s.crossMargin(b);
      demand(s.level[b] <= cap * (1 + SLACK));
      double scale = block.curve().scaleTonnes();
      double size = cap < Double.POSITIVE_INFINITY ? Math.max(cap, SLACK * scale) : scale;
      double unused = cap < Double.POSITIVE_INFINITY ? Math.max(0, cap - s.level[b]) : scale;
      complementarity(over, value, over > 0 ? unused : s.level[b], size);
    }
  }

  /** All parts of a by-product together stay within the yield of its host's blocks. */
  private void byProduct(Block block) {
    if (block.host().blocks().length == 0) {
      return;
    }
    double hosts = 0;
    for (int b : block.host().blocks()) {
      hosts += s.level[b];
    }
    double whole = 0;
    for (int b = 0; b < s.level.length; b++) {
      whole += regime.blocks.get(b).isPartOf(block) ? s.level[b] : 0;
    }
    demand(whole <= block.host().yield() * hosts * (1 + SLACK));
  }

  /** With its contract a maker gets at least the strike, and all of a price between the lines. */
  private void contracts(Block block) {
    for (Support.Part part : block.support().parts()) {
      if (part instanceof Support.Contract contract) {
        double price = s.makerPrice[contract.maker()];
        double got = price + contract.usd(s.makerPrice) / contract.tonnes();
        double above = Math.max(0, price - contract.lineUsdPerTonne());
        double back = Math.min(contract.mostUsdPerTonne(), contract.upsideShare() * above);
        equal(got, Math.max(price, contract.strikeUsdPerTonne()) - back, price);
      }
    }
  }

  /** A rent only where the cap binds; of a further duty all beyond the quota, none below it. */
  private void quotas() {
    int count = Math.min(policy.quotas.size(), s.quotaUnknown.length);
    for (int q = 0; q < count; q++) {
      Quota quota = policy.quotas.get(q);
      double paid = s.quotaUnknown[q];
      double carried = 0;
      for (int lane : quota.lanes()) {
        carried += s.flow(lane);
        switch (quota.pays()) {
          case Quota.ExportRent rent -> quotaRent[lane] += paid * rent.unitUsdPerTonne();
          case Quota.DutyPremium duty -> {
            premiumRate[lane] += paid * duty.adValorem();
            premiumUsd[lane] += paid * duty.usdPerTonne();
          }
        }
      }
      double cap = quota.capTonnes();
      demand(paid >= -SLACK && paid <= quota.pays().most() * (1 + SLACK));
      complementarity(paid, 1, Math.max(0, cap - carried), cap);
      switch (quota.pays()) {
        case Quota.ExportRent rent -> demand(carried <= cap * (1 + SLACK));
        case Quota.DutyPremium duty ->
            complementarity(1 - paid, 1, Math.max(0, carried - cap), cap);
      }
    }
  }
}
