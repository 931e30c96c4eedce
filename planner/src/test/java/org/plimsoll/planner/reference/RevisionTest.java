package org.plimsoll.planner.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final Revision.Rule RULE = new Revision.Rule(0.05, 0.1, 30);
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private static Revision of(double share) {
    return Revision.of(100, 100 * (1 + share), RULE, DAY);
  }

  @Test
  void aMoveWithinTheBandLeavesIt() {
    assertFalse(of(0.049).isMoved());
    assertEquals(100, of(-0.049).after());
    assertEquals(DAY, of(0.049).from());
  }

  @Test
  void aMoveBeyondTheBandMovesItAfterNotice() {
    assertTrue(of(0.051).isMoved());
    assertEquals(105.1, of(0.051).after(), 1e-9);
    assertEquals(94.9, of(-0.051).after(), 1e-9);
    assertEquals(LocalDate.of(2026, 12, 31), of(0.051).from());
  }

  @Test
  void aLargeMoveMovesItByTheCap() {
    assertEquals(110, of(0.4).after(), 1e-9);
    assertEquals(90, of(-0.4).after(), 1e-9);
  }

  @Test
  void anEstimateIsIndexedByItsWeights() {
    // 100 × (1 + 0.25 × 0.2 − 0.4 × 0.1)
    List<Revision.Move> moves = List.of(new Revision.Move(0.25, 0.2), new Revision.Move(0.4, -0.1));
    assertEquals(101, Revision.indexed(100, moves), 1e-9);
  }
}
