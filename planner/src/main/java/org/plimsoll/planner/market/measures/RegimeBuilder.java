package org.plimsoll.planner.market.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Policy;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.rows.Wedges;

/** Applies measures to a chain, one product at a time, with the figures of one draw. */
public final class RegimeBuilder {
  private final Chain chain;
  private final Names names;
  private final ParameterDraw draw;
  private final Wedges wedges;
  private final boolean[] shareOpen;
  private final boolean[] latentOpen;
  private final double[] cap;
  private final List<Block> blocks;
  private final List<Quota> quotas = new ArrayList<>();
  private final double[] release;
  private final Demand[] purchase;
  private final Demand[] finalUse;
  private final MakerMeasures makers;
  private final Leaks leaks;
  private final Stocks stocks;
  private final ShockResponse response;
  private SortedSet<? extends Place> freeTraders = Collections.emptySortedSet();

  /**
   * @param chain with the nodes of all new capacity
   * @param blocks of the chain, changed and new capacity included
   */
  public RegimeBuilder(Chain chain, List<Block> blocks, Names names, ParameterDraw draw) {
    this.chain = chain;
    this.names = names;
    this.draw = draw;
    this.blocks = new ArrayList<>(blocks);
    wedges = new Wedges(chain);
    shareOpen = new boolean[chain.laneCount()];
    latentOpen = chain.passable.clone();
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
    stocks = new Stocks(chain, names, draw, this.blocks, release, purchase);
    response = new ShockResponse(chain);
  }

  /**
   * The regime.
   *
   * @param measures all that were asked for, those that do not touch the chain too
   * @param asOf the date on which they must be in force; empty if dates do not matter
   */
  public Regime build(List<? extends Measure> measures, Optional<LocalDate> asOf) {
    ParameterDraw figures = draw;
    Policy policy =
        new Policy(
            measures,
            asOf,
            names::resolve,
            (measure, field, range) -> figure(figures, measure, field, range),
            freeTraders);
    response.hoard(purchase);
    response.cutOutput(blocks);
    return new Regime(
        chain,
        blocks,
        wedges,
        shareOpen,
        cap,
        latentOpen,
        quotas,
        release,
        purchase,
        finalUse,
        policy);
  }

  /** By maker: base tonnes that the restrictions applied so far take from its exports. */
  public double[] lostExports() {
    return response.lostExports();
  }

  /** What a measure does to one lane. */
  private interface LaneChange {
    void apply(int lane);
  }

  /** Puts the measure on one product; returns whether it covers anything. */
  public boolean apply(Measure measure, int product) {
    return switch (measure) {
      case BorderMeasure border -> applyAtBorder(border, product);
      case SupplyMeasure supply -> {
        if (supply instanceof SupplyMeasure.CapacityChange change) {
          endanger(change, product);
        }
        yield makers.apply(supply, product);
      }
      case DemandMeasure.DemandShift shift -> shiftDemand(shift, product);
      case StockMeasure stock -> stocks.apply(stock, product);
    };
  }

  private boolean isLoss(SupplyMeasure.CapacityChange measure) {
    return switch (measure.change()) {
      case Change.By by -> figure(measure, "tonnesPerYear", by.figure()) < 0;
      case Change.Times times -> figure(measure, "factor", times.figure()) < 1;
    };
  }

  /**
   * Marks what makers sell who lose capacity as in danger, at home too, so that its buyers buy
   * ahead. Does nothing where capacity grows.
   *
   * @param product row of it; −1 for a listed host that has no market of its own
   */
  public void endanger(SupplyMeasure.CapacityChange loss, int product) {
    if (product >= 0 && isLoss(loss)) {
      response.endanger(names.coverage(loss.terms()), product);
    }
  }

  private boolean applyAtBorder(BorderMeasure border, int product) {
    boolean covers = cover(border, product);
    if (covers && border instanceof BorderMeasure.ExportRestriction restriction) {
      leak(restriction, product);
    }
    return covers;
  }

  /** Opens the leakage that the measure states, else the usual one where third countries buy. */
  private void leak(BorderMeasure.ExportRestriction restriction, int product) {
    int[] lanes = lanes(restriction, product).toArray();
    if (restriction.leakage().isPresent()) {
      leaks.open(restriction, restriction.leakage().get(), product, lanes);
    } else if (leaksByItself(restriction) && !isOnAll(restriction)) {
      double lost = IntStream.of(lanes).mapToDouble(response::lostTonnes).sum();
      leaks.openUsual(restriction, product, lanes, lost);
    }
  }

  /** Whether goods get round it though it does not say how. */
  private static boolean leaksByItself(BorderMeasure.ExportRestriction restriction) {
    return restriction.leakage().isEmpty()
        && restriction.endUser().isEmpty()
        && !(restriction instanceof BorderMeasure.ExportQuota);
  }

  private static boolean isOnAll(BorderMeasure.ExportRestriction restriction) {
    return restriction.terms().to().isUnnamed();
  }

  /**
   * The share of base trade that goes on under a restriction that licenses a share: of one on all
   * destinations, some of the rest leaks.
   */
  private double keptShare(BorderMeasure.ExportRestriction restriction, int product, double share) {
    boolean leaks = leaksByItself(restriction) && isOnAll(restriction);
    return leaks ? share + (1 - share) * chain.products[product].response().leakShare() : share;
  }

  /** Licenses a share of the base trade of the lanes covered. */
  private boolean license(BorderMeasure.ExportRestriction restriction, int product, double share) {
    double kept = keptShare(restriction, product, share);
    return onLanes(
        restriction,
        product,
        lane -> {
          response.restrict(lane, kept);
          limit(restriction, product, lane, kept * chain.baseTonnes[lane]);
        });
  }

