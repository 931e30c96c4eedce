package org.plimsoll.planner.market.rows;

import java.util.Arrays;
import java.util.List;

/**
 * What tariff-rate quotas add to the duty of each lane, given the share of the further duty that
 * importers pay. Empty arrays without such quotas.
 */
public final class Premium {
  private final double[] adValorem;
  private final double[] usdPerTonne;

  /** Whether one figure stands for every lane. */
  private final boolean isUniform;

  private Premium(double[] adValorem, double[] usdPerTonne, boolean isUniform) {
    this.adValorem = adValorem;
    this.usdPerTonne = usdPerTonne;
    this.isUniform = isUniform;
  }

  /** The same on every lane: for what some tonnes of one lane pay. */
  public static Premium uniform(double adValorem, double usdPerTonne) {
    return new Premium(new double[] {adValorem}, new double[] {usdPerTonne}, true);
  }

  /** Zero on every lane, sized for these quotas. */
  public static Premium of(List<Quota> quotas, int lanes) {
    boolean any = quotas.stream().anyMatch(q -> q.pays() instanceof Quota.DutyPremium);
    return new Premium(new double[any ? lanes : 0], new double[any ? lanes : 0], false);
  }

  public Premium copy() {
    return adValorem.length == 0
        ? this
        : new Premium(adValorem.clone(), usdPerTonne.clone(), isUniform);
  }

  /** Share of the customs value. */
  public double rate(int lane) {
    return adValorem.length == 0 ? 0 : adValorem[at(lane)];
  }

  /** On this customs value, USD a tonne. */
  public double on(int lane, double customsValue) {
    return adValorem.length == 0 ? 0 : adValorem[at(lane)] * customsValue + usdPerTonne[at(lane)];
  }

  private int at(int lane) {
    return isUniform ? 0 : lane;
  }

  public void clear() {
    Arrays.fill(adValorem, 0);
    Arrays.fill(usdPerTonne, 0);
  }

  /** Adds a share of a further duty. */
  public void add(int lane, double share, Quota.DutyPremium further) {
    adValorem[lane] += share * further.adValorem();
    usdPerTonne[lane] += share * further.usdPerTonne();
  }
}
