package org.plimsoll.planner.market;

import java.util.Arrays;

/** What tariff-rate quotas add to duties at the shares that importers pay of it; by lane. */
final class Premium {
  /** Share of the customs value. */
  final double[] adValorem;

  final double[] usdPerTonne;

  Premium(int lanes) {
    adValorem = new double[lanes];
    usdPerTonne = new double[lanes];
  }

  /** On this customs value, USD a tonne. */
  double on(int lane, double customsValue) {
    return adValorem[lane] * customsValue + usdPerTonne[lane];
  }

  Premium copy() {
    Premium copy = new Premium(adValorem.length);
    System.arraycopy(adValorem, 0, copy.adValorem, 0, adValorem.length);
    System.arraycopy(usdPerTonne, 0, copy.usdPerTonne, 0, usdPerTonne.length);
    return copy;
  }

  void clear() {
    Arrays.fill(adValorem, 0);
    Arrays.fill(usdPerTonne, 0);
  }

  /** Adds a share of a further duty. */
  void add(int lane, double share, Quota.DutyPremium further) {
    adValorem[lane] += share * further.adValorem();
    usdPerTonne[lane] += share * further.usdPerTonne();
  }
}
