package org.plimsoll.planner.backtest;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.provenance.Interval;

/**
 * A measured effect beside what the model says; effects are ln of actual ÷ expected.
 *
 * @param event what was measured
 * @param predicted 10th percentile, centre and 90th percentile of the model's log effect
 * @param isFitted whether parameters may be fitted to the event; the others are held out
 * @param atCeilingShare share of draws in which some use of the importer goes unserved, so that its
 *     price is the assumed ceiling and no forecast
 * @param draws solved
 */
public record Score(
    ControlEvent event, Interval predicted, boolean isFitted, double atCeilingShare, int draws) {
  /** Standard errors of a 95% interval. */
  static final double NORMAL_95 = 1.96;

  /** Model less measurement. */
  public double error() {
    return predicted.central() - event.logEffect();
  }

  /** What "nothing changes" would have missed by. */
  public double noChangeError() {
    return -event.logEffect();
  }

  /** Whether the model's range meets the measurement's 95% interval, or the figure itself. */
  public boolean isCovered() {
    double spread = NORMAL_95 * event.standardError().orElse(0);
    return predicted.low() <= event.logEffect() + spread
        && event.logEffect() - spread <= predicted.high();
  }

  /** Root of the mean square of an error over scores; 0 over none. */
  public static double rootMeanSquare(Collection<Score> scores, ToDoubleFunction<Score> error) {
    double sum = 0;
    for (Score score : scores) {
      double e = error.applyAsDouble(score);
      sum += e * e;
    }
    return scores.isEmpty() ? 0 : Math.sqrt(sum / scores.size());
  }
}
