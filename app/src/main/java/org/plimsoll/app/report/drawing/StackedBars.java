package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Scale;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

/**
 * Bars made of parts, as long as their sum: what a stockpile holds for a budget, by product, with
 * the days of cover that each part buys. Parts are numbered from the largest, and the list beside
 * names them, so that thin parts can be read too.
 *
 * @param title what it shows
 * @param unit how the parts are written
 * @param bars one or more, to one scale
 */
public record StackedBars(String title, Unit unit, List<Bar> bars) implements Drawing {
  private static final double BOTTOM = 24;

  public StackedBars {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param label what it is
   * @param parts in any order
   * @param unspent what is left over, not negative, drawn hollow
   * @param whyUnspent the reason; empty if nothing is left over
   */
  public record Bar(String label, List<Part> parts, double unspent, String whyUnspent) {
    public Bar {
      parts =
          parts.stream()
              .sorted(
                  Comparator.comparingDouble(Part::amount).reversed().thenComparing(Part::label))
              .toList();
    }

    double total() {
      return parts.stream().mapToDouble(Part::amount).sum() + unspent;
    }
  }

  /**
   * One part.
   *
   * @param label product
   * @param amount not negative
   * @param grade how well it is known: C is hatched
   * @param remark what it does, in a few words: {@code 62 to 95 days}
   */
  public record Part(String label, double amount, Grade grade, String remark) {
    public Part {
      if (!(amount >= 0) || !Double.isFinite(amount)) {
        throw new IllegalArgumentException(
            "the part " + label + " must be 0 or more, but is " + amount);
      }
    }
  }

  /**
   * Where things are.
   *
   * @param width of the drawing
   * @param label room to the left of the bars; on a phone the label is over its bar
   * @param right room to the right of them
   * @param row height of a row
   * @param ticks about how many the axis has
   */
  private record Frame(double width, double label, double right, double row, int ticks) {
    static Frame of(Width width) {
      return switch (width) {
        case PHONE -> new Frame(360, 8, 24, 76, 3);
        case COLUMN -> new Frame(640, 120, 16, 62, 5);
        case PAGE -> new Frame(920, 150, 16, 62, 6);
      };
    }

    boolean isStacked() {
      return label < 100;
    }
  }

  @Override
  public String description() {
    List<String> texts = new ArrayList<>();
    for (Bar bar : bars) {
      List<String> parts = new ArrayList<>();
      for (Part part : bar.parts()) {
        String amount = NumberText.of(part.amount(), unit, part.grade());
        String remark = part.remark().isEmpty() ? "" : " (" + part.remark() + ")";
        parts.add(part.label() + " " + amount + remark);
      }
      if (bar.unspent() > 0) {
        parts.add("unspent " + NumberText.of(bar.unspent(), unit, Grade.B));
      }
      texts.add(bar.label() + ": " + String.join(", ", parts) + ".");
    }
    return String.join(" ", texts);
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    Frame frame = Frame.of(width);
    double height = bars.size() * frame.row() + BOTTOM;
    Scale scale = scale(frame);
    Scale shown = new Scale(0, scale.high() * unit.factor(), scale.start(), scale.end(), false);
    Tag svg = Svg.open(id, this, width.units(), height, "stack" + width.cssClass());
    for (double tick : shown.ticks(frame.ticks())) {
      double x = shown.at(tick);
      svg.add(Svg.line(x, 6, x, height - BOTTOM, "grid"));
      svg.add(Svg.text(x, height - 7, "mid small soft", NumberText.plain(tick, 6)));
    }
    svg.add(
        frame.isStacked()
            ? Svg.text(width.units() - 8, 14, "end small soft halo", unit.symbol())
            : Svg.text(frame.label() - 12, height - 7, "end small soft", unit.symbol()));
    MarkKeys keys = new MarkKeys();
    for (int i = 0; i < bars.size(); i++) {
      String key = keys.of(bars.get(i).label());
      svg.add(bar(bars.get(i), key, frame, scale, i * frame.row()));
    }
    return svg.markup();
  }

  private Markup bar(Bar bar, String key, Frame frame, Scale scale, double rowTop) {
    Tag all = Tag.of("g").key(key);
    MarkKeys keys = new MarkKeys();
    double top = rowTop + (frame.isStacked() ? 24 : 10);
    if (frame.isStacked()) {
      List<String> label = Lettering.wrap(bar.label(), frame.width() - 80, Svg.LETTER, 1);
      all.add(Svg.lines(frame.label(), rowTop + 10, "start halo", label));
    } else {
      List<String> label = Lettering.wrap(bar.label(), frame.label() - 16, Svg.LETTER, 3);
      all.add(Svg.lines(frame.label() - 12, top + 20, "end", label));
    }
    double sum = 0;
    for (int i = 0; i < bar.parts().size(); i++) {
      Part part = bar.parts().get(i);
      double x = scale.at(sum);
      sum += part.amount();
      double width = scale.at(sum) - x;
      String shade = i % 2 == 0 ? Tone.BLUE.fill() : "t0b";
      String fill = part.grade() == Grade.C ? Tone.BLUE.hatch() : shade;
      String partKey = keys.of(key + "/" + part.label());
      Tag rect = Svg.rect(x, top, width, 40, fill + " part").key(partKey);
      rect.add(Tag.of("title").text(part.label() + " " + amount(part)));
      all.add(rect);
      String number = Integer.toString(i + 1);
      if (width > Lettering.width(number, Svg.SMALL) + 4) {
        String cssClass = part.grade() == Grade.C ? "mid small halo" : "mid small onfill";
        all.add(Svg.text(x + width / 2, top + 24, cssClass, number).key(partKey + " label"));
      }
    }
    if (bar.unspent() > 0) {
      double x = scale.at(sum);
      double width = scale.at(sum + bar.unspent()) - x;
      all.add(Svg.rect(x, top, width, 40, "hollow").key(key + "/unspent"));
      if (width > Lettering.width("unspent", Svg.SMALL) + 6) {
        all.add(
            Svg.text(x + width / 2, top + 24, "mid small", "unspent").key(key + "/unspent label"));
      }
    }
    return all.markup();
  }

  private String amount(Part part) {
    return NumberText.of(part.amount(), unit, part.grade());
  }

  private Scale scale(Frame frame) {
    double longest = bars.stream().mapToDouble(Bar::total).max().orElse(1);
    return new Scale(
        0, longest > 0 ? longest : 1, frame.label(), frame.width() - frame.right(), false);
  }

  @Override
  public Markup key() {
    return Markup.of(bars.stream().map(this::list).toList());
  }

  /** The parts of a bar by number, beside it on a wide page and under it on a narrow one. */
  private Markup list(Bar bar) {
    Tag list = Tag.of("ol", "parts").with("aria-label", bar.label());
    for (Part part : bar.parts()) {
      Tag item =
          Tag.of("li")
              .add(Tag.of("b").text(part.label()))
              .text(" " + amount(part))
              .add(part.remark().isEmpty() ? Markup.NONE : Markup.text(", " + part.remark()));
      list.add(item);
    }
    Tag all = Tag.of("div", "partlist");
    if (bars.size() > 1) {
      all.add(Tag.of("p", "listhead").text(bar.label()));
    }
    all.add(list);
    if (bar.unspent() > 0) {
      String why = bar.whyUnspent().isEmpty() ? "" : ": " + bar.whyUnspent();
      all.add(
          Tag.of("p", "unspent")
              .add(Tag.of("b").text("Unspent "))
              .text(NumberText.of(bar.unspent(), unit, Grade.B) + why));
    }
    return all.markup();
  }
}
