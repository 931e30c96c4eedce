package org.plimsoll.app.market;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.plan.StopCurve;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/**
 * A question to the market of a scenario: the scenario itself, the card of a stop, or a stop's
 * price by month.
 *
 * @param product commodity or product to show country by country; an overview if empty
 * @param stop as {@code CHN:gallium/refined}; the scenario itself if empty
 * @param months of the stop, as {@code 1..24}; its card if empty
 * @param sensitivities whether to say what the answer for the product hangs on
 * @param until the year up to which the product is shown; the base year alone if empty
 * @param growth the outlook of demand to follow; the usual ones if empty
 * @param levers measures of a person's own, compared with what is in force; none for the scenario
 * @param limits of each search
 */
public record AskScenario(
    Optional<String> product,
    Optional<String> stop,
    Optional<String> months,
    boolean sensitivities,
    Optional<Integer> until,
    Optional<String> growth,
    Levers levers,
    SolverLimits limits) {
  public AskScenario {
    Refusal.requireUse(
        "--floor, --add, --release or --cfd",
        levers.isEmpty()
            || (product.isEmpty() && months.isEmpty() && !sensitivities && until.isEmpty()),
        "with --product, --months, --sensitivities or --until");
    Refusal.requireUse(
        "--stop",
        stop.isEmpty() || (product.isEmpty() && !sensitivities && until.isEmpty()),
        "with --product, --sensitivities or --until");
    Refusal.requireUse("--months", months.isEmpty() || stop.isPresent(), "without --stop");
    if (stop.isEmpty()) {
      whole(product, sensitivities, until, growth, limits); // refuses what cannot be, at once
    }
  }

  private static SolveScenario whole(
      Optional<String> product,
      boolean sensitivities,
      Optional<Integer> until,
      Optional<String> growth,
      SolverLimits limits) {
    return new SolveScenario(product, sensitivities, until, growth, limits);
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * An answer.
     *
     * @param page the same as a page, made when it is asked for
     */
    record Solved(Answer answer, Supplier<String> page) implements Result {}

    record Failed(Outcome.Failure failure) implements Result {}
  }

  /**
   * Asks it.
   *
   * @param past what prices did in past shocks
   * @param drawn draws behind the ranges of a person's own measures
   * @throws Refusal if the world has no such product, stop, year or outlook
   */
  public Result ask(
      Evidence evidence,
      Scenario scenario,
      List<ShockOutcome> past,
      DrawsOf drawn,
      LeverageMaker maker,
      Workers workers) {
    if (!levers.isEmpty()) {
      Settings settings = Settings.FULL.withFit(drawn.fit());
      return solved(
          new YourMeasure(levers, stop).answer(evidence, scenario, settings, workers), evidence);
    }
    if (stop.isPresent() && months.isPresent()) {
      StopCurve curve = StopMonths.of(stop.get(), months.get()).solve(evidence, scenario, workers);
      return new Result.Solved(
          StopMonths.answer(curve, scenario),
          () -> StopMonths.page(curve, scenario, evidence).render());
    }
    if (stop.isPresent()) {
      Answer card = StopList.of(stop.get()).answer(evidence, scenario, past, maker, workers);
      return solved(card, evidence);
    }
    SolveScenario asked = whole(product, sensitivities, until, growth, limits);
    return switch (asked.solve(evidence, scenario, workers)) {
      case SolveScenario.Result.Solved(Answer answer) -> solved(answer, evidence);
      case SolveScenario.Result.Failed(Outcome.Failure failure) -> new Result.Failed(failure);
    };
  }

  private static Result solved(Answer answer, Evidence evidence) {
    return new Result.Solved(answer, () -> AnswerHtml.page(answer, evidence.datasets()).render());
  }
}
