package org.plimsoll.app.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The strip of time that the rows of a {@link Timeline} share.
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

  static TimeStrip of(LocalDate asOf, List<LocalDate> days) {
    LocalDate first = Collections.min(days).withDayOfMonth(1);
    LocalDate last = Collections.max(days).withDayOfMonth(1).plusMonths(1);
    return new TimeStrip(asOf, first, last);
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
    item.due().ifPresent(due -> svg.add(diamond(x(due), y)));
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
    return EDGE + share * (WIDTH - 2 * EDGE);
  }
}
