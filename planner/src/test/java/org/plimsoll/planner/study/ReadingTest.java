package org.plimsoll.planner.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.planner.study.Reading.Bound;
import org.plimsoll.planner.study.Reading.Known;
import org.plimsoll.planner.study.Reading.Missing;

/** Numbers, bounds and reasons, and what differences make of them. */
class ReadingTest {
  private static final Reading NONE = new Missing("not converged at a/b in C");

  @Test
  void aReasonOutlivesEveryOperation() {
    Known two = Known.exact(2);
    assertEquals(NONE, two.minus(NONE));
    assertEquals(NONE, NONE.minus(two));
    assertEquals(NONE, NONE.times(3));
    assertEquals(NONE, two.plus(NONE));
    assertEquals(NONE, two.changeFrom(NONE));
    assertEquals(new Missing("there is nothing to compare with"), two.changeFrom(Known.exact(0)));
  }

  /** 100 of surplus today with 5 valued at a ceiling; in a stop 60 with 8: at least 40 is lost. */
  @Test
  void aLossBehindACeilingIsAtLeast() {
    Known today = new Known(100, 5);
    Known stop = new Known(60, 8);
    Known loss = (Known) today.minus(stop);
    assertEquals(40, loss.value());
    assertEquals(Bound.AT_LEAST, loss.bound());
    assertEquals(Bound.AT_MOST, ((Known) stop.minus(today)).bound());
  }

  @Test
  void whatGoesWithoutInBothCasesCancels() {
    assertEquals(Bound.EXACT, ((Known) new Known(100, 5).minus(new Known(60, 5))).bound());
    assertEquals(Bound.EXACT, ((Known) new Known(100, 5).minus(new Known(60, 5 + 1e-10))).bound());
  }

  @Test
  void dustIsRoundedAway() {
    assertEquals(Known.exact(0), Known.exact(0.000808716).rounded());
    assertEquals(NONE, NONE.rounded());
  }

  @Test
  void noNumberIsNoReading() {
    assertThrows(IllegalArgumentException.class, () -> Known.exact(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Known.exact(Double.POSITIVE_INFINITY));
  }

  @Test
  void aSeriesCountsWhyDrawsHaveNoNumber() {
    Series series = new Series(Known.exact(1), List.of(Known.exact(2), NONE, NONE));
    assertEquals(1, series.listKnown().size());
    assertEquals(new TreeMap<>(Map.of("not converged at a/b in C", 2)), series.countMissing());
    Series change = series.minus(new Series(Known.exact(1), List.of(NONE, Known.exact(1), NONE)));
    assertEquals(0, change.listKnown().size());
  }

  @Test
  void seriesOfOtherDrawsDoNotPair() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Series.of(Known.exact(1)).minus(new Series(Known.exact(1), List.of(NONE))));
  }
}
