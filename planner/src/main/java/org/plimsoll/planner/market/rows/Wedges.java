package org.plimsoll.planner.market.rows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.plimsoll.model.policy.LevyLadder;

/**
 * What lies between the producer price and the landed price on each lane, in the stated order:
 * producer price → export tax and quota rent → freight and insurance → duties on the importer's
 * valuation basis → levy. Arrays by lane; USD a tonne or shares.
 *
 * <p>Duties count towards a floor: the floor is the least that goods may cost duty paid, so the
 * levy is what value and duty leave open. Value is what the importer's customs value: at the
 * foreign port for the United States, with freight elsewhere. Where exporters keep the gap, they
 * ask for more, and duty is paid on what they ask.
 */
public final class Wedges {
  private final Chain chain;
  public final double[] exportTax;
  public final double[] exportTaxUsd;
  public final double[] duty;
  public final double[] specific;
  public final Floor[] floor;
  public final Partial[] partial;

  /**
   * A floor on a lane; most have none.
   *
   * @param usd the least that goods may cost duty paid; 0 without a floor
   * @param bound of the levy
   * @param gapToExporter whether exporters keep the gap
   * @param measure its id
   */
  public record Floor(double usd, double bound, boolean gapToExporter, String measure) {
    static final Floor NONE = new Floor(0, Double.POSITIVE_INFINITY, false, "");
  }

  /**
   * A partial levy on a lane; most have none.
   *
   * @param trigger price; 0 without a levy
   * @param ladder of shares of the gap
   * @param measure its id
   */
  public record Partial(double trigger, LevyLadder ladder, String measure) {
    static final Partial NONE = new Partial(0, LevyLadder.SPECIAL_SAFEGUARD, "");
  }

  public Wedges(Chain chain) {
    this.chain = chain;
    int lanes = chain.laneCount();
    exportTax = new double[lanes];
    exportTaxUsd = new double[lanes];
    duty = chain.duty.clone();
    specific = new double[lanes];
    floor = new Floor[lanes];
    Arrays.fill(floor, Floor.NONE);
    partial = new Partial[lanes];
    Arrays.fill(partial, Partial.NONE);
  }

  /** Whether nothing is levied on the lane, so that a dearer export is dearer by duty alone. */
  public boolean isWithoutLevy(int lane) {
    return floor[lane].usd() == 0 && !hasPartialLevy(lane);
  }

  /** The measures whose floor holds on some lane. */
  public Set<String> listFloors() {
    Set<String> measures = new HashSet<>();
    Arrays.stream(floor).forEach(each -> measures.add(each.measure()));
    return measures;
  }

  public boolean hasPartialLevy(int lane) {
    return partial[lane].trigger() > 0;
  }

  /** Price at the exporter's port, tax and rent paid. */
  public double exportPrice(int lane, double producerPrice, double rent) {
    return producerPrice + exportTaxOn(lane, producerPrice) + rent;
  }

  /** Export tax on a tonne at this producer price. */
  public double exportTaxOn(int lane, double producerPrice) {
    return exportTax[lane] * producerPrice + exportTaxUsd[lane];
  }

  /** What customs would value at this export price; exporters who keep a gap ask for more. */
  public double customsValue(int lane, double exportPrice) {
    return exportPrice + chain.valued[lane];
  }

  /** Duty on this customs value, specific part included. */
  public double dutyOn(int lane, double customsValue) {
    return duty[lane] * customsValue + specific[lane];
  }

  /** The partial levy on this customs value. */
  public double partialLevyOn(int lane, double customsValue) {
    Partial levy = partial[lane];
    return levy.trigger() == 0 ? 0 : levy.ladder().levyOn(levy.trigger(), customsValue);
  }

  /** What a floor adds to this customs value: a levy, or what exporters ask for beyond it. */
  public double floorGapOn(int lane, double customsValue, Premium premium) {
    Floor least = floor[lane];
    if (least.usd() == 0) {
      return 0;
    }
    double paid =
        customsValue
            + dutyOn(lane, customsValue)
            + partialLevyOn(lane, customsValue)
            + premium.on(lane, customsValue);
    double gap = (least.usd() - paid) / gapShare(lane, premium);
    return Math.max(0, Math.min(gap, least.bound()));
  }

