package org.plimsoll.planner.study;

import java.util.List;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * The joint draws of a fit to past shocks: numbers of draws of the priors at the seed of the fit,
 * each as often as it weighs.
 *
 * <p>Draw i at the seed of the fit is joint draw i. Beyond the last, and at any other seed, a draw
 * takes the parameters of one joint draw and draws what measures state for itself by its own seed
 * and number: past shocks say nothing of that.
 *
 * @param seed of the fit
 * @param numbers at least one
 */
public record FittedDraws(long seed, List<Integer> numbers) {
  public FittedDraws {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a fit gives out at least one draw");
    }
  }

  ParameterDraw draw(long asked, int i) {
    int size = numbers.size();
    if (asked == seed && i < size) {
      return ParameterDraw.of(seed, numbers.get(i));
    }
    int joint = asked == seed ? i % size : ParameterDraw.pick(asked, i, size);
    return ParameterDraw.of(seed, numbers.get(joint)).withMeasuresOf(asked, i);
  }
}
