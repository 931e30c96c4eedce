package org.plimsoll.app.report.drawing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.app.report.text.Lettering;

/**
 * The strip of time that the rows of a {@link Timeline} share.
 *
 * <p>A promise that reaches years ahead would squeeze all others, so what lies further than {@link
 * #YEARS_BACK} back or {@link #YEARS_AHEAD} ahead is drawn at the edge, with an arrow.
 *
 * @param asOf the day on which it is read
 * @param first first day of its first month
 * @param last first day after its last month
 */
record TimeStrip(LocalDate asOf, LocalDate first, LocalDate last) {
  private static final double WIDTH = 300;
  private static final double HEIGHT = 22;
  private static final double EDGE = 8;
  private static final int MOST_TICKS = 5;
  private static final int YEARS_BACK = 2;
  private static final int YEARS_AHEAD = 2;

  static TimeStrip of(LocalDate asOf, List<LocalDate> days) {
    LocalDate earliest = later(Collections.min(days), asOf.minusYears(YEARS_BACK));
    LocalDate latest = earlier(Collections.max(days), asOf.plusYears(YEARS_AHEAD));
    return new TimeStrip(asOf, earliest.withDayOfMonth(1), latest.withDayOfMonth(1).plusMonths(1));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Month names over the column. */
  Markup axis() {
    Tag svg = open().with("aria-hidden", "true");
    double end = Double.NEGATIVE_INFINITY;
    for (LocalDate tick : ticks()) {
      String text = CalendarText.ofMonth(tick);
      double width = Lettering.width(text, Svg.SMALL);
      double left = Math.clamp(x(tick) - width / 2, 0, WIDTH - width);
      svg.add(Svg.line(x(tick), 16, x(tick), HEIGHT, "axis"));
      if (left > end + 5) {
        svg.add(Svg.text(left, 12, "small soft", text));
        end = left + width;
      }
    }
    return svg.markup();
  }

  /** The course of one promise. */
  Markup row(Timeline.Item item, String standing) {
    double y = HEIGHT / 2;
    Tag svg = open().with("role", "img").with("aria-label", spoken(item, standing));
    for (LocalDate tick : ticks()) {
      svg.add(Svg.line(x(tick), 0, x(tick), HEIGHT, "grid"));
    }
    svg.add(Svg.line(x(asOf), 0, x(asOf), HEIGHT, "today"));
    LocalDate planned = item.due().orElse(asOf);
    svg.add(Svg.line(x(item.made()), y, x(planned), y, "span"));
    svg.add(Svg.circle(x(item.made()), y, 2, "spanend"));
    if (item.isLate(asOf)) {
      LocalDate end = item.state() instanceof Timeline.State.Done done ? done.on() : asOf;
      boolean isUnknown = item.state() instanceof Timeline.State.Unknown;
      String cssClass = isUnknown ? "latebar unsure" : "latebar";
      svg.add(Svg.line(x(planned), y, x(end), y, cssClass));
    }
    item.due().ifPresent(due -> svg.add(due.isAfter(last) ? ahead(y) : diamond(x(due), y)));
    if (item.state() instanceof Timeline.State.Done done) {
      Tone tone = item.isLate(asOf) ? Tone.ORANGE : Tone.BLUE;
      svg.add(Svg.circle(x(done.on()), y, 4.5, tone.fill()));
    }
    return svg.markup();
  }

  static Markup diamond(double x, double y) {
    Pen pen = new Pen().move(x, y - 6).line(x + 6, y).line(x, y + 6).line(x - 6, y).close();
    return Svg.path(pen, "due").markup();
  }

  /** The due date lies beyond the strip. */
  private static Markup ahead(double y) {
    double x = WIDTH - EDGE;
    Pen pen = new Pen().move(x - 5, y - 6).line(x + 6, y).line(x - 5, y + 6).close();
    return Svg.path(pen, "due").markup();
  }

  private String spoken(Timeline.Item item, String standing) {
    String due = item.due().map(day -> ", due " + CalendarText.of(day)).orElse("");
    return "made " + CalendarText.of(item.made()) + due + ": " + standing;
  }

  private List<LocalDate> ticks() {
    long months = ChronoUnit.MONTHS.between(first, last);
    int step = 1;
    for (int rough : new int[] {1, 2, 3, 6, 12, 24, 60, 120}) {
      step = rough;
      if (months / rough < MOST_TICKS) {
        break;
      }
    }
    List<LocalDate> ticks = new ArrayList<>();
    for (LocalDate day = first; day.isBefore(last); day = day.plusMonths(1)) {
      if ((day.getYear() * 12L + day.getMonthValue() - 1) % step == 0) {
        ticks.add(day);
      }
    }
    return ticks;
  }

  private Tag open() {
    return Tag.of("svg", "timestrip").with("viewBox", "0 0 300 22");
  }

  private double x(LocalDate day) {
    double share =
        (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    return EDGE + Math.clamp(share, 0, 1) * (WIDTH - 2 * EDGE);
  }
}
