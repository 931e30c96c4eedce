package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.study.Stop;

/**
 * What was seen in the past episode that is nearest to a stop: of the same product and exporter,
 * else of the product, else of the commodity; of that episode the outcome nearest to a year.
 *
 * @param evidence the world
 * @param outcomes of past shocks
 */
record PastShocks(Evidence evidence, List<ShockOutcome> outcomes) {
  private static final double YEAR = 12;
  private static final double NO_MONTH = 1e3;
  private static final int TOO_FAR = 3;

  PastShocks {
    outcomes = List.copyOf(outcomes);
  }

  /** The nearest; empty if none is of the commodity. */
  Optional<ActionPlan.Observed> nearest(Stop stop) {
    return outcomes.stream()
        .filter(outcome -> outcome.multiple().isPresent())
        .filter(outcome -> outcome.kind() != ShockOutcome.Kind.DEMAND)
        .filter(outcome -> !outcome.isUnitValue())
        .filter(outcome -> distance(outcome, stop) < TOO_FAR)
        .min(
            Comparator.comparingInt((ShockOutcome outcome) -> distance(outcome, stop))
                .thenComparingDouble(PastShocks::fromYear))
        .map(this::observed);
  }

  private static int distance(ShockOutcome outcome, Stop stop) {
    if (outcome.product().isEmpty()) {
      return TOO_FAR;
    }
    boolean isProduct = outcome.product().get().equals(stop.product());
    boolean isExporter = outcome.restrictors().contains(stop.exporter());
    if (isProduct) {
      return isExporter ? 0 : 1;
    }
    return outcome.product().get().commodity().equals(stop.product().commodity()) ? 2 : TOO_FAR;
  }

  private static double fromYear(ShockOutcome outcome) {
    return outcome.months().map(m -> Math.abs(m.central() - YEAR)).orElse(NO_MONTH);
  }

  private ActionPlan.Observed observed(ShockOutcome outcome) {
    return new ActionPlan.Observed(
        outcome.episode(),
        outcome.what(),
        outcome
            .product()
            .flatMap(evidence::findProduct)
            .map(Product::name)
            .orElse(outcome.mineral()),
        figure(outcome, outcome.months(), "months", "no month is stated"),
        figure(outcome, outcome.multiple(), PlanContext.MULTIPLE, "no price is stated"),
        figure(outcome, outcome.insideMultiple(), PlanContext.MULTIPLE, "not known"),
        figure(outcome, outcome.lostShare(), "1", "not judged"),
        outcome.verification().name().toLowerCase(Locale.ROOT));
  }

  private static Result figure(
      ShockOutcome outcome, Optional<Interval> value, String unit, String none) {
    List<String> from = new ArrayList<>();
    from.add("world/hand/episodes.csv, line " + outcome.place().line());
    if (!outcome.source().isEmpty()) {
      from.add(outcome.source());
    }
    return value
        .<Result>map(range -> Figure.ofRows(range, unit, grade(outcome), from))
        .orElseGet(() -> new NoFigure(unit, none));
  }

  private static Grade grade(ShockOutcome outcome) {
    return switch (outcome.verification()) {
      case VERIFIED, DERIVED -> Grade.B;
      case RECALLED, WEAK -> Grade.C;
    };
  }
}
