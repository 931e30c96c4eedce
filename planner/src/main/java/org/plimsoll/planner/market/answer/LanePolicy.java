package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Policy;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.rows.Wedges;

/**
 * Taxes, duties, floors, levies, caps and closures by lane, built a second time for the audit from
 * the measures as they are written. Arrays by lane, made when a measure first states a figure: most
 * markets need few of them.
 */
final class LanePolicy {
  private static final double[] NONE = {};

  private final Chain chain;
  private final Policy policy;

  /** Export taxes and import duties, ad valorem and a tonne. */
  double[] exportTax = NONE;

  double[] exportTaxUsd = NONE;
  double[] duty;
  double[] specific = NONE;

  /** The highest floor, its bound, and whether exporters keep the gap; 0 without a floor. */
  double[] floorUsd = NONE;

  private double[] floorBound = NONE;
  private double[] gapToExporter = NONE;

  /** The highest trigger of a partial levy, and its ladder; 0 without a levy. */
  double[] trigger = NONE;

  private LevyLadder[] ladder = {};

  /** Cap of each lane, and whether it may carry new trade. */
  double[] cap;

  boolean[] isLatentOpen;

  /** Whether base trade is closed. */
  private boolean[] isClosed = {};

  /** Whether an array is a copy of the chain's. */
  private boolean hasOwnDuty;

  private boolean hasOwnCap;
  private boolean hasOwnLatent;

  /** Caps over several lanes: those of routes, then those of measures in order. */
  final List<Quota> quotas;

  LanePolicy(Chain chain, Policy policy) {
    this.chain = chain;
    this.policy = policy;
    duty = chain.duty;
    cap = chain.laneCap;
    isLatentOpen = chain.passable;
    quotas = new ArrayList<>(chain.routeQuotas);
    freeTrade();
    for (Measure measure : policy.measures()) {
      if (measure instanceof BorderMeasure border && isInForce(border.terms())) {
        for (ProductId product : border.terms().products()) {
          int row = chain.findProduct(product);
          if (row >= 0) {
            put(border, row);
          }
        }
      }
    }
  }

  /** A figure of a lane; 0 if no measure states it for any. */
  static double on(double[] figures, int lane) {
    return figures.length == 0 ? 0 : figures[lane];
  }

  double floorBoundOn(int lane) {
    return floorBound[lane];
  }

  boolean isGapToExporter(int lane) {
    return gapToExporter[lane] > 0;
  }

  LevyLadder ladderOn(int lane) {
    return ladder[lane];
  }

  boolean isShareOpen(int lane) {
    return chain.baseShare[lane] > 0 && !(isClosed.length > 0 && isClosed[lane]);
  }

  /** Whether landed prices are the maker's price, rents, freight and ad valorem duties alone. */
  boolean hasDutiesAlone() {
    return exportTax.length + specific.length + floorUsd.length + trigger.length == 0;
  }

  private double[] own(double[] figures) {
    return figures.length == 0 ? new double[chain.laneCount()] : figures;
  }

  private double[] ownDuty() {
    duty = hasOwnDuty ? duty : duty.clone();
    hasOwnDuty = true;
    return duty;
  }

  private void freeTrade() {
    SortedSet<? extends Place> members = policy.freeTrade();
    for (int j = 0; j < chain.buyerCount() && !members.isEmpty(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (members.contains(chain.buyerCountry[j])
            && members.contains(chain.makerCountry[chain.makerOf(j, lane)])) {
          ownDuty()[lane] = 0;
        }
      }
    }
  }

  private boolean isInForce(Terms terms) {
    return policy
        .asOf()
        .map(date ->
            terms.start().filter(date::isBefore).isEmpty()
                && terms.end().filter(end -> !date.isBefore(end)).isEmpty())
        .orElse(true);
  }

