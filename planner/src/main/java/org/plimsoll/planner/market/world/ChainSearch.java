package org.plimsoll.planner.market.world;

import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * A search for the solution of one chain.
 *
 * @param market that has the chain
 * @param number of the chain there
 * @param regime its rows under the market's measures
 */
record ChainSearch(Market market, int number, Regime regime) {
  ChainOutcome run(Optional<Unknowns.Point> start, SolverLimits limits, Workspace workspace) {
    Ground ground = market.ground();
    Optional<Outcome.Infeasible> stranded = ground.stranded(regime, this::blame);
    if (stranded.isPresent()) {
      return new ChainOutcome.Failed(stranded.get());
    }
    Solver solver = new Solver(regime, workspace);
    Optional<Solution> solution = solver.solve(limits, start);
    if (solution.isEmpty()) {
      return new ChainOutcome.Failed(
          solver.stuck().outcome(blame(solver.stuck().product()), ground.advice()));
    }
    Solution found = solution.get();
    return ground
        .beyondHelp(found, this::blame)
        .<ChainOutcome>map(ChainOutcome.Failed::new)
        .orElseGet(
            () -> new ChainOutcome.Solved(new Tally(found), found.certificate(), solver.point()));
  }

  private Optional<String> blame(ProductId product) {
    return market.touches(number).stream()
        .map(Ground.Touch::measure)
        .filter(m -> m.terms().products().contains(product))
        .map(Measure::id)
        .findFirst();
  }
}
