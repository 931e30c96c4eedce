package org.plimsoll.planner.market.answer;

import java.util.function.ToDoubleBiFunction;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
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

  /** By lane, if there are quotas: those that count it. */
  private final int[][] quotasOn;

  /** By quota: what the goal gains for a unit of the share of its duty that is rent. */
  private final double[] perRentShare;

  AccountSlopes(Solution s, ToDoubleBiFunction<Place, Account> weight, StateSlopes into) {
    this.s = s;
    this.weight = weight;
    this.into = into;
    chain = s.chain;
    wedges = s.regime.wedges;
    quotasOn = Quota.byLane(s.regime.quotas, chain.laneCount());
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
    addImportRents();
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
      into.buyerPrice[j] += stocks * (gain * perLog / price - held);
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
    double perTonne =
        ofTax * wedges.exportTaxOn(lane, s.makerPrice[i])
            + ofRent * s.exportRent[lane]
            + ofDuty * (s.duty(j, lane) + s.premium(j, lane) + s.partialLevy(j, lane))
            + (ofImportRent - ofDuty) * s.importRent(j, lane)
            + ofGap * s.floorGap(j, lane);
    into.shareFlow[lane] += perTonne;
    into.latentFlow[lane] += perTonne;
    double gapSlope = wedges.floorGapSlope(lane, value, s.premium);
    double declared = 1 + (wedges.floor[lane].gapToExporter() ? gapSlope : 0);
    double rate = wedges.duty[lane] + s.premium.rate(lane);
    double rentRate = 0;
    for (int q : quotasOn(lane)) {
      if (s.regime.quotas.get(q).pays() instanceof Quota.DutyPremium further) {
        rentRate += s.quotaUnknown[q] * further.adValorem() * s.rentShare(q);
      }
    }
    double perDeclared = ofDuty * rate + (ofImportRent - ofDuty) * rentRate;
    double perValue =
        perDeclared * declared - ofDuty * wedges.partialLevyShare(lane, value) + ofGap * gapSlope;
    double latent = s.latentFlow[lane];
    double landedSlope = wedges.landedSlope(lane, s.exportPrice(j, lane), s.premium);
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
    for (int q : quotasOn(lane)) {
      if (s.regime.quotas.get(q).pays() instanceof Quota.DutyPremium further) {
        double gapPer = wedges.floorGapPer(lane, value, s.premium, further);
        double declaredPer = wedges.floor[lane].gapToExporter() ? gapPer : 0;
        double full = further.adValorem() * s.declaredValue(j, lane) + further.usdPerTonne();
        into.premium[q] +=
            flow
                    * (perDeclared * declaredPer
                        + full * (ofDuty + (ofImportRent - ofDuty) * s.rentShare(q))
                        + ofGap * gapPer)
                - ofRoute
                    * latent
                    * wedges.premiumSlope(lane, s.exportPrice(j, lane), s.premium, further);
        perRentShare[q] += (ofImportRent - ofDuty) * flow * s.quotaUnknown[q] * full;
      }
    }
  }

  private int[] quotasOn(int lane) {
    return quotasOn.length == 0 ? new int[0] : quotasOn[lane];
  }

  /** Beyond a tariff-rate quota each further tonne takes of the rent of all. */
  private void addImportRents() {
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
