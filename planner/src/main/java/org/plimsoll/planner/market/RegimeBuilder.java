package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Interval;

/** Puts measures on a chain, one product at a time; the figures are those of one draw. */
final class RegimeBuilder {
  /** From a trigger price to that of the last tonne, as its share. */
  private static final double TRIGGER_RISE = 1e-3;

  private final Chain chain;
  private final Names names;
  private final ParameterDraw draw;
  private final Wedges wedges;
  private final boolean[] shareOpen;
  private final boolean[] gapOpen;
  private final double[] cap;
  private final List<Block> blocks;
  private final List<Quota> quotas = new ArrayList<>();
  private final double[] release;
  private final Demand[] purchase;
  private final Demand[] finalUse;
  private final MakerMeasures makers;
  private final Leaks leaks;

  /**
   * @param chain with the nodes of all new capacity
   * @param blocks of the chain, changed and new capacity included
   */
  RegimeBuilder(Chain chain, List<Block> blocks, Names names, ParameterDraw draw) {
    this.chain = chain;
    this.names = names;
    this.draw = draw;
    this.blocks = new ArrayList<>(blocks);
    wedges = new Wedges(chain);
    shareOpen = new boolean[chain.laneCount()];
    gapOpen = chain.passable.clone();
    cap = chain.laneCap.clone();
    for (int lane = 0; lane < cap.length; lane++) {
      shareOpen[lane] = chain.baseShare[lane] > 0;
    }
    quotas.addAll(chain.routeQuotas);
    release = new double[chain.buyerCount()];
    purchase = new Demand[chain.buyerCount()];
    Arrays.fill(purchase, Demand.NONE);
    finalUse = chain.finalUse.clone();
    makers = new MakerMeasures(chain, names, draw, this.blocks);
    leaks = new Leaks(chain, names, draw, this.blocks);
  }

  Regime build() {
    return new Regime(
        chain, blocks, wedges, shareOpen, cap, gapOpen, quotas, release, purchase, finalUse);
  }

  /** What a measure does to one lane. */
  private interface LaneChange {
    void apply(int lane);
  }

  /** Puts the measure on one product; returns whether it covers anything. */
  boolean apply(Measure measure, int product) {
    return switch (measure) {
      case BorderMeasure border -> applyAtBorder(border, product);
      case SupplyMeasure supply -> makers.apply(supply, product);
      case DemandMeasure.DemandShift shift -> shiftDemand(shift, product);
      case StockMeasure stock ->
          switch (stock) {
            case StockMeasure.StockRelease out -> release(out, product);
            case StockMeasure.StockPurchase in -> buy(in, product);
          };
    };
  }

  private boolean applyAtBorder(BorderMeasure border, int product) {
    boolean covers = cover(border, product);
    if (covers && border instanceof BorderMeasure.ExportRestriction restriction) {
      restriction
          .leakage()
          .ifPresent(leak -> leaks.open(border, leak, product, lanes(border, product).toArray()));
    }
    return covers;
  }

  private boolean cover(BorderMeasure border, int product) {
    return switch (border) {
      case BorderMeasure.ExportBan ban -> onLanes(ban, product, this::close);
      case BorderMeasure.ExportLicence licence -> {
        double share = figure(licence, "share", licence.share());
        yield onLanes(
            licence,
            product,
            lane -> limit(licence, product, lane, share * chain.baseTonnes[lane]));
      }
      case BorderMeasure.ExportQuota quota -> quota(quota, product);
      case BorderMeasure.ExportTax tax -> {
        double rate = figure(tax, "adValorem", tax.adValorem());
        double usd = figure(tax, "usdPerTonne", tax.usdPerTonne());
        yield onLanes(
            tax,
            product,
            lane -> {
              wedges.exportTax[lane] += rate;
              wedges.exportTaxUsd[lane] += usd;
            });
      }
      case BorderMeasure.Tariff tariff -> {
        double rate = figure(tariff, "adValorem", tariff.adValorem());
        double usd = figure(tariff, "usdPerTonne", tariff.usdPerTonne());
        yield onLanes(
            tariff,
            product,
            lane -> {
              wedges.duty[lane] += rate;
              wedges.specific[lane] += usd;
            });
      }
      case BorderMeasure.PriceFloor floor -> {
        double usd = figure(floor, "usdPerTonne", floor.usdPerTonne());
        double bound = floor.boundUsdPerTonne().orElse(Double.POSITIVE_INFINITY);
        boolean toExporter =
            switch (floor.gapGoesTo()) {
              case IMPORTER -> false;
              case EXPORTER -> true;
            };
        yield onLanes(floor, product, lane -> setFloor(floor.id(), lane, usd, bound, toExporter));
      }
      case BorderMeasure.TariffRateQuota quota -> tariffRateQuota(quota, product);
      case BorderMeasure.PriceUndertaking undertaking -> {
        double usd = figure(undertaking, "usdPerTonne", undertaking.usdPerTonne());
        yield onLanes(
            undertaking,
            product,
            lane -> setFloor(undertaking.id(), lane, usd, Double.POSITIVE_INFINITY, true));
      }
      case BorderMeasure.PartialLevy levy -> {
        double usd = figure(levy, "triggerUsdPerTonne", levy.triggerUsdPerTonne());
        yield onLanes(levy, product, lane -> setLadder(levy, lane, usd));
      }
    };
  }

