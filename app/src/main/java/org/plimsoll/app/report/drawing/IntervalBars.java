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
  private static final double WIDTH = 760;
  private static final double LABEL = 190;
  private static final double NUMBERS = 170;
  private static final double ROW = 30;
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
   */
  public record Bar(String label, Interval value, Grade grade) {}

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

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    for (Bar bar : bars) {
      parts.add(bar.label() + " " + NumberText.of(bar.value(), unit, bar.grade()));
    }
    return parts.isEmpty() ? "No bars." : String.join("; ", parts) + ".";
  }

  @Override
  public Markup markup(String id, Numbering numbering) {
    double height = TOP + bars.size() * ROW + BOTTOM;
    Scale scale = scale();
    Tag svg = Svg.open(id, this, WIDTH, height, "intervals");
    for (double tick : shownScale().ticks(5)) {
      double x = shownScale().at(tick);
      svg.add(Svg.line(x, TOP, x, height - BOTTOM, "grid"));
      svg.add(Svg.text(x, height - 9, "mid small soft", NumberText.plain(tick, 6)));
    }
    double x0 = scale.at(origin);
    svg.add(Svg.text(x0 - 8, 14, "end small soft", "← " + below));
    svg.add(Svg.text(x0 + 8, 14, "start small soft", above + " →"));
    MarkKeys keys = new MarkKeys();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      svg.add(row(bar, scale, TOP + i * ROW).key(keys.of(bar.label())));
    }
    svg.add(Svg.line(x0, TOP - 20, x0, height - BOTTOM, "axis"));
    svg.add(Svg.text(WIDTH, height - 9, "end small soft", unit.symbol()));
    return svg.markup();
  }

  private Tag row(Bar bar, Scale scale, double top) {
    double y = top + ROW / 2;
    double low = scale.at(bar.value().low());
    double high = scale.at(bar.value().high());
    double central = scale.at(bar.value().central());
    double x0 = scale.at(origin);
    List<Markup> parts = new ArrayList<>();
    parts.add(
        Svg.lines(LABEL - 12, y, "end", Lettering.wrap(bar.label(), LABEL - 16, Svg.LETTER, 2)));
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
    String text = NumberText.of(bar.value(), unit.withoutSymbol(), bar.grade());
    parts.add(Svg.text(WIDTH - NUMBERS + 14, y + 4, "start", text).markup());
    return Tag.of("g").addAll(parts);
  }

  private static Markup bar(double from, double to, double y, Grade grade) {
    Tone tone = to < from ? Tone.ORANGE : Tone.BLUE;
    String fill = grade == Grade.C ? tone.hatch() + " edge" : tone.fill();
    return Svg.rect(Math.min(from, to), y - 8, Math.abs(to - from), 16, fill).markup();
  }

  private Scale scale() {
    double low = bars.stream().mapToDouble(b -> b.value().low()).min().orElse(origin);
    double high = bars.stream().mapToDouble(b -> b.value().high()).max().orElse(origin);
    low = Math.min(low, origin);
    high = Math.max(high, origin);
    double room = high > low ? (high - low) * 0.04 : 1;
    return new Scale(low - room, high + room, LABEL, WIDTH - NUMBERS, false);
  }

  /** The same axis in the unit shown, for round ticks. */
  private Scale shownScale() {
    Scale held = scale();
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
