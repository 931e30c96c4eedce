package org.plimsoll.planner.portfolio;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Bloc;

/** What each member can lay out. What members pay together is shared by their use. */
final class Budgets {
  private final String together;
  private final SortedMap<String, Double> limits;
  private final SortedMap<String, Double> shares = new TreeMap<>();

  /**
   * @param base the base year, which says who uses what
   * @param product by whose use members share what they pay together
   * @param limits capital by member, USD; members that are not named have no limit
   */
  Budgets(Bloc bloc, Equilibrium base, ProductId product, SortedMap<String, Double> limits) {
    together = bloc.id();
    this.limits = limits;
    double all = 0;
    for (Region region : bloc.regions()) {
      double use =
          region.members().stream()
              .mapToDouble(c -> base.use(product, c) + base.inputUse(product, c))
              .sum();
      shares.put(region.id(), use);
      all += use;
    }
    double sum = all;
    shares.replaceAll((id, use) -> sum > 0 ? use / sum : 0);
  }

  /** Whether every member can pay its part. */
  boolean allow(List<Candidate> actions) {
    return limits.entrySet().stream()
        .allMatch(limit ->
            actions.stream().mapToDouble(action -> paid(action, limit.getKey())).sum()
                <= limit.getValue());
  }

  private double paid(Candidate action, String member) {
    return action
        .payer()
        .map(payer ->
            payer.equals(member)
                ? capitalUsd(action)
                : payer.equals(together)
                    ? capitalUsd(action) * shares.getOrDefault(member, 0.0)
                    : 0)
        .orElse(0.0);
  }

  /** What is laid out for an action, USD; 0 where nothing is or nobody knows. */
  static double capitalUsd(Candidate action) {
    return action.cost().map(cost -> cost.capitalUsd().orElse(0)).orElse(0.0);
  }
}
