package org.plimsoll.bench.peers;

/**
 * How good a plan is, recomputed alike for every solver from its quantities and the file's curves.
 *
 * @param objective what use is worth less what making and moving it costs
 * @param imbalance largest difference at a place between what it makes and what leaves it, or what
 *     it uses and what arrives, as a share of all trade
 * @param gainLeft the most that one more unit on any route would gain at the curves' prices, as a
 *     share of the mean price of use; 0 at an equilibrium
 */
record Verdict(double objective, double imbalance, double gainLeft) {
  static Verdict of(SpatialProblem problem, Plan plan) {
    int n = problem.places();
    double objective = 0;
    double trade = 0;
    double paid = 0;
    double widest = 0;
    double gain = 0;
    for (int i = 0; i < n; i++) {
      double leaves = 0;
      double arrives = 0;
      for (int k = 0; k < n; k++) {
        double out = plan.flows()[problem.flow(i, k)];
        leaves += out;
        arrives += plan.flows()[problem.flow(k, i)];
        objective -= out * problem.cost(i, k);
        gain =
            Math.max(
                gain,
                problem.use(k).priceAt(plan.used()[k])
                    - problem.supply(i).priceAt(plan.made()[i])
                    - problem.cost(i, k));
      }
      double made = plan.made()[i];
      double used = plan.used()[i];
      objective += problem.use(i).areaTo(used) - problem.supply(i).areaTo(made);
      trade += arrives;
      paid += arrives * problem.use(i).priceAt(used);
      widest = Math.max(widest, Math.max(Math.abs(made - leaves), Math.abs(used - arrives)));
    }
    return new Verdict(objective, widest / trade, gain * trade / paid);
  }
}
