package org.plimsoll.planner.market.rows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.plimsoll.model.policy.LevyLadder;

/**
 * Taxes, duties, levies and floors between the producer price and the landed price, by lane:
 * producer price → export tax and quota rent → freight and insurance → duties on the importer's
 * valuation basis → levy. USD a tonne or shares.
 *
 * <p>Duties count towards a floor: a floor is the least that goods may cost duty paid, so the levy
 * fills what value and duty leave open. Value is the importer's customs value, which is FOB for the
 * United States and includes freight elsewhere. Where exporters keep the gap they raise the price
 * they ask, and pay duty on it.
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

  /**
   * Whether neither a floor nor a partial levy applies, so that the landed price is linear in the
   * export price.
   */
  public boolean isWithoutLevy(int lane) {
    return floor[lane].usd() == 0 && !hasPartialLevy(lane);
  }

  /** Ids of the measures whose floor is the highest on some lane. */
  public Set<String> listFloors() {
    Set<String> measures = new HashSet<>();
    Arrays.stream(floor).forEach(each -> measures.add(each.measure()));
    return measures;
  }

  public boolean hasPartialLevy(int lane) {
    return partial[lane].trigger() > 0;
  }

  /** Price at the exporter's port, with tax and rent. */
  public double exportPrice(int lane, double producerPrice, double rent) {
    return producerPrice + exportTaxOn(lane, producerPrice) + rent;
  }

  /** Export tax on a tonne at this producer price. */
  public double exportTaxOn(int lane, double producerPrice) {
    return exportTax[lane] * producerPrice + exportTaxUsd[lane];
  }

  /** Customs value at this export price, before what exporters who keep the gap add. */
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

  /** The floor gap at this customs value: a levy, or what exporters add to the price they ask. */
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

  /** The declared value: the customs value plus a gap that the exporter keeps. */
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

  /** Least landed price that a floor permits; −∞ without a floor, or where its levy is bounded. */
  public double leastByFloor(int lane) {
    boolean isSure = floor[lane].usd() > 0 && floor[lane].bound() == Double.POSITIVE_INFINITY;
    return isSure
        ? floor[lane].usd() + (chain.freight[lane] - chain.valued[lane])
        : Double.NEGATIVE_INFINITY;
  }

  /** Landed price without rents and levies, hence a lower bound. */
  public double leastLanded(int lane, double producerPrice) {
    double export = exportPrice(lane, producerPrice, 0);
    return export + chain.freight[lane] + dutyOn(lane, customsValue(lane, export));
  }

  /** ∂landed/∂export price; 0 while a levy fills the floor gap. */
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

  /** ∂landed/∂(share of the further duty that is paid). */
  public double premiumSlope(
      int lane, double exportPrice, Premium premium, Quota.DutyPremium further) {
    double value = customsValue(lane, exportPrice);
    double declared = declaredValue(lane, value, premium);
    return fillsFloorGap(lane, value, premium)
        ? 0
        : further.adValorem() * declared + further.usdPerTonne();
  }

  /**
   * The highest export price whose landed price does not exceed this one. Landed prices never fall
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
