package org.plimsoll.planner.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** A draw of a fit depends on the seed and its number alone. */
class FittedDrawsTest {
  private static final FittedDraws FIT = new FittedDraws(11, List.of(40, 7, 7, 93));
  private static final Interval RANGE = new Interval(1, 2, 3);

  private static double parameter(ParameterDraw draw) {
    return draw.value("leak-share", "*", RANGE);
  }

  private static double measure(ParameterDraw draw) {
    return draw.value("measure", "control-E1/share", RANGE);
  }

  @Test
  void atItsSeedTheFirstDrawsAreItsOwn() {
    for (int i = 0; i < FIT.numbers().size(); i++) {
      ParameterDraw prior = ParameterDraw.of(11, FIT.numbers().get(i));
      assertEquals(parameter(prior), parameter(FIT.draw(11, i)));
      assertEquals(measure(prior), measure(FIT.draw(11, i)));
    }
  }

  @Test
  void beyondTheLastParametersRepeatAndMeasuresDoNot() {
    assertEquals(parameter(FIT.draw(11, 1)), parameter(FIT.draw(11, 5)));
    assertNotEquals(measure(FIT.draw(11, 1)), measure(FIT.draw(11, 5)));
    assertNotEquals(measure(FIT.draw(11, 5)), measure(FIT.draw(11, 9)));
  }

  @Test
  void anotherSeedTakesJointDrawsToo() {
    List<Double> known =
        FIT.numbers().stream().map(n -> parameter(ParameterDraw.of(11, n))).toList();
    long apart = 0;
    for (int i = 0; i < 20; i++) {
      double value = parameter(FIT.draw(7, i));
      assertEquals(true, known.contains(value), "draw " + i);
      assertEquals(value, parameter(FIT.draw(7, i)));
      apart += value == known.get(i % known.size()) ? 0 : 1;
    }
    assertNotEquals(0, apart);
  }
}
