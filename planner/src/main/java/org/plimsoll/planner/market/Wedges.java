package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * What lies between the producer price and the landed price on each lane, in the stated order:
 * producer price → export tax and quota rent → freight and insurance → duties on the importer's
 * valuation basis → levy. Arrays by lane; USD a tonne or shares.
 *
 * <p>Duties count towards a floor: the floor is the least that goods may cost duty paid, so the
 * levy is what value and duty leave open. Value is what the importer's customs value: at the
 * foreign port for the United States, with freight elsewhere.
 */
final class Wedges {
  static final String NO_MEASURE = "";

  private final Chain chain;
  final double[] exportTax;
  final double[] duty;
  final double[] specific;
  final double[] floor;
  final double[] bound;
  final boolean[] gapToExporter;
  final String[] floorMeasure;

  /** By lane: what customs add to the export price. */
  private final double[] valued;

  Wedges(Chain chain) {
    this.chain = chain;
    int lanes = chain.laneCount();
    exportTax = new double[lanes];
    duty = chain.duty.clone();
    specific = new double[lanes];
    floor = new double[lanes];
    bound = new double[lanes];
    Arrays.fill(bound, Double.POSITIVE_INFINITY);
    gapToExporter = new boolean[lanes];
    floorMeasure = new String[lanes];
    Arrays.fill(floorMeasure, NO_MEASURE);
    valued = chain.freight.clone();
    for (int j = 0; j < chain.buyerCount(); j++) {
      if (Borders.valuesFreeOnBoard(chain.buyerCountry[j])) {
        Arrays.fill(valued, chain.laneStart[j], chain.laneStart[j + 1], 0);
      }
    }
  }

  /** Price at the exporter's port, tax and rent paid. */
  double exportPrice(int lane, double producerPrice, double rent) {
    return producerPrice * (1 + exportTax[lane]) + rent;
  }

  /** What duties are a share of. */
  double customsValue(int lane, double exportPrice) {
    return exportPrice + valued[lane];
  }

  /** Duty on this customs value, specific part included. */
  double dutyOn(int lane, double customsValue) {
    return duty[lane] * customsValue + specific[lane];
  }

  /** The variable levy on this customs value. */
  double levyOn(int lane, double customsValue) {
    if (floor[lane] == 0) {
      return 0;
    }
    double gap = floor[lane] - customsValue - dutyOn(lane, customsValue);
    return Math.max(0, Math.min(gap, bound[lane]));
  }

  /** Price at the buyer's door. */
  double landed(int lane, double exportPrice) {
    double value = customsValue(lane, exportPrice);
    return exportPrice + chain.freight[lane] + dutyOn(lane, value) + levyOn(lane, value);
  }

  /** Price at the buyer's door without rents and levies, which only add to it. */
  double leastLanded(int lane, double producerPrice) {
    double export = exportPrice(lane, producerPrice, 0);
    return export + chain.freight[lane] + dutyOn(lane, customsValue(lane, export));
  }

  /** ∂landed/∂export price: nothing while a levy fills the gap. */
  double landedSlope(int lane, double exportPrice) {
    if (floor[lane] == 0) {
      return 1 + duty[lane];
    }
    double value = customsValue(lane, exportPrice);
    double gap = floor[lane] - value - dutyOn(lane, value);
    return gap > 0 && gap < bound[lane] ? 0 : 1 + duty[lane];
  }
}
