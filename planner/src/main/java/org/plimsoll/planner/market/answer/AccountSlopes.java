package org.plimsoll.planner.market.answer;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Premium;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Support;
import org.plimsoll.planner.market.rows.Wedges;

/**
 * The gradient of a weighed sum of {@link Accounts}: method by method what each entry there changes
 * by.
 */
final class AccountSlopes {
  /** A price that is this close to the choke has not passed it. */
  private static final double AT_CHOKE = 1 + 1e-9;

  private final Solution s;
  private final Chain chain;
  private final Wedges wedges;
  private final ToDoubleBiFunction<Place, Account> weight;
  private final StateSlopes into;

  /** By quota: what the goal gains for a unit of the share of its tonnes that come within it. */
  private final double[] perRentShare;

  AccountSlopes(Solution s, ToDoubleBiFunction<Place, Account> weight, StateSlopes into) {
    this.s = s;
    this.weight = weight;
    this.into = into;
    chain = s.chain;
    wedges = s.regime.wedges;
    perRentShare = new double[s.regime.quotas.size()];
  }

  void add() {
    double[] perExportRent = new double[chain.laneCount()];
    for (int j = 0; j < chain.buyerCount(); j++) {
      if (s.regime.buyerLive[j]) {
        addBuyer(j);
      }
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (s.flow(lane) > 0) {
          addLane(j, lane, perExportRent);
        }
      }
    }
    addQuotaShares();
    for (int b = 0; b < s.level.length; b++) {
      addBlock(b);
    }
    for (int i = 0; i < chain.makerCount(); i++) {
      into.makerPrice[i] +=
          weight.applyAsDouble(chain.makerCountry[i], Account.PRODUCERS) * chain.exogenousSupply[i];
    }
    s.passOnRents(perExportRent, into);
  }

  private void addBuyer(int j) {
    Place place = chain.buyerCountry[j];
    double price = s.buyerPrice[j];
    Demand use = s.regime.finalUse[j];
    into.buyerPrice[j] -= weight.applyAsDouble(place, Account.CONSUMERS) * perPrice(use, price);
    double stocks = weight.applyAsDouble(place, Account.STOCKS);
    if (stocks != 0) {
      double held = s.stocked[j] + s.purchased[j] - s.regime.given(j, price) - s.triggered[j];
      double gain = chain.stockWorth[j] - price;
      double perLog =
          chain.stockBuild[j].slopeAt(price, chain.stockBuild[j].servedAt(price))
              + s.regime.purchase[j].slopeAt(price, s.regime.purchase[j].servedAt(price));
      into.buyerPrice[j] += stocks * (gain * perLog / price - held + s.drawn[j]);
      into.given[j] -= stocks * gain;
    }
  }

  /**
   * What final users lose by a rise of the price: nothing beyond a choke at which use is given up.
   */
  private static double perPrice(Demand use, double price) {
    boolean isGivenUp = use instanceof Demand.UpTo upTo && price > upTo.choke() * AT_CHOKE;
    return isGivenUp ? 0 : use.servedAt(price);
  }

  private void addLane(int j, int lane, double[] perExportRent) {
    int i = chain.makerOf(j, lane);
    Place from = chain.makerCountry[i];
    Place to = chain.buyerCountry[j];
    double ofTax = weight.applyAsDouble(from, Account.PUBLIC);
    double ofRent = weight.applyAsDouble(from, Account.EXPORT_RENTS);
    double ofDuty = weight.applyAsDouble(to, Account.PUBLIC);
    double ofImportRent = weight.applyAsDouble(to, Account.IMPORT_RENTS);
    double ofGap = wedges.floor[lane].gapToExporter() ? ofRent : ofDuty;
    double ofRoute = weight.applyAsDouble(to, Account.ROUTES);
    double flow = s.flow(lane);
    double value = s.customsValue(j, lane);
    double export = s.exportPrice(j, lane);
    Solution.Paid paid = s.paid(j, lane);
    double perTonne =
        ofTax * wedges.exportTaxOn(lane, s.makerPrice[i])
            + ofRent * s.exportRent[lane]
            + ofDuty * (paid.duty() + paid.furtherDuty() + s.partialLevy(j, lane))
            + ofImportRent * paid.importRent()
            + ofGap * paid.floorGap();
    into.shareFlow[lane] += perTonne;
    into.latentFlow[lane] += perTonne;
    double landedSlope = wedges.landedSlope(lane, export, s.premium);
    Weights weights = new Weights(ofDuty, ofImportRent, ofGap);
    double perValue =
        weights.duty() * -wedges.partialLevyShare(lane, value)
            + (s.quotasOn(lane).length == 0
                ? perValue(lane, value, s.premium, weights)
                : addSteps(j, lane, weights));
    double latent = s.latentFlow[lane];
    double perExport = flow * perValue - ofRoute * latent * landedSlope;
    into.makerPrice[i] +=
        flow * ofTax * wedges.exportTax[lane] + perExport * (1 + wedges.exportTax[lane]);
    perExportRent[lane] += flow * ofRent + perExport;
    if (latent > 0) {
      into.buyerPrice[j] += ofRoute * latent;
      into.latentFlow[lane] +=
          ofRoute
              * (s.buyerPrice[j]
                  - s.landed(j, lane)
                  - chain.latentGain[lane]
                  - chain.routeSlope[lane] * (latent - chain.latentTonnes[lane]));
    }
    for (int q : s.quotasOn(lane)) {
      if (s.regime.quotas.get(q).pays() instanceof Quota.DutyPremium further) {
        into.premium[q] -= ofRoute * latent * wedges.premiumSlope(lane, export, s.premium, further);
      }
    }
  }

  /** What the goal gains for a dollar of the importer's duty, of import rent, of a floor gap. */
  private record Weights(double duty, double importRent, double gap) {}

  /** ∂(duty and floor gap of a tonne that pays this premium)/∂customs value. */
  private double perValue(int lane, double value, Premium premium, Weights weights) {
    double gapSlope = wedges.floorGapSlope(lane, value, premium);
    double declared = 1 + (wedges.floor[lane].gapToExporter() ? gapSlope : 0);
    return weights.duty() * (wedges.duty[lane] + premium.rate(lane)) * declared
        + weights.gap() * gapSlope;
  }

  /**
   * Adds what tonnes within and beyond tariff-rate quotas pay.
   *
   * @return ∂/∂customs value of a tonne
   */
  private double addSteps(int j, int lane, Weights weights) {
    double flow = s.flow(lane);
    double value = s.customsValue(j, lane);
    double export = s.exportPrice(j, lane);
    double landed = s.landed(j, lane);
    double landedSlope = wedges.landedSlope(lane, export, s.premium);
    List<QuotaStep> steps = QuotaStep.of(s, s.quotasOn(lane));
    double[] perTonne = new double[steps.size()];
    double sum = 0;
    for (int k = 0; k < perTonne.length; k++) {
      QuotaStep step = steps.get(k);
      Premium premium = step.premium();
      double declared = wedges.declaredValue(lane, value, premium);
      perTonne[k] =
          weights.duty() * (wedges.dutyOn(lane, declared) + premium.on(lane, declared))
              + weights.gap() * wedges.floorGapOn(lane, value, premium)
              + weights.importRent() * (landed - wedges.landed(lane, export, premium));
      double rentSlope = landedSlope - wedges.landedSlope(lane, export, premium);
      sum +=
          step.share()
              * (perValue(lane, value, premium, weights) + weights.importRent() * rentSlope);
      addPremiums(j, lane, steps, k, weights);
    }
    for (int k = 0; k + 1 < perTonne.length; k++) {
      perRentShare[steps.get(k).quota()] += flow * (perTonne[k] - perTonne[k + 1]);
    }
    return sum;
  }

  /** Adds what a step's tonnes pay more as quotas take a larger share of their further duty. */
  private void addPremiums(int j, int lane, List<QuotaStep> steps, int k, Weights weights) {
    double flow = s.flow(lane) * steps.get(k).share();
    double value = s.customsValue(j, lane);
    double export = s.exportPrice(j, lane);
    Premium premium = steps.get(k).premium();
    double rate = wedges.duty[lane] + premium.rate(lane);
    for (int b = 0; b + 1 < steps.size(); b++) {
      int q = steps.get(b).quota();
      if (s.regime.quotas.get(q).pays() instanceof Quota.DutyPremium further) {
        double per = weights.importRent() * wedges.premiumSlope(lane, export, s.premium, further);
        if (b < k) {
          double gapPer = wedges.floorGapPer(lane, value, premium, further);
          double declaredPer = wedges.floor[lane].gapToExporter() ? gapPer : 0;
          double declared = wedges.declaredValue(lane, value, premium);
          double full = further.adValorem() * declared + further.usdPerTonne();
          per +=
              weights.duty() * (rate * declaredPer + full)
                  + weights.gap() * gapPer
                  - weights.importRent() * wedges.premiumSlope(lane, export, premium, further);
        }
        into.premium[q] += flow * per;
      }
    }
  }

  /** Beyond a tariff-rate quota each further tonne takes of the share of all. */
  private void addQuotaShares() {
    for (int q = 0; q < perRentShare.length; q++) {
      double perTonne = -perRentShare[q] * s.rentShare(q) / s.quotaCarried[q];
      for (int lane : s.regime.quotas.get(q).lanes()) {
        if (perRentShare[q] != 0 && s.rentShare(q) < 1) {
          into.shareFlow[lane] += perTonne;
          into.latentFlow[lane] += perTonne;
        }
      }
    }
  }

  private void addBlock(int b) {
    Block block = s.regime.blocks.get(b);
    Block.Links links = block.links();
    double level = s.level[b];
    Account account =
        switch (links.role()) {
          case ACTIVITY, SUPPLY, LEAK -> Account.PRODUCERS;
          case FINAL_USE -> Account.CONSUMERS;
          case STOCK -> Account.STOCKS;
          case UNSERVED -> Account.SUBSIDIES;
        };
    if (links.role() == Block.Role.UNSERVED) {
      return;
    }
    if (links.role() == Block.Role.STOCK) {
      for (int i = 0; i < links.buyers().length; i++) {
        int j = links.buyers()[i];
        double of = weight.applyAsDouble(chain.buyerCountry[j], account);
        into.level[b] += of * (chain.stockWorth[j] - s.buyerPrice[j]) * links.inputs()[i];
      }
      return;
    }
    double of = weight.applyAsDouble(block.country(), account);
    double wanted = block.curve().mustRun() ? 0 : block.curve().marginAt(level);
    into.level[b] += of * (s.margin(b) - wanted - s.crossMargin(b));
    for (int o = 0; o < links.others().length; o++) {
      into.level[links.others()[o]] -= of * links.slopes()[o] * level;
    }
    for (int o = 0; o < links.makers().length; o++) {
      into.makerPrice[links.makers()[o]] += of * links.outputs()[o] * level;
    }
    for (int i = 0; i < links.buyers().length; i++) {
      into.buyerPrice[links.buyers()[i]] -= of * links.inputs()[i] * level;
    }
    for (Support.Part part : block.support().parts()) {
      double ofPayer = weight.applyAsDouble(part.payer(), Account.SUBSIDIES);
      into.level[b] -= ofPayer * part.usd(s.makerPrice);
      if (part instanceof Support.Contract contract) {
        int i = contract.maker();
        into.makerPrice[i] += (of - ofPayer) * level * contract.slope(s.makerPrice[i]);
      }
    }
  }
}
