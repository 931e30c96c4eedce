package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Scale;

/**
 * Lines over one axis, such as prices by month. The table beside it has the numbers.
 *
 * @param title what it shows
 * @param across what the axis counts: {@code months}
 * @param up what the height says
 * @param lines in the order of the key
 */
public record LineChart(String title, String across, String up, List<Line> lines)
    implements Drawing {
  private static final double WIDEST = 720;
  private static final double HEIGHT = 300;
  private static final double LEFT = 46;
  private static final double TOP = 26;
  private static final double BOTTOM = 34;

  public LineChart {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param label what it is
   * @param isDashed drawn broken
   * @param points from left to right; none if nothing is known
   */
  public record Line(String label, Tone tone, boolean isDashed, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }

    private String dashes() {
      return isDashed ? "6 4" : "none";
    }
  }

  /** A place on a line, in the units of the axes. */
  public record Point(double across, double up) {}

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    for (Line line : lines) {
      if (!line.points().isEmpty()) {
        Point first = line.points().getFirst();
        Point last = line.points().getLast();
        parts.add(
            "%s: %s at %s %s, %s at %s"
                .formatted(
                    line.label(),
                    NumberText.plain(first.up(), 3),
                    NumberText.plain(first.across(), 3),
                    across,
                    NumberText.plain(last.up(), 3),
                    NumberText.plain(last.across(), 3)));
      }
    }
    return parts.isEmpty() ? "No lines." : String.join("; ", parts) + ".";
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    double right = Math.min(WIDEST, width.units()) - 16;
    List<Point> all = lines.stream().flatMap(line -> line.points().stream()).toList();
    double first = all.stream().mapToDouble(Point::across).min().orElse(0);
    double last = all.stream().mapToDouble(Point::across).max().orElse(1);
    double most = all.stream().mapToDouble(Point::up).max().orElse(1);
    Scale x = new Scale(first, last > first ? last : first + 1, LEFT, right, false);
    Scale y = new Scale(0, most > 0 ? 1.06 * most : 1, HEIGHT - BOTTOM, TOP, false);
    Tag svg = Svg.open(id, this, right + 16, HEIGHT, "lines" + width.cssClass());
    for (double tick : y.ticks(5)) {
      svg.add(Svg.line(LEFT, y.at(tick), right, y.at(tick), "grid"));
      svg.add(Svg.text(LEFT - 8, y.at(tick) + 4, "end small soft", NumberText.plain(tick, 4)));
    }
    for (double tick : x.ticks(width.isPhone() ? 6 : 12)) {
      svg.add(Svg.text(x.at(tick), HEIGHT - 14, "mid small soft", NumberText.plain(tick, 4)));
    }
    svg.add(Svg.line(LEFT, y.at(0), right, y.at(0), "axis"));
    svg.add(Svg.text(LEFT, 14, "start small soft", up));
    svg.add(Svg.text(right, HEIGHT - 1, "end small soft", across));
    MarkKeys keys = new MarkKeys();
    lines.forEach(line -> svg.add(drawn(line, keys.of(line.label()), x, y)));
    return svg.markup();
  }

  private static Markup drawn(Line line, String key, Scale x, Scale y) {
    if (line.points().isEmpty()) {
      return Markup.NONE;
    }
    Point start = line.points().getFirst();
    Pen pen = new Pen().move(x.at(start.across()), y.at(start.up()));
    line.points().stream()
        .skip(1)
        .forEach(point -> pen.line(x.at(point.across()), y.at(point.up())));
    return stroke(pen, line).key(key).markup();
  }

  private static Tag stroke(Pen pen, Line line) {
    return Svg.path(pen, "line " + line.tone().stroke()).with("stroke-dasharray", line.dashes());
  }

  @Override
  public Markup key() {
    Key key = new Key();
    for (Line line : lines) {
      key.add(stroke(new Pen().move(1, 7).line(25, 7), line).markup(), line.label());
    }
    return key.markup();
  }

  /** Empty: the table of the page has every number. */
  @Override
  public Optional<Table> numbers() {
    return Optional.empty();
  }
}
