package org.plimsoll.planner.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BreakEvenTest {
  /** Makers are paid 80% of a floor once it exceeds 50, and at least 40. */
  private static OptionalDouble paid(double floor) {
    return OptionalDouble.of(Math.max(40, floor > 50 ? 0.8 * floor : 0));
  }

  @Test
  void theFloorLiesAboveWhatItPays() {
    BreakEven found = BreakEven.find(BreakEvenTest::paid, 80, 40, 200, 9);
    double floor = assertInstanceOf(BreakEven.Found.class, found).floorUsdPerTonne();
    assertEquals(100, floor, 0.2);
  }

  @Test
  void whatIsReachedWithoutNeedsNone() {
    assertInstanceOf(BreakEven.Without.class, BreakEven.find(BreakEvenTest::paid, 40, 40, 200, 9));
  }

  @Test
  void whereNoFloorDoesItTheBestIsSaid() {
    BreakEven none = BreakEven.find(BreakEvenTest::paid, 200, 40, 200, 9);
    assertEquals(new BreakEven.None(200, OptionalDouble.of(160)), none);
  }

  /** Paid rises to 60 at a floor of 60, and falls beyond: buyers go elsewhere. */
  @Test
  void theFirstOfSeveralRootsIsFound() {
    BreakEven found =
        BreakEven.find(
            floor -> OptionalDouble.of(floor <= 60 ? floor : 120 - floor), 50, 10, 110, 11);
    double floor = assertInstanceOf(BreakEven.Found.class, found).floorUsdPerTonne();
    assertEquals(50, floor, 0.05);
  }

  @Test
  void floorsWithoutAFigureAreSteppedOver() {
    BreakEven none = BreakEven.find(floor -> OptionalDouble.empty(), 1, 10, 100, 4);
    assertEquals(new BreakEven.None(100, OptionalDouble.empty()), none);
  }
}