  /** The measure's own figure in this draw. */
  double figure(Measure measure, String field, Interval value) {
    return draw.value("measure", measure.id() + "/" + field, value);
  }

  private boolean onLanes(Measure measure, int product, LaneChange change) {
    Names.Coverage coverage = names.coverage(measure.terms());
    int[] origins =
        IntStream.range(chain.makerStart[product], chain.makerStart[product + 1])
            .filter(i -> coverage.hasOrigin(chain.makerCountry[i]))
            .toArray();
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      if (coverage.hasDestination(chain.buyerCountry[j]) && isMeant(measure, j)) {
        for (int i : origins) {
          int lane = chain.lane(i, j);
          if (!chain.inside[lane]) {
            change.apply(lane);
            any = true;
          }
        }
      }
    }
    return any;
  }

  /** Whether the measure is for this buyer's user: for all, if it names none. */
  private boolean isMeant(Measure measure, int buyer) {
    return !(measure instanceof BorderMeasure.ExportRestriction restriction)
        || restriction
            .endUser()
            .map(user -> user.name().equals(chain.buyerUser[buyer]))
            .orElse(true);
  }

  private void close(int lane) {
    shareOpen[lane] = false;
    gapOpen[lane] = false;
  }

  /** At most this on base trade, and nothing on new routes. */
  private void limit(Measure measure, int product, int lane, double tonnes) {
    if (!(tonnes > 0)) {
      close(lane);
      return;
    }
    switch (chain.products[product].sourcing()) {
      case Sourcing.SourceShares shares -> {
        cap[lane] = Math.min(cap[lane], tonnes);
        gapOpen[lane] = false;
      }
      case Sourcing.Homogeneous alike -> cap[lane] = Math.min(cap[lane], tonnes);
      // Shares that do not conserve tonnes know no rest for others to carry: a rent keeps the cap.
      case Sourcing.Armington goods -> {
        Quota.Pays rent = new Quota.ExportRent(chain.landed0[lane]);
        quotas.add(new Quota(measure.id(), new int[] {lane}, tonnes, rent));
        gapOpen[lane] = false;
      }
    }
  }

  /** The highest of several floors holds, with its own bound and owner of the gap. */
  private void setFloor(String measure, int lane, double usd, double bound, boolean toExporter) {
    if (usd > wedges.floor[lane]) {
      wedges.floor[lane] = usd;
      wedges.bound[lane] = bound;
      wedges.gapToExporter[lane] = toExporter;
      wedges.floorMeasure[lane] = measure;
    }
  }

  /** The highest of several triggers holds, with its own ladder. */
  private void setLadder(BorderMeasure.PartialLevy levy, int lane, double usd) {
    if (usd > wedges.trigger[lane]) {
      wedges.trigger[lane] = usd;
      wedges.ladder[lane] = levy.ladder();
      wedges.ladderMeasure[lane] = levy.id();
    }
  }

  private boolean quota(BorderMeasure.ExportQuota quota, int product) {
    double tonnes = figure(quota, "tonnesPerYear", quota.tonnesPerYear());
    if (!(tonnes > 0)) {
      return onLanes(quota, product, this::close);
    }
    boolean any = false;
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      int maker = i;
      int[] lanes = lanes(quota, product).filter(lane -> chain.makerAt(lane) == maker).toArray();
      if (lanes.length > 0) {
        quotas.add(
            new Quota(quota.id(), lanes, tonnes, new Quota.ExportRent(chain.makerPrice0[i])));
        any = true;
      }
    }
    return any;
  }

  private IntStream lanes(Measure measure, int product) {
    IntStream.Builder lanes = IntStream.builder();
    onLanes(measure, product, lanes::add);
    return lanes.build();
  }

  /** The duty within the quota, and beyond it the difference, as a quota without limit. */
  private boolean tariffRateQuota(BorderMeasure.TariffRateQuota quota, int product) {
    double tonnes = figure(quota, "tonnesPerYear", quota.tonnesPerYear());
    double rate = figure(quota, "inQuotaAdValorem", quota.inQuota().adValorem());
    double usd = figure(quota, "inQuotaUsdPerTonne", quota.inQuota().usdPerTonne());
    double moreRate = figure(quota, "outOfQuotaAdValorem", quota.outOfQuota().adValorem()) - rate;
    double moreUsd = figure(quota, "outOfQuotaUsdPerTonne", quota.outOfQuota().usdPerTonne()) - usd;
    boolean allBeyond = !(tonnes > 0);
    int[] lanes = lanes(quota, product).toArray();
    for (int lane : lanes) {
      wedges.duty[lane] += rate + (allBeyond ? moreRate : 0);
      wedges.specific[lane] += usd + (allBeyond ? moreUsd : 0);
    }
    if (lanes.length > 0 && !allBeyond && moreRate + moreUsd > 0) {
      quotas.add(new Quota(quota.id(), lanes, tonnes, new Quota.DutyPremium(moreRate, moreUsd)));
    }
    return lanes.length > 0;
  }

  private boolean release(StockMeasure.StockRelease out, int product) {
    double[] shares = sharesOfUse(names.coverage(out.terms()), product);
    double tonnes = figure(out, "tonnes", out.tonnes());
    if (out.triggerUsdPerTonne().isPresent()) {
      double usd = figure(out, "triggerUsdPerTonne", out.triggerUsdPerTonne().get());
      return atTrigger(out, product, shares, tonnes, usd, true);
    }
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      release[j] += tonnes * shares[j];
      any |= shares[j] > 0;
    }
    return any;
  }

  private boolean buy(StockMeasure.StockPurchase in, int product) {
    double[] shares = sharesOfUse(names.coverage(in.terms()), product);
    double tonnes = figure(in, "tonnes", in.tonnes());
    if (in.triggerUsdPerTonne().isPresent()) {
      double usd = figure(in, "triggerUsdPerTonne", in.triggerUsdPerTonne().get());
      return atTrigger(in, product, shares, tonnes, usd, false);
    }
    ProductFigures figures = chain.products[product];
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      if (shares[j] > 0) {
        double price = chain.buyerPrice0[j];
        purchase[j] =
            new Demand.Elastic(
                tonnes * shares[j] + purchase[j].wantedAt(price),
                price,
                0,
                figures.chokeMultiple() * price,
                1 / figures.unservedSlope());
        any = true;
      }
    }
    return any;
  }

  /**
   * A stock that buys below, or sells above, a price, at most its part of the tonnes: an activity
   * that takes goods from a buyer, or brings them, for this price. The last tonne wants a hair
   * more, so that the level is never open.
   */
  private boolean atTrigger(
      StockMeasure stock, int product, double[] shares, double tonnes, double usd, boolean sells) {
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      double most = tonnes * shares[j];
      if (most > 0 && usd > 0) {
        blocks.add(
            new Block(
                stock.id(),
                chain.buyerCountry[j],
                new Block.Links(
                    new int[0], new double[0], new int[] {j}, new double[] {sells ? -1 : 1}),
                new Curve.Ramp(most, 0, TRIGGER_RISE * usd),
                sells ? -usd : usd,
                Support.NONE,
                most,
                Block.HostCap.NONE));
        any = true;
      }
    }
    return any;
  }

  private boolean shiftDemand(DemandMeasure.DemandShift shift, int product) {
    Names.Coverage coverage = names.coverage(shift.terms());
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      if (coverage.hasDestination(chain.buyerCountry[j])) {
        finalUse[j] =
            switch (shift.change()) {
              case Change.By by ->
                  finalUse[j].plus(
                      chain.partOfFinalUse(j) * figure(shift, "tonnesPerYear", by.figure()));
              case Change.Times times -> finalUse[j].times(figure(shift, "factor", times.figure()));
            };
        any = true;
      }
    }
    return any;
  }

  /** By buyer: its part in the base use of the covered destinations. */
  private double[] sharesOfUse(Names.Coverage coverage, int product) {
    double[] shares = new double[chain.buyerCount()];
    double sum = 0;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      if (coverage.hasDestination(chain.buyerCountry[j])) {
        shares[j] = chain.baseUse[j];
        sum += shares[j];
      }
    }
    if (sum > 0) {
      for (int j = 0; j < shares.length; j++) {
        shares[j] /= sum;
      }
    }
    return shares;
  }

  /** Duties of the base year fall to nothing between these countries; returns whether any did. */
  boolean freeTrade(SortedSet<? extends Place> members) {
    boolean any = false;
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (wedges.duty[lane] != 0
            && members.contains(chain.buyerCountry[j])
            && members.contains(chain.makerCountry[chain.makerOf(j, lane)])) {
          wedges.duty[lane] -= chain.duty[lane];
          any = true;
        }
      }
    }
    return any;
  }
}
