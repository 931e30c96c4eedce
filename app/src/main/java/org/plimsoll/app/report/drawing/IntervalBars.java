package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Scale;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * Bars with their range, to both sides of a line: who pays and who gains, or how far each
 * assumption moves an answer (a tornado).
 *
 * @param title what it shows
 * @param unit how the values are written
 * @param kind what a bar spans
 * @param origin value at the line, in the unit held: 0, or the central answer of a tornado
 * @param below what lies to the left of the line: {@code pays}
 * @param above what lies to the right of the line: {@code gains}
 * @param bars in the order drawn
 */
public record IntervalBars(
    String title, Unit unit, Kind kind, double origin, String below, String above, List<Bar> bars)
    implements Drawing {
  private static final double TOP = 26;
  private static final double BOTTOM = 26;

  public IntervalBars {
    bars = List.copyOf(bars);
  }

  /** What a bar spans. */
  public enum Kind {
    /** From the line to the central value, with a whisker from low to high. */
    FROM_ORIGIN,
    /** From low to high, with a mark at the central value. */
    LOW_TO_HIGH
  }

  /**
   * One bar.
   *
   * @param label country or assumption
   * @param value in the unit held
   * @param grade how well it is known: C is hatched
   * @param address where its label leads; empty if nowhere
   */
  public record Bar(String label, Interval value, Grade grade, Optional<String> address) {
    /** A bar whose label leads nowhere. */
    public Bar(String label, Interval value, Grade grade) {
      this(label, value, grade, Optional.empty());
    }

    private Markup linked(Markup lines) {
      return address.map(to -> Tag.of("a").with("href", to).add(lines).markup()).orElse(lines);
    }
  }

  /** How far each assumption moves an answer, widest first. */
  public static IntervalBars tornado(String title, Unit unit, double central, List<Bar> bars) {
    List<Bar> sorted =
        bars.stream()
            .sorted(
                Comparator.comparingDouble((Bar bar) -> bar.value().high() - bar.value().low())
                    .reversed()
                    .thenComparing(Bar::label))
            .toList();
    return new IntervalBars(title, unit, Kind.LOW_TO_HIGH, central, "lower", "higher", sorted);
  }

  /**
   * Where things are.
   *
   * @param width of the drawing
   * @param label room to the left of the bars; on a phone the label is over its bar
   * @param numbers room to the right of them
   * @param row height of a row
   * @param ticks about how many the axis has
   */
  private record Frame(double width, double label, double numbers, double row, int ticks) {
    static Frame of(Width width) {
      return switch (width) {
        case PHONE -> new Frame(360, 10, 10, 54, 4);
        case COLUMN -> new Frame(640, 160, 165, 30, 5);
        case PAGE -> new Frame(760, 190, 170, 30, 5);
      };
    }

    boolean isStacked() {
      return label < 100;
    }
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    for (Bar bar : bars) {
      parts.add(bar.label() + " " + NumberText.of(bar.value(), unit, bar.grade()));
    }
    return parts.isEmpty() ? "No bars." : String.join("; ", parts) + ".";
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    Frame frame = Frame.of(width);
    double height = TOP + bars.size() * frame.row() + BOTTOM;
    Scale scale = scale(frame);
    Scale shown = shownScale(frame);
    String cssClass = "intervals" + width.cssClass();
    Tag svg =
        bars.stream().anyMatch(bar -> bar.address().isPresent())
            ? Svg.openWithLinks(id, this, frame.width(), height, cssClass)
            : Svg.open(id, this, frame.width(), height, cssClass);
    double symbol = Lettering.width(unit.symbol(), Svg.SMALL);
    for (double tick : shown.ticks(frame.ticks())) {
      double x = shown.at(tick);
      String text = NumberText.plain(tick, 6);
      double half = Lettering.width(text, Svg.SMALL) / 2;
      svg.add(Svg.line(x, TOP, x, height - BOTTOM, "grid"));
      boolean fits = x - half >= 0 && x + half <= frame.width() - symbol - 14;
      if (fits || !frame.isStacked()) {
        svg.add(Svg.text(x, height - 9, "mid small soft", text));
      }
    }
    double x0 = scale.at(origin);
    if (frame.isStacked()) {
      // Before the rows, since labels lie on it.
      svg.add(Svg.line(x0, TOP, x0, height - BOTTOM, "axis"));
      svg.add(Svg.text(8, 14, "start small soft", "← " + below));
      svg.add(Svg.text(frame.width() - 8, 14, "end small soft", above + " →"));
    } else {
      svg.add(Svg.text(x0 - 8, 14, "end small soft", "← " + below));
      svg.add(Svg.text(x0 + 8, 14, "start small soft", above + " →"));
    }
    MarkKeys keys = new MarkKeys();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      svg.add(row(bar, frame, scale, TOP + i * frame.row()).key(keys.of(bar.label())));
    }
    if (!frame.isStacked()) {
      svg.add(Svg.line(x0, TOP - 20, x0, height - BOTTOM, "axis"));
    }
    double edge = frame.isStacked() ? frame.width() - 8 : frame.width();
    svg.add(Svg.text(edge, height - 9, "end small soft", unit.symbol()));
    return svg.markup();
  }

  private Tag row(Bar bar, Frame frame, Scale scale, double top) {
    double y = frame.isStacked() ? top + 42 : top + frame.row() / 2;
    double low = scale.at(bar.value().low());
    double high = scale.at(bar.value().high());
    double central = scale.at(bar.value().central());
    double x0 = scale.at(origin);
    String text = NumberText.of(bar.value(), unit.withoutSymbol(), bar.grade());
    List<Markup> parts = new ArrayList<>();
    if (frame.isStacked()) {
      double room = frame.width() - 28 - Lettering.width(text, Svg.LETTER);
      List<String> label = Lettering.wrap(bar.label(), room, Svg.LETTER, 2);
      parts.add(bar.linked(Svg.lines(8, top + 16, "start halo", label)));
    } else {
      List<String> label = Lettering.wrap(bar.label(), frame.label() - 16, Svg.LETTER, 2);
      parts.add(bar.linked(Svg.lines(frame.label() - 12, y, "end", label)));
    }
    switch (kind) {
      case FROM_ORIGIN -> {
        parts.add(bar(x0, central, y, bar.grade()));
        if (high > low) {
          parts.add(Svg.whisker(low, high, y, 5, "whisker"));
        }
      }
      case LOW_TO_HIGH -> {
        // A range that spans the line is drawn in two pieces, one for each side.
        parts.add(bar(Math.clamp(x0, low, high), low, y, bar.grade()));
        parts.add(bar(Math.clamp(x0, low, high), high, y, bar.grade()));
        parts.add(Svg.line(central, y - 10, central, y + 10, "mark").markup());
      }
    }
    parts.add(
        frame.isStacked()
            ? Svg.text(frame.width() - 8, top + 20, "end halo", text).markup()
            : Svg.text(frame.width() - frame.numbers() + 14, y + 4, "start", text).markup());
    return Tag.of("g").addAll(parts);
  }

  private static Markup bar(double from, double to, double y, Grade grade) {
    Tone tone = to < from ? Tone.ORANGE : Tone.BLUE;
    String fill = grade == Grade.C ? tone.hatch() + " edge" : tone.fill();
    return Svg.rect(Math.min(from, to), y - 8, Math.abs(to - from), 16, fill).markup();
  }

  private Scale scale(Frame frame) {
    double low = bars.stream().mapToDouble(b -> b.value().low()).min().orElse(origin);
    double high = bars.stream().mapToDouble(b -> b.value().high()).max().orElse(origin);
    low = Math.min(low, origin);
    high = Math.max(high, origin);
    double room = high > low ? (high - low) * 0.04 : 1;
    return new Scale(
        low - room, high + room, frame.label(), frame.width() - frame.numbers(), false);
  }

  /** The same axis in the unit shown, for round ticks. */
  private Scale shownScale(Frame frame) {
    Scale held = scale(frame);
    double factor = unit.factor();
    return new Scale(held.low() * factor, held.high() * factor, held.start(), held.end(), false);
  }

  @Override
  public Markup key() {
    Key key = new Key();
    key.patch(Tone.ORANGE.fill(), below).patch(Tone.BLUE.fill(), above);
    switch (kind) {
      case FROM_ORIGIN -> key.add(Svg.whisker(3, 23, 7, 4, "whisker"), "low to high");
      case LOW_TO_HIGH -> key.add(Svg.line(13, 1, 13, 13, "mark").markup(), "central");
    }
    if (bars.stream().anyMatch(bar -> bar.grade() == Grade.C)) {
      key.patch(Tone.GREY.hatch() + " edge", "hatched: grade C");
    }
    return key.markup();
  }

  @Override
  public Optional<Table> numbers() {
    return Optional.of(
        Table.draft(title + (unit.symbol().isEmpty() ? "" : ", " + unit.symbol()), bars)
            .words("", Bar::label)
            .numbers("low", bar -> NumberText.amount(bar.value().low(), unit, bar.grade()))
            .numbers("central", bar -> NumberText.amount(bar.value().central(), unit, bar.grade()))
            .numbers("high", bar -> NumberText.amount(bar.value().high(), unit, bar.grade()))
            .words("grade", bar -> bar.grade().name())
            .table());
  }
}
