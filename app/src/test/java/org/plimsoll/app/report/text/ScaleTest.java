package org.plimsoll.app.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.report.drawing.Steps;

class ScaleTest {
  @Test
  void aStraightAxisIsProportional() {
    Scale scale = new Scale(-10, 30, 100, 500, false);
    assertEquals(100, scale.at(-10), 1e-9);
    assertEquals(200, scale.at(0), 1e-9);
    assertEquals(500, scale.at(30), 1e-9);
    assertEquals(List.of(-10.0, 0.0, 10.0, 20.0, 30.0), scale.ticks(4));
  }

  @Test
  void onALogarithmicAxisEqualStepsAreEqualRatios() {
    Scale scale = new Scale(1, 100, 0, 200, true);
    assertEquals(100, scale.at(10), 1e-9);
    assertEquals(List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0), scale.ticks(6));
  }

  @Test
  void anAxisNeedsRoom() {
    assertThrows(IllegalArgumentException.class, () -> new Scale(1, 1, 0, 1, false));
    assertThrows(IllegalArgumentException.class, () -> new Scale(0, 1, 0, 1, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void ticksAreInsideInOrderAndNeitherNoneNorMany(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      boolean isLog = random.nextBoolean();
      double low = isLog ? 0.01 + random.nextDouble() * 50 : random.nextDouble() * 100 - 50;
      double high = low + 1 + random.nextDouble() * 1000;
      List<Double> ticks = new Scale(low, high, 0, 100, isLog).ticks(5);
      assertTrue(!ticks.isEmpty() && ticks.size() <= 12, low + " to " + high + ": " + ticks);
      assertEquals(ticks.stream().sorted().distinct().toList(), ticks);
      assertTrue(ticks.getFirst() >= low - 1e-6 && ticks.getLast() <= high + 1e-6);
    }
  }

  @Test
  void classesAreRoundAndReachTheLargest() {
    Steps steps = Steps.upTo(95);
    assertEquals(new Steps(20, 5), steps);
    assertEquals("q0", steps.cssClass(0));
    assertEquals("q1", steps.cssClass(19.9));
    assertEquals("q2", steps.cssClass(20));
    assertEquals("q6", steps.cssClass(95));
    assertEquals("q0", Steps.upTo(0).cssClass(0));
  }

  @Test
  void longLabelsWrapAndAreCutWithAnEllipsis() {
    assertEquals(List.of("one two"), Lettering.wrap(" one  two ", 1000, 10, 2));
    List<String> two = Lettering.wrap("European Union, car and wind makers first", 150, 12.5, 2);
    assertEquals("European Union, car and wind makers first", String.join(" ", two));
    List<String> cut = Lettering.wrap("European Union, car and wind makers first", 80, 12.5, 2);
    assertEquals(2, cut.size());
    assertTrue(cut.getLast().endsWith("…"), cut.toString());
    assertTrue(cut.stream().allMatch(line -> Lettering.width(line, 12.5) <= 80), cut.toString());
  }
}
