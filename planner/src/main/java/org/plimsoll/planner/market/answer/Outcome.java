package org.plimsoll.planner.market.answer;

import java.math.BigDecimal;
import java.time.Duration;
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

  /** No equilibrium, and why. */
  sealed interface Failure extends Outcome {
    /** Where, how far and what to try, the last in a line of its own. */
    String message();
  }

  /**
   * The search ended without an answer.
   *
   * @param product where the largest residual is
   * @param country where the largest residual is
   * @param measure a measure on that product, to look at first; empty if there is none
   * @param residual the largest residual: a logarithm, or a share of base use
   * @param steps taken
   * @param timeUp how long the search was allowed to take, if that ended it
   * @param advice what to try
   */
  record NotConverged(
      ProductId product,
      Place country,
      Optional<String> measure,
      double residual,
      int steps,
      Optional<Duration> timeUp,
      String advice)
      implements Failure {
    private static final int NANO_DIGITS = 9;

    @Override
    public String message() {
      return "the market of %s in %s did not converge (residual %.2g after %d steps%s%s)\nMaybe %s"
          .formatted(
              product,
              country,
              residual,
              steps,
              timeUp.map(t -> ", and the time of " + seconds(t) + " s was up").orElse(""),
              measure.map(m -> ", measure " + m).orElse(""),
              advice);
    }

    private static String seconds(Duration time) {
      return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS).stripTrailingZeros().toPlainString();
    }
  }

  /**
   * No price can clear the market: use that never gives way, and nobody who may serve it.
   *
   * @param product which
   * @param country of use
   * @param measure a measure on that product, to look at first; empty if there is none
   * @param advice what to try
   */
  record Infeasible(ProductId product, Place country, Optional<String> measure, String advice)
      implements Failure {
    @Override
    public String message() {
      return "no price clears the market of %s in %s%s\nMaybe %s"
          .formatted(product, country, measure.map(m -> ", measure " + m).orElse(""), advice);
    }
  }

  /**
   * The equilibrium.
   *
   * @throws IllegalStateException if there is none, saying where and what to try
   */
  default Equilibrium getEquilibrium() {
    return switch (this) {
      case Converged converged -> converged.equilibrium();
      case Failure failure -> throw new IllegalStateException(failure.message());
    };
  }
}
