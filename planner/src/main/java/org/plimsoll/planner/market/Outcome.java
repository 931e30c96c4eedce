package org.plimsoll.planner.market;

import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;

/** What solving a market gave. */
public sealed interface Outcome {
  /**
   * An equilibrium, with what was checked about it.
   *
   * @param equilibrium prices, flows, shortage
   * @param certificate residuals recomputed from the market; it {@link Certificate#holds}
   */
  record Converged(Equilibrium equilibrium, Certificate certificate) implements Outcome {}

  /**
   * The search ended without an answer.
   *
   * @param product where the largest residual is
   * @param country where the largest residual is
   * @param measure a measure on that product, to look at first; empty if there is none
   * @param residual the largest residual: a logarithm, or a share of base use
   * @param steps taken
   * @param advice what to try
   */
  record NotConverged(
      ProductId product,
      Place country,
      Optional<String> measure,
      double residual,
      int steps,
      String advice)
      implements Outcome {}

  /**
   * No price can clear the market: use that never gives way, and nobody who may serve it.
   *
   * @param product which
   * @param country of use
   * @param measure a measure on that product, to look at first; empty if there is none
   * @param advice what to try
   */
  record Infeasible(ProductId product, Place country, Optional<String> measure, String advice)
      implements Outcome {}

  /**
   * The equilibrium.
   *
   * @throws IllegalStateException if there is none, saying where and what to try
   */
  default Equilibrium getEquilibrium() {
    return switch (this) {
      case Converged converged -> converged.equilibrium();
      case NotConverged not ->
          throw new IllegalStateException(
              "the market of %s in %s did not converge (residual %.2g after %d steps%s)\nMaybe %s"
                  .formatted(
                      not.product(),
                      not.country(),
                      not.residual(),
                      not.steps(),
                      not.measure().map(m -> ", measure " + m).orElse(""),
                      not.advice()));
      case Infeasible none ->
          throw new IllegalStateException(
              "no price clears the market of %s in %s%s\nMaybe %s"
                  .formatted(
                      none.product(),
                      none.country(),
                      none.measure().map(m -> ", measure " + m).orElse(""),
                      none.advice()));
    };
  }
}
