package org.plimsoll.planner.backtest;

import java.util.Optional;
import org.plimsoll.model.policy.ShockOutcome;

/**
 * An outcome beside what is foretold of it. Errors are ln of foretold over observed.
 *
 * @param outcome that happened
 * @param weight 1/n of the n scored outcomes of its episode
 * @param lnMultiple ln of the price multiple outside that the model answers, every parameter at its
 *     central value
 * @param lnNet the same net of the rise inside
 * @param lnInside ln of the multiple inside; 0 if nothing is delivered there
 * @param isAtCeiling whether some use outside goes unserved there
 * @param lostShare that could be taken away in the base year
 * @param lnCurve ln R of the curve without theory, fitted without this episode
 * @param lnCurveNet the same for net multiples
 * @param left what the fit foretells of it having seen all other episodes; empty without a fit
 */
public record ShockScore(
    ShockOutcome outcome,
    double weight,
    double lnMultiple,
    double lnNet,
    double lnInside,
    boolean isAtCeiling,
    double lostShare,
    double lnCurve,
    double lnCurveNet,
    Optional<Foretold> left) {
  /**
   * What a fit foretells.
   *
   * @param low 10th percentile of ln R, model error counted
   * @param median of ln R
   * @param high 90th percentile
   * @param medianNet of ln R net of the rise inside
   * @param ceilingShare weight of draws in which some use goes unserved
   * @param tailShape k̂ of the weights without the episode: above 0.7 they are not to be trusted
   */
  public record Foretold(
      double low,
      double median,
      double high,
      double medianNet,
      double ceilingShare,
      double tailShape) {}

  /** ln R observed. */
  public double lnObserved() {
    return StrictMath.log(outcome.multiple().orElseThrow().central());
  }

  /** ln R observed, net of the rise inside. */
  public double lnObservedNet() {
    return StrictMath.log(outcome.netMultiple().orElseThrow().central());
  }
}
