package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.study.Reading.Bound;

/** Days that private stocks last, of a market of one year. */
class ExposurePartTest {
  private static final Figure STOCKS =
      Figure.read(new Interval(15, 36, 75), "days", TinyWorld.MADE_UP);

  private static Result days(double low, double central, double high) {
    return ExposurePart.days(
        STOCKS,
        Figure.ofRows(new Interval(low, central, high), "1", Grade.C, List.of("world/a.csv")));
  }

  @Test
  void whatOutlastsTheYearLastsAtLeastThat() {
    Figure days = assertInstanceOf(Figure.class, days(0.005, 0.36, 0.5));
    assertEquals(new Interval(30, 100, 365), days.value());
    assertEquals(new Bounds(Bound.EXACT, Bound.EXACT, Bound.AT_LEAST), days.bounds());
    Figure within = assertInstanceOf(Figure.class, days(0.25, 0.36, 0.5));
    assertEquals(new Interval(30, 100, 300), within.value());
    assertEquals(Bounds.EXACT, within.bounds());
  }

  @Test
  void whereAYearsStocksCoverItNoUseStops() {
    NoFigure none = assertInstanceOf(NoFigure.class, days(0.005, 0.09, 0.5));
    assertEquals("no use stops within a year", none.why());
  }
}
