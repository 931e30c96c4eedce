package org.plimsoll.planner.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict on a floor of USD 100, by what makers are paid. */
class FloorVerdictTest {
  @Test
  void byWhatMakersArePaid() {
    assertEquals(FloorVerdict.HELD, FloorVerdict.of(100, 30, List.of(99.0, 120.0)));
    assertEquals(FloorVerdict.LEVIED_NOT_HELD, FloorVerdict.of(100, 30, List.of(98.9, 120.0)));
    // Nothing levied arrives, and makers are paid less: the floor is as little held.
    assertEquals(FloorVerdict.LEVIED_NOT_HELD, FloorVerdict.of(100, 0, List.of(86.0)));
    assertEquals(FloorVerdict.IDLE, FloorVerdict.of(100, 0, List.of(110.0)));
    assertEquals(FloorVerdict.NO_MAKER, FloorVerdict.of(100, 30, List.of()));
  }
}
