package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.ParameterPoint;

class ParameterDrawTest {
  private static final Interval RANGE = new Interval(1, 2, 5);

  @Test
  void theCentralDrawIsTheCentre() {
    assertEquals(2, ParameterDraw.central().value("any", "*", RANGE));
  }

  @Test
  void aDrawDependsOnSeedAndNumberAndNameAlone() {
    double value = ParameterDraw.of(7, 3).value("a", "*", RANGE);
    assertEquals(value, ParameterDraw.of(7, 3).value("a", "*", RANGE));
    assertNotEquals(value, ParameterDraw.of(8, 3).value("a", "*", RANGE));
    assertNotEquals(value, ParameterDraw.of(7, 4).value("a", "*", RANGE));
    assertNotEquals(value, ParameterDraw.of(7, 3).value("b", "*", RANGE));
    assertNotEquals(value, ParameterDraw.of(7, 3).value("a", "b", RANGE));
  }

  @Test
  void drawsHaveTheMomentsOfTheTriangle() {
    // Mean (1 + 2 + 5)/3; variance (1 + 4 + 25 − 2 − 5 − 10)/18 = 13/18.
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    double products = 0;
    for (int i = 0; i < draws; i++) {
      double a = ParameterDraw.of(1, i).value("a", "*", RANGE) - 8.0 / 3;
      double b = ParameterDraw.of(1, i).value("b", "*", RANGE) - 8.0 / 3;
      sum += a;
      squares += a * a;
      products += a * b;
    }
    double error = 4 * Math.sqrt(13.0 / 18 / draws);
    assertEquals(0, sum / draws, error);
    assertEquals(13.0 / 18, squares / draws, 0.03);
    assertEquals(0, products / draws, 0.03);
  }

  @Test
  void aPointMovesItsOwnFiguresAndNoOther() {
    ParameterDraw.Figure a = new ParameterDraw.Figure("a", "*");
    ParameterDraw.Figure b = new ParameterDraw.Figure("b", "*");
    ParameterPoint point = ParameterPoint.NONE.with(b, 4).with(a, 3);
    assertEquals(List.of(a, b), point.listFigures());
    assertArrayEquals(new double[] {3, 4}, point.toVector());
    ParameterDraw draw = ParameterDraw.of(7, 3).at(point.withVector(new double[] {1.5, 4}));
    assertEquals(1.5, draw.value("a", "*", RANGE));
    assertEquals(4, draw.value("b", "*", RANGE));
    assertEquals(
        ParameterDraw.of(7, 3).value("a", "other", RANGE), draw.value("a", "other", RANGE));
    TreeMap<ParameterDraw.Figure, Interval> asked = new TreeMap<>();
    draw.writing(asked).value("b", "*", RANGE);
    assertArrayEquals(new double[] {4}, draw.pointOf(asked).toVector());
    assertThrows(IllegalArgumentException.class, () -> point.withVector(new double[1]));
  }

  @Test
  void everyDrawOfAWorldReturnsItsBaseAndSolves() {
    for (int i = 0; i < 20; i++) {
      Market market =
          Market.of(RandomMarkets.evidence(5), RandomMarkets.scenario(), ParameterDraw.of(1, i));
      Market same =
          Market.of(RandomMarkets.evidence(5), RandomMarkets.scenario(), ParameterDraw.of(1, i));
      List<org.plimsoll.model.policy.Measure> ban =
          List.of(Make.ban(RandomMarkets.LAST, "CAA", ""));
      Equilibrium one = Answers.once(market.with(ban)).getEquilibrium();
      Equilibrium two = Answers.once(same.with(ban)).getEquilibrium();
      assertEquals(one.listRoutes(RandomMarkets.LAST), two.listRoutes(RandomMarkets.LAST));
      assertTrue(market.base().listRoutes(RandomMarkets.LAST).size() > 0);
    }
  }
}