  /** What is asked for goods, freight included where customs include it. */
  public double declaredValue(int lane, double customsValue, Premium premium) {
    return customsValue
        + (floor[lane].gapToExporter() ? floorGapOn(lane, customsValue, premium) : 0);
  }

  /** Price at the buyer's door. */
  public double landed(int lane, double exportPrice, Premium premium) {
    double value = customsValue(lane, exportPrice);
    double declared = declaredValue(lane, value, premium);
    return exportPrice
        + chain.freight[lane]
        + dutyOn(lane, declared)
        + premium.on(lane, declared)
        + partialLevyOn(lane, value)
        + floorGapOn(lane, value, premium);
  }

  /**
   * Price at the buyer's door below which a floor lets no goods land; nothing without one, or where
   * what it adds has a bound.
   */
  public double leastByFloor(int lane) {
    boolean isSure = floor[lane].usd() > 0 && floor[lane].bound() == Double.POSITIVE_INFINITY;
    return isSure
        ? floor[lane].usd() + (chain.freight[lane] - chain.valued[lane])
        : Double.NEGATIVE_INFINITY;
  }

  /** Price at the buyer's door without rents and levies, which only add to it. */
  public double leastLanded(int lane, double producerPrice) {
    double export = exportPrice(lane, producerPrice, 0);
    return export + chain.freight[lane] + dutyOn(lane, customsValue(lane, export));
  }

  /** ∂landed/∂export price: nothing while a floor fills the gap. */
  public double landedSlope(int lane, double exportPrice, Premium premium) {
    if (isWithoutLevy(lane)) {
      return 1 + (duty[lane] + premium.rate(lane));
    }
    double value = customsValue(lane, exportPrice);
    return fillsFloorGap(lane, value, premium) ? 0 : slopeBesideFloor(lane, value, premium);
  }

  /** ∂landed/∂export price where no floor fills the gap. */
  public double slopeBesideFloor(int lane, double value, Premium premium) {
    return 1 + (duty[lane] + premium.rate(lane)) - partialLevyShare(lane, value);
  }

  /** −∂partial levy/∂customs value. */
  public double partialLevyShare(int lane, double value) {
    Partial levy = partial[lane];
    return levy.trigger() == 0 ? 0 : levy.ladder().shareAt(levy.trigger(), value);
  }

  /** ∂floor gap/∂customs value: what a floor fills, it fills less of. */
  public double floorGapSlope(int lane, double value, Premium premium) {
    return fillsFloorGap(lane, value, premium)
        ? -slopeBesideFloor(lane, value, premium) / gapShare(lane, premium)
        : 0;
  }

  /** ∂floor gap/∂ share of a further duty that is paid. */
  public double floorGapPer(int lane, double value, Premium premium, Quota.DutyPremium further) {
    if (!fillsFloorGap(lane, value, premium)) {
      return 0;
    }
    double asked = value + (floor[lane].gapToExporter() ? floorGapOn(lane, value, premium) : 0);
    return -(further.adValorem() * asked + further.usdPerTonne()) / gapShare(lane, premium);
  }

  /** What a dollar of the gap brings: exporters who keep it pay duty on it. */
  private double gapShare(int lane, Premium premium) {
    return floor[lane].gapToExporter() ? 1 + (duty[lane] + premium.rate(lane)) : 1;
  }

  private boolean fillsFloorGap(int lane, double value, Premium premium) {
    double gap = floorGapOn(lane, value, premium);
    return gap > 0 && gap < floor[lane].bound();
  }

  /** ∂landed/∂ share of a further duty that is paid. */
  public double premiumSlope(
      int lane, double exportPrice, Premium premium, Quota.DutyPremium further) {
    double value = customsValue(lane, exportPrice);
    double declared = declaredValue(lane, value, premium);
    return fillsFloorGap(lane, value, premium)
        ? 0
        : further.adValorem() * declared + further.usdPerTonne();
  }

  /**
   * The highest export price at which goods land at this price or below; landed prices never fall
   * as export prices rise.
   */
  public double exportPriceFor(int lane, double landed, Premium premium) {
    double low = 0;
    double high = landed - Math.min(0, chain.freight[lane]);
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return low;
      }
      if (landed(lane, middle, premium) <= landed) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
