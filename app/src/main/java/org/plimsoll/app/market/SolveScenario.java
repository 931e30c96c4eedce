package org.plimsoll.app.market;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Redundancy;
import org.plimsoll.planner.outlook.GrowthPath;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StatusQuo;
import org.plimsoll.planner.study.Workers;

/**
 * Solves the market of a scenario, before and after its measures.
 *
 * @param product commodity or product to show country by country; an overview if empty
 * @param sensitivities whether to say what the answer for the product hangs on
 * @param until the year up to which the product is shown; the base year alone if empty
 * @param growth the outlook of demand to follow; the usual ones if empty
 * @param limits of each search
 */
public record SolveScenario(
    Optional<String> product,
    boolean sensitivities,
    Optional<Integer> until,
    Optional<String> growth,
    SolverLimits limits) {
  /** Outlooks of demand say nothing of later years. */
  private static final int MOST_YEARS = 30;

  public SolveScenario {
    requireProduct(product, "--sensitivities", sensitivities);
    requireProduct(product, "--until", until.isPresent());
    Refusal.requireUse("--growth", growth.isEmpty() || until.isPresent(), "without --until");
  }

  private static void requireProduct(Optional<String> product, String option, boolean isAsked) {
    if (isAsked && product.isEmpty()) {
      throw Refusal.of(option + " needs a product", "add --product gallium/refined");
    }
  }

  /** What came of it. */
  public sealed interface Result {
    record Solved(Answer answer) implements Result {}

    record Failed(Outcome.Failure failure) implements Result {}
  }

  /**
   * Solves it.
   *
   * @param workers that solve, and whose watcher is told of sensitivities, product by product
   * @throws Refusal if the world has no such product, year or outlook; before anything is solved
   */
  public Result solve(Evidence evidence, Scenario asked, Workers workers) {
    List<String> outlooks = growth.map(List::of).orElse(GrowthPath.USUAL);
    if (until.isPresent()) {
      requireYear(until.get(), evidence);
      // Refuses an outlook that the world does not have, before the market is solved.
      GrowthPath.of(
          evidence.inUse().growth(), evidence.baseYear(), outlooks, ParameterDraw.central());
    }
    List<ProductId> products =
        product
            .map(word -> new Selection(evidence).products(word).stream().map(Product::id).toList())
            .orElse(List.of());
    StatusQuo today = Planner.inForce(evidence, asked, limits, workers);
    Scenario whole = today.whole();
    Market market = Market.of(evidence, whole, ParameterDraw.central());
    Answers answers = workers.answers();
    Outcome outcome = answers.solve(market, limits, workers.cancelled(), workers.pool());
    return switch (outcome) {
      case Outcome.Converged solved -> {
        List<IdleMeasure> idle =
            Redundancy.find(
                market,
                solved.equilibrium(),
                answers,
                limits,
                measure -> measure.terms().products().stream().anyMatch(products::contains));
        Answer answer =
            new SolvedScenario(evidence, whole, market, solved, idle)
                .answer(products)
                .with(UseFactorTable.of(today.useFactors()));
        if (sensitivities) {
          List<ProductId> sold = products.stream().filter(market.listProducts()::contains).toList();
          answer = answer.with(SensitivityTables.of(evidence, whole, sold, workers.progress()));
        }
        if (until.isPresent()) {
          answer =
              answer.with(
                  OutlookTables.of(
                      Planner.outlook(evidence, today.withShifts(), outlooks, until.get()),
                      products));
        }
        yield new Result.Solved(answer);
      }
      case Outcome.Failure failure -> new Result.Failed(failure);
    };
  }

  private static void requireYear(int last, Evidence evidence) {
    int first = evidence.baseYear();
    if (last <= first || last > first + MOST_YEARS) {
      throw Refusal.of(
          "--until is " + last + ", but must lie after " + first,
          "name a year up to " + (first + MOST_YEARS));
    }
  }
}