  private void put(BorderMeasure border, int product) {
    int[] lanes = lanes(border, product);
    switch (border) {
      case BorderMeasure.ExportBan ban -> license(ban, product, lanes, 0);
      case BorderMeasure.ExportLicence licence ->
          license(licence, product, lanes, figure(licence, "share", licence.share()));
      case BorderMeasure.ExportQuota quota -> {
        double tonnes = figure(quota, "tonnesPerYear", quota.tonnesPerYear());
        if (tonnes > 0) {
          limitEachMaker(quota, product, lanes, tonnes);
        } else {
          close(lanes);
        }
      }
      case BorderMeasure.ExportTax tax -> {
        exportTax = add(own(exportTax), lanes, figure(tax, "adValorem", tax.adValorem()));
        exportTaxUsd = add(own(exportTaxUsd), lanes, figure(tax, "usdPerTonne", tax.usdPerTonne()));
      }
      case BorderMeasure.Tariff tariff -> {
        add(ownDuty(), lanes, figure(tariff, "adValorem", tariff.adValorem()));
        specific = add(own(specific), lanes, figure(tariff, "usdPerTonne", tariff.usdPerTonne()));
      }
      case BorderMeasure.TariffRateQuota quota -> tariffRateQuota(quota, lanes);
      case BorderMeasure.PriceFloor floor ->
          floor(
              lanes,
              figure(floor, "usdPerTonne", floor.usdPerTonne()),
              bound(floor, floor.boundUsdPerTonne()),
              floor.gapGoesTo() == BorderMeasure.GapGoesTo.EXPORTER);
      case BorderMeasure.PartialLevy levy -> {
        double usd = figure(levy, "triggerUsdPerTonne", levy.triggerUsdPerTonne());
        trigger = own(trigger);
        ladder = ladder.length == 0 ? new LevyLadder[trigger.length] : ladder;
        for (int lane : lanes) {
          if (usd > trigger[lane]) {
            trigger[lane] = usd;
            ladder[lane] = levy.ladder();
          }
        }
      }
    }
  }

  private double figure(Measure measure, String field, Interval range) {
    return policy.figures().of(measure, field, range);
  }

  private double bound(Measure floor, Optional<Double> usd) {
    return usd.isEmpty()
        ? Double.POSITIVE_INFINITY
        : figure(floor, "boundUsdPerTonne", Interval.exactly(usd.get()));
  }

  /**
   * The lanes covered: from an origin named to a destination named, none of them exempt, across a
   * customs border, where there is a route. Importers exempt origins; exporters, destinations too.
   */
  private int[] lanes(BorderMeasure border, int product) {
    Terms terms = border.terms();
    SortedSet<Place> from = policy.members().apply(terms.from());
    SortedSet<Place> to = policy.members().apply(terms.to());
    SortedSet<Place> exempt = policy.members().apply(terms.exempt());
    boolean isByExporter =
        switch (border) {
          case BorderMeasure.ExportRestriction _, BorderMeasure.ExportTax _ -> true;
          case BorderMeasure.Tariff _,
              BorderMeasure.TariffRateQuota _,
              BorderMeasure.PriceFloor _,
              BorderMeasure.PartialLevy _ ->
              false;
        };
    Optional<String> user =
        border instanceof BorderMeasure.ExportRestriction restriction
            ? restriction.endUser().map(BorderMeasure.EndUser::name)
            : Optional.empty();
    int[] makers =
        IntStream.range(chain.makerStart[product], chain.makerStart[product + 1])
            .filter(i -> terms.from().isUnnamed() || from.contains(chain.makerCountry[i]))
            .filter(i -> !exempt.contains(chain.makerCountry[i]))
            .toArray();
    return IntStream.range(chain.buyerStart[product], chain.buyerStart[product + 1])
        .filter(j -> terms.to().isUnnamed() || to.contains(chain.buyerCountry[j]))
        .filter(j -> !isByExporter || !exempt.contains(chain.buyerCountry[j]))
        .filter(j -> user.map(chain.buyerUser[j]::equals).orElse(true))
        .flatMap(j -> Arrays.stream(makers).map(i -> chain.lane(i, j)))
        .filter(lane -> !chain.inside[lane])
        .filter(lane -> chain.passable[lane] || chain.baseShare[lane] > 0)
        .filter(lane -> chain.laneCap[lane] > 0)
        .toArray();
  }

  private static double[] add(double[] to, int[] lanes, double figure) {
    for (int lane : lanes) {
      to[lane] += figure;
    }
    return to;
  }

  private void close(int... lanes) {
    isClosed = isClosed.length == 0 ? new boolean[chain.laneCount()] : isClosed;
    for (int lane : lanes) {
      isClosed[lane] = true;
      closeLatent(lane);
    }
  }

  private void closeLatent(int lane) {
    isLatentOpen = hasOwnLatent ? isLatentOpen : isLatentOpen.clone();
    hasOwnLatent = true;
    isLatentOpen[lane] = false;
  }

  private void limit(int lane, double tonnes) {
    cap = hasOwnCap ? cap : cap.clone();
    hasOwnCap = true;
    cap[lane] = Math.min(cap[lane], tonnes);
  }

  /** A restriction on all that says nothing of leakage lets some of the rest through. */
  private void license(
      BorderMeasure.ExportRestriction licence, int product, int[] lanes, double share) {
    boolean leaks =
        licence.terms().to().isUnnamed()
            && licence.leakage().isEmpty()
            && licence.endUser().isEmpty();
    double leak = leaks ? chain.products[product].response().leakShare() : 0;
    for (int lane : lanes) {
      double kept = share + (1 - share) * leak;
      license(licence, product, lane, kept * chain.baseTonnes[lane]);
    }
  }

