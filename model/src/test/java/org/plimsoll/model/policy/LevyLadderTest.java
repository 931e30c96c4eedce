package org.plimsoll.model.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The special safeguard as European tariff lines print it, and what makes no ladder. */
final class LevyLadderTest {
  private static final double TRIGGER = 158.9;

  /** Duties of the published ladder, EUR per 100 kg; thresholds 143.01, 95.34, 63.56, 39.725. */
  @ParameterizedTest
  @CsvSource({
    "150.955, 0",
    "143.01, 0",
    "127.12, 4.767",
    "95.34, 14.301",
    "79.45, 22.246",
    "63.56, 30.191",
    "47.67, 41.314",
    "39.725, 46.8755",
    "15.89, 68.327"
  })
  void thePublishedDutiesFollow(double price, double duty) {
    assertEquals(duty, LevyLadder.SPECIAL_SAFEGUARD.levyOn(TRIGGER, price), 1e-9);
  }

  /** Duty = intercept − slope × price on each tier, so that its slope is the tier's share. */
  @ParameterizedTest
  @CsvSource({
    "150, 0, 0",
    "120, 42.903, 0.3",
    "80, 61.971, 0.5",
    "50, 74.683, 0.7",
    "9, 82.628, 0.9"
  })
  void eachTierIsStraight(double price, double intercept, double slope) {
    LevyLadder ladder = LevyLadder.SPECIAL_SAFEGUARD;
    assertEquals(slope, ladder.shareAt(TRIGGER, price));
    assertEquals(intercept - slope * price, ladder.levyOn(TRIGGER, price), 1e-9);
  }

  @Test
  void bandsGoDownAndLieInTheirRange() {
    LevyLadder.Band high = new LevyLadder.Band(0.9, 0.3);
    LevyLadder.Band low = new LevyLadder.Band(0.6, 0.5);
    assertThrows(IllegalArgumentException.class, () -> new LevyLadder(List.of(low, high)));
    assertThrows(IllegalArgumentException.class, () -> new LevyLadder(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LevyLadder.Band(1.1, 0.3));
    assertThrows(IllegalArgumentException.class, () -> new LevyLadder.Band(0.5, -0.1));
  }
}
