package org.plimsoll.app.market;

import java.util.Optional;
import org.plimsoll.planner.study.FittedDraws;

/**
 * What draws of a world's parameters are drawn from.
 *
 * @param fit to past shocks; empty for the priors
 * @param words for a reader: the fit, or why it is not used
 */
public record DrawsOf(Optional<FittedDraws> fit, String words) {
  static DrawsOf fit(FittedDraws fit) {
    return new DrawsOf(
        Optional.of(fit), "the fit to past shocks, %d joint draws".formatted(fit.numbers().size()));
  }

  static DrawsOf priors(String why) {
    return new DrawsOf(Optional.empty(), "the priors: " + why);
  }
}
