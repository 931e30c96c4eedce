package org.plimsoll.planner.market.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.planner.market.rows.Premium;
import org.plimsoll.planner.market.rows.Quota;

/**
 * Tonnes of a lane that come within the same of its tariff-rate quotas. What comes within a quota
 * pays the duty within it, and a floor levies it up from there; the landed price is that of what
 * comes beyond. Of several quotas those with less room lie within those with more.
 *
 * @param share of the lane's tonnes
 * @param premium what the quotas that these tonnes are beyond add to the duty
 * @param quota the quota, beyond which the next step is; -1 after the last
 */
record QuotaStep(double share, Premium premium, int quota) {
  /**
   * The steps of a lane, those within all its quotas first.
   *
   * @param quotas those on the lane, by number
   */
  static List<QuotaStep> of(Solution s, int... quotas) {
    int[] byRoom =
        Arrays.stream(quotas)
            .filter(q -> s.regime.quotas.get(q).pays() instanceof Quota.DutyPremium)
            .boxed()
            .sorted(Comparator.comparingDouble(s::rentShare))
            .mapToInt(q -> q)
            .toArray();
    QuotaStep[] steps = new QuotaStep[byRoom.length + 1];
    double rate = 0;
    double usd = 0;
    double within = 0;
    for (int k = 0; k < byRoom.length; k++) {
      int q = byRoom[k];
      steps[k] = new QuotaStep(s.rentShare(q) - within, Premium.uniform(rate, usd), q);
      within = s.rentShare(q);
      if (s.regime.quotas.get(q).pays() instanceof Quota.DutyPremium further) {
        rate += s.quotaUnknown[q] * further.adValorem();
        usd += s.quotaUnknown[q] * further.usdPerTonne();
      }
    }
    steps[byRoom.length] = new QuotaStep(1 - within, Premium.uniform(rate, usd), -1);
    return List.of(steps);
  }
}
