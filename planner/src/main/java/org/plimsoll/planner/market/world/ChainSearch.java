package org.plimsoll.planner.market.world;

import java.util.Objects;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.search.Stuck;

/**
 * A search for the solution of one chain that measures touch.
 *
 * @param market that has the chain
 * @param number of the chain there
 */
record ChainSearch(Market market, int number) {
  Regime regime() {
    return Objects.requireNonNull(market.regimes().get(number));
  }

  ChainOutcome run(Optional<Unknowns.Point> start, SolverLimits limits, Workspace workspace) {
    Solver solver = new Solver(regime(), workspace);
    return solver
        .solve(limits, start)
        .<ChainOutcome>map(solution ->
            new ChainOutcome.Solved(new Tally(solution), solution.certificate(), solver.point()))
        .orElseGet(() -> new ChainOutcome.Failed(notConverged(solver.stuck())));
  }

  private Outcome.Failure notConverged(Stuck stuck) {
    return stuck.outcome(
        measureOn(stuck.product()),
        "try a milder measure, a higher new-route-premium, or a higher new-route-slope");
  }

  private Optional<String> measureOn(ProductId product) {
    return market.touches(number).stream()
        .map(MeasuresByChain.Touch::measure)
        .filter(m -> m.terms().products().contains(product))
        .map(Measure::id)
        .findFirst();
  }

  /** Use without a choke that nobody may serve. */
  Optional<ChainOutcome> strandedForGood() {
    Regime regime = regime();
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      ProductFigures product = chain.products[chain.buyerProduct[j]];
      if (!regime.buyerLive[j]
          && Double.isInfinite(product.chokeMultiple())
          && regime.finalUse[j].wantedAt(chain.buyerPrice0[j]) > 0) {
        return Optional.of(
            new ChainOutcome.Failed(
                new Outcome.Infeasible(
                    product.id(),
                    chain.buyerCountry[j],
                    measureOn(product.id()),
                    "give the product a choke price, or leave one route open")));
      }
    }
    return Optional.empty();
  }
}
