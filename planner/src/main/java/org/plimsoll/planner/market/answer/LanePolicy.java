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
 * the measures as they are written.
 */
final class LanePolicy {
  private final Chain chain;
  private final Policy policy;

  final double[] exportTax;
  final double[] exportTaxUsd;
  final double[] duty;
  final double[] specific;

  /** The highest floor, its bound, and whether exporters keep the gap; 0 without a floor. */
  final double[] floorUsd;

  final double[] floorBound;
  final boolean[] gapToExporter;

  /** The highest trigger of a partial levy, and its ladder; 0 without a levy. */
  final double[] trigger;

  final LevyLadder[] ladder;

  /** Cap of each lane, and whether it may carry base trade and new trade. */
  final double[] cap;

  final boolean[] isShareOpen;
  final boolean[] isLatentOpen;

  /** Caps over several lanes: those of routes, then those of measures in order. */
  final List<Quota> quotas;

  LanePolicy(Chain chain, Policy policy) {
    this.chain = chain;
    this.policy = policy;
    int lanes = chain.laneCount();
    exportTax = new double[lanes];
    exportTaxUsd = new double[lanes];
    duty = chain.duty.clone();
    specific = new double[lanes];
    floorUsd = new double[lanes];
    floorBound = new double[lanes];
    gapToExporter = new boolean[lanes];
    trigger = new double[lanes];
    ladder = new LevyLadder[lanes];
    cap = chain.laneCap.clone();
    isLatentOpen = chain.passable.clone();
    isShareOpen = new boolean[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      isShareOpen[lane] = chain.baseShare[lane] > 0;
    }
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

  private void freeTrade() {
    SortedSet<? extends Place> members = policy.freeTrade();
    for (int j = 0; j < chain.buyerCount() && !members.isEmpty(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (members.contains(chain.buyerCountry[j])
            && members.contains(chain.makerCountry[chain.makerOf(j, lane)])) {
          duty[lane] = 0;
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
      case BorderMeasure.ExportBan ban -> close(lanes);
      case BorderMeasure.ExportLicence licence -> {
        double share = figure(licence, "share", licence.share());
        for (int lane : lanes) {
          license(licence, product, lane, share * chain.baseTonnes[lane]);
        }
      }
      case BorderMeasure.ExportQuota quota -> {
        double tonnes = figure(quota, "tonnesPerYear", quota.tonnesPerYear());
        if (tonnes > 0) {
          limitEachMaker(quota, product, lanes, tonnes);
        } else {
          close(lanes);
        }
      }
      case BorderMeasure.ExportTax tax -> {
        add(exportTax, lanes, figure(tax, "adValorem", tax.adValorem()));
        add(exportTaxUsd, lanes, figure(tax, "usdPerTonne", tax.usdPerTonne()));
      }
      case BorderMeasure.Tariff tariff -> {
        add(duty, lanes, figure(tariff, "adValorem", tariff.adValorem()));
        add(specific, lanes, figure(tariff, "usdPerTonne", tariff.usdPerTonne()));
      }
      case BorderMeasure.TariffRateQuota quota -> tariffRateQuota(quota, lanes);
      case BorderMeasure.PriceFloor floor ->
          floor(
              lanes,
              figure(floor, "usdPerTonne", floor.usdPerTonne()),
              bound(floor, floor.boundUsdPerTonne()),
              floor.gapGoesTo() == BorderMeasure.GapGoesTo.EXPORTER);
      case BorderMeasure.PriceUndertaking undertaking ->
          floor(
              lanes,
              figure(undertaking, "usdPerTonne", undertaking.usdPerTonne()),
              Double.POSITIVE_INFINITY,
              true);
      case BorderMeasure.PartialLevy levy -> {
        double usd = figure(levy, "triggerUsdPerTonne", levy.triggerUsdPerTonne());
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
          case BorderMeasure.ExportRestriction restriction -> true;
          case BorderMeasure.ExportTax tax -> true;
          case BorderMeasure.Tariff tariff -> false;
          case BorderMeasure.TariffRateQuota quota -> false;
          case BorderMeasure.PriceFloor floor -> false;
          case BorderMeasure.PriceUndertaking undertaking -> false;
          case BorderMeasure.PartialLevy levy -> false;
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

  private static void add(double[] to, int[] lanes, double figure) {
    for (int lane : lanes) {
      to[lane] += figure;
    }
  }

  private void close(int... lanes) {
    for (int lane : lanes) {
      isShareOpen[lane] = false;
      isLatentOpen[lane] = false;
    }
  }

  private void license(BorderMeasure licence, int product, int lane, double tonnes) {
    if (!(tonnes > 0)) {
      close(lane);
      return;
    }
    switch (chain.products[product].sourcing()) {
      case Sourcing.SourceShares shares -> {
        cap[lane] = Math.min(cap[lane], tonnes);
        isLatentOpen[lane] = false;
      }
      case Sourcing.Homogeneous alike -> cap[lane] = Math.min(cap[lane], tonnes);
      case Sourcing.Armington goods -> {
        Quota.Pays rent = new Quota.ExportRent(chain.landed0[lane]);
        quotas.add(new Quota(licence.id(), new int[] {lane}, tonnes, rent));
        isLatentOpen[lane] = false;
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
    add(duty, lanes, tonnes > 0 ? within : beyond);
    add(specific, lanes, tonnes > 0 ? withinUsd : beyondUsd);
    boolean isDearer = beyond - within + (beyondUsd - withinUsd) > 0;
    if (tonnes > 0 && isDearer && lanes.length > 0) {
      Quota.Pays premium = new Quota.DutyPremium(beyond - within, beyondUsd - withinUsd);
      quotas.add(new Quota(quota.id(), lanes, tonnes, premium));
    }
  }

  private void floor(int[] lanes, double usd, double bound, boolean toExporter) {
    for (int lane : lanes) {
      if (usd > floorUsd[lane]) {
        floorUsd[lane] = usd;
        floorBound[lane] = bound;
        gapToExporter[lane] = toExporter;
      }
    }
  }

  /** Whether a search's regime agrees on a lane. */
  boolean isAsIn(Regime regime, int lane) {
    Wedges.Floor floor = regime.wedges.floor[lane];
    Wedges.Partial partial = regime.wedges.partial[lane];
    return regime.shareOpen[lane] == isShareOpen[lane]
        && regime.latentOpen[lane] == isLatentOpen[lane]
        && regime.cap[lane] == cap[lane]
        && isNear(regime.wedges.exportTax[lane], exportTax[lane])
        && isNear(regime.wedges.exportTaxUsd[lane], exportTaxUsd[lane])
        && isNear(regime.wedges.duty[lane], duty[lane])
        && isNear(regime.wedges.specific[lane], specific[lane])
        && floor.usd() == floorUsd[lane]
        && (floor.usd() == 0
            || (floor.bound() == floorBound[lane] && floor.gapToExporter() == gapToExporter[lane]))
        && partial.trigger() == trigger[lane]
        && (partial.trigger() == 0 || partial.ladder().equals(ladder[lane]));
  }

  /** Whether two sums of the same figures, perhaps in another order, agree. */
  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
  }

  /** Whether a search's regime has the same quotas, one by one. */
  boolean hasQuotasOf(Regime regime) {
    return quotas.size() == regime.quotas.size()
        && IntStream.range(0, quotas.size())
            .allMatch(q -> isSame(quotas.get(q), regime.quotas.get(q)));
  }

  private static boolean isSame(Quota one, Quota other) {
    return one.measure().equals(other.measure())
        && Arrays.equals(one.lanes(), other.lanes())
        && one.capTonnes() == other.capTonnes()
        && one.pays().equals(other.pays());
  }
}