  private boolean cover(BorderMeasure border, int product) {
    return switch (border) {
      case BorderMeasure.ExportBan ban -> license(ban, product, 0);
      case BorderMeasure.ExportLicence licence ->
          license(licence, product, figure(licence, "share", licence.share()));
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
        double bound =
            floor
                .boundUsdPerTonne()
                .map(usdBound -> figure(floor, "boundUsdPerTonne", Interval.exactly(usdBound)))
                .orElse(Double.POSITIVE_INFINITY);
        boolean toExporter =
            switch (floor.gapGoesTo()) {
              case IMPORTER -> false;
              case EXPORTER -> true;
            };
        yield setFloor(floor, product, new Wedges.Floor(usd, bound, toExporter, floor.id()));
      }
      case BorderMeasure.TariffRateQuota quota -> tariffRateQuota(quota, product);
      case BorderMeasure.PartialLevy levy -> {
        double usd = figure(levy, "triggerUsdPerTonne", levy.triggerUsdPerTonne());
        yield setPartial(levy, product, new Wedges.Partial(usd, levy.ladder(), levy.id()));
      }
    };
  }

  /** The measure's own figure in this draw. */
  double figure(Measure measure, String field, Interval value) {
    return figure(draw, measure, field, value);
  }

  private static double figure(ParameterDraw draw, Measure measure, String field, Interval value) {
    return draw.value("measure", measure.id() + "/" + field, value);
  }

  private boolean onLanes(Measure measure, int product, LaneChange change) {
    Names.Coverage coverage = names.coverage(measure.terms());
    int[] origins =
        IntStream.range(chain.makerStart[product], chain.makerStart[product + 1])
            .filter(i -> coverage.hasOrigin(chain.makerCountry[i]))
            .toArray();
    boolean isByExporter = measure instanceof BorderMeasure border && border.isByExporter();
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      Place to = chain.buyerCountry[j];
      boolean isCovered = isByExporter ? coverage.reaches(to) : coverage.hasDestination(to);
      if (isCovered && isMeant(measure, j)) {
        for (int i : origins) {
          int lane = chain.lane(i, j);
          if (!chain.inside[lane] && chain.hasRoute(lane)) {
            change.apply(lane);
            any = true;
          }
        }
      }
    }
    return any;
  }

  /** Whether the measure covers this buyer's user; it covers all if it names none. */
  private boolean isMeant(Measure measure, int buyer) {
    return !(measure instanceof BorderMeasure.ExportRestriction restriction)
        || restriction
            .endUser()
            .map(user -> user.name().equals(chain.buyerUser[buyer]))
            .orElse(true);
  }

  private void close(int lane) {
    shareOpen[lane] = false;
    latentOpen[lane] = false;
  }

  /** Caps base trade and closes new routes. */
  private void limit(Measure measure, int product, int lane, double tonnes) {
    if (!(tonnes > 0)) {
      close(lane);
      return;
    }
    switch (chain.products[product].sourcing()) {
      case Sourcing.SourceShares shares -> {
        cap[lane] = Math.min(cap[lane], tonnes);
        latentOpen[lane] = false;
      }
      case Sourcing.Homogeneous alike -> cap[lane] = Math.min(cap[lane], tonnes);
      // Shares that do not conserve tonnes know no rest for others to carry: a rent keeps the cap.
      case Sourcing.Armington goods -> {
        Quota.Pays rent = new Quota.ExportRent(chain.landed0[lane]);
        quotas.add(new Quota(measure.id(), new int[] {lane}, tonnes, rent));
        latentOpen[lane] = false;
      }
    }
  }

  /** Sets a floor. The highest of several holds, with its own bound and receiver of the gap. */
  private boolean setFloor(Measure measure, int product, Wedges.Floor floor) {
    return onLanes(
        measure,
        product,
        lane -> {
          if (floor.usd() > wedges.floor[lane].usd()) {
            wedges.floor[lane] = floor;
          }
        });
  }

  /** Sets a partial levy. The highest of several triggers holds, with its own ladder. */
  private boolean setPartial(Measure measure, int product, Wedges.Partial levy) {
    return onLanes(
        measure,
        product,
        lane -> {
          if (levy.trigger() > wedges.partial[lane].trigger()) {
            wedges.partial[lane] = levy;
          }
        });
  }

  private boolean quota(BorderMeasure.ExportQuota quota, int product) {
    double tonnes = figure(quota, "tonnesPerYear", quota.tonnesPerYear());
    if (!(tonnes > 0)) {
      return license(quota, product, 0);
    }
    boolean any = false;
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      int maker = i;
      int[] lanes = lanes(quota, product).filter(lane -> chain.makerAt(lane) == maker).toArray();
      if (lanes.length > 0) {
        double usual = IntStream.of(lanes).mapToDouble(lane -> chain.baseTonnes[lane]).sum();
        double kept = usual > 0 ? tonnes / usual : 1;
        IntStream.of(lanes).forEach(lane -> response.restrict(lane, kept));
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

  /** Sets the duty within the quota, and a quota whose premium is the difference beyond it. */
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

  private boolean shiftDemand(DemandMeasure.DemandShift shift, int product) {
    Names.Coverage coverage = names.coverage(shift.terms());
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      if (coverage.reaches(chain.buyerCountry[j]) && finalUse[j] instanceof Demand.Use use) {
        finalUse[j] =
            switch (shift.change()) {
              case Change.By by ->
                  use.plus(chain.partOfFinalUse(j) * figure(shift, "tonnesPerYear", by.figure()));
              case Change.Times times -> use.times(figure(shift, "factor", times.figure()));
            };
        any = true;
      }
    }
    return any;
  }

  /** Removes base-year duties between these countries; returns whether there were any. */
  public boolean freeTrade(SortedSet<? extends Place> members) {
    freeTraders = members;
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
