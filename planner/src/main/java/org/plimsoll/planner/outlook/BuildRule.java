package org.plimsoll.planner.outlook;

import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * How capacity answers to prices, and how late it comes. The world's rows of these names win over
 * what is assumed here.
 *
 * @param lagYears from the decision to the first tonne
 * @param delayYears by which projects come later than announced
 * @param mostPerYear largest growth of what stands in a year, as its share
 */
record BuildRule(double lagYears, double delayYears, double mostPerYear) {
  static BuildRule of(Evidence evidence, Scenario scenario, ParameterDraw draw) {
    ToDoubleBiFunction<String, Interval> value =
        (name, assumed) ->
            draw.value(name, "*", interval(evidence, scenario, name).orElse(assumed));
    return new BuildRule(
        value.applyAsDouble("investment-lag-years", new Interval(2, 3, 6)),
        value.applyAsDouble("project-delay-years", new Interval(0, 1, 3)),
        value.applyAsDouble("build-rate", new Interval(0.05, 0.1, 0.2)));
  }

  /** The scenario's own, else the world's. */
  private static Optional<Interval> interval(Evidence evidence, Scenario scenario, String name) {
    return Optional.ofNullable(scenario.parameters().get(name))
        .or(() ->
            evidence.parameters().stream()
                .filter(row -> row.name().equals(name))
                .map(Parameter::value)
                .findFirst());
  }

  /** The year whose prices decide what comes in {@code year}. */
  int decisionYear(double year) {
    return (int) Math.floor(year - lagYears);
  }

  /**
   * Growth of standing capacity over a year, as its share: with demand where the price is what is
   * required, more above, less below.
   *
   * @param priceRatio expected price over the required one
   * @param growth of demand over the year, as a share
   */
  double expansion(double priceRatio, double growth) {
    return Math.max(0, Math.min(mostPerYear, growth + mostPerYear * (priceRatio - 1)));
  }

  /** The part of a year in which a plant that starts at {@code start} runs. */
  static double partOfYear(double start, int year) {
    return Math.max(0, Math.min(1, year + 1 - start));
  }
}