  private void license(BorderMeasure licence, int product, int lane, double tonnes) {
    if (!(tonnes > 0)) {
      close(lane);
      return;
    }
    switch (chain.products[product].sourcing()) {
      case Sourcing.SourceShares shares -> {
        limit(lane, tonnes);
        closeLatent(lane);
      }
      case Sourcing.Homogeneous alike -> limit(lane, tonnes);
      case Sourcing.Armington goods -> {
        Quota.Pays rent = new Quota.ExportRent(chain.landed0[lane]);
        quotas.add(new Quota(licence.id(), new int[] {lane}, tonnes, rent));
        closeLatent(lane);
      }
    }
  }

  private void limitEachMaker(BorderMeasure quota, int product, int[] lanes, double tonnes) {
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      int maker = i;
      int[] own = Arrays.stream(lanes).filter(lane -> chain.makerAt(lane) == maker).toArray();
      if (own.length > 0) {
        Quota.Pays rent = new Quota.ExportRent(chain.makerPrice0[i]);
        quotas.add(new Quota(quota.id(), own, tonnes, rent));
      }
    }
  }

  private void tariffRateQuota(BorderMeasure.TariffRateQuota quota, int[] lanes) {
    double tonnes = figure(quota, "tonnesPerYear", quota.tonnesPerYear());
    double within = figure(quota, "inQuotaAdValorem", quota.inQuota().adValorem());
    double beyond = figure(quota, "outOfQuotaAdValorem", quota.outOfQuota().adValorem());
    double withinUsd = figure(quota, "inQuotaUsdPerTonne", quota.inQuota().usdPerTonne());
    double beyondUsd = figure(quota, "outOfQuotaUsdPerTonne", quota.outOfQuota().usdPerTonne());
    add(ownDuty(), lanes, within + (tonnes > 0 ? 0 : beyond - within));
    specific = add(own(specific), lanes, withinUsd + (tonnes > 0 ? 0 : beyondUsd - withinUsd));
    boolean isDearer = beyond - within + (beyondUsd - withinUsd) > 0;
    if (tonnes > 0 && isDearer && lanes.length > 0) {
      Quota.Pays premium = new Quota.DutyPremium(beyond - within, beyondUsd - withinUsd);
      quotas.add(new Quota(quota.id(), lanes, tonnes, premium));
    }
  }

  private void floor(int[] lanes, double usd, double bound, boolean toExporter) {
    floorUsd = own(floorUsd);
    floorBound = own(floorBound);
    gapToExporter = own(gapToExporter);
    for (int lane : lanes) {
      if (usd > floorUsd[lane]) {
        floorUsd[lane] = usd;
        floorBound[lane] = bound;
        gapToExporter[lane] = toExporter ? 1 : 0;
      }
    }
  }

  /** Whether a search's regime says the same of every lane, and has the same quotas. */
  boolean isThatOf(Regime regime) {
    Wedges wedges = regime.wedges;
    return isSame(exportTax, wedges.exportTax)
        && isSame(exportTaxUsd, wedges.exportTaxUsd)
        && Arrays.equals(duty, wedges.duty)
        && isSame(specific, wedges.specific)
        && Arrays.equals(cap, regime.cap)
        && Arrays.equals(isLatentOpen, regime.latentOpen)
        && IntStream.range(0, cap.length).allMatch(lane -> isSame(regime, lane))
        && quotas.size() == regime.quotas.size()
        && IntStream.range(0, quotas.size())
            .allMatch(q -> isSame(quotas.get(q), regime.quotas.get(q)));
  }

  private static boolean isSame(double[] figures, double[] others) {
    if (figures.length > 0) {
      return Arrays.equals(figures, others);
    }
    for (double other : others) {
      if (other != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Regime regime, int lane) {
    Wedges.Floor floor = regime.wedges.floor[lane];
    Wedges.Partial partial = regime.wedges.partial[lane];
    return regime.shareOpen[lane] == isShareOpen(lane)
        && floor.usd() == on(floorUsd, lane)
        && (floor.usd() == 0
            || (floor.bound() == floorBound[lane]
                && floor.gapToExporter() == isGapToExporter(lane)))
        && partial.trigger() == on(trigger, lane)
        && (partial.trigger() == 0 || partial.ladder().equals(ladder[lane]));
  }

  private static boolean isSame(Quota one, Quota other) {
    return one.measure().equals(other.measure())
        && Arrays.equals(one.lanes(), other.lanes())
        && one.capTonnes() == other.capTonnes()
        && one.pays().equals(other.pays());
  }
}
