package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Scale;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * One product of a {@link PriceLadder}: marks on an axis, and labels in lanes over and under it.
 */
public final class LadderDrawing {
  /**
   * Where things are.
   *
   * @param width of the drawing
   * @param height of one ladder
   * @param left of the axis; the name of the product is there, or on a phone above
   * @param right room to the right of the axis
   * @param axis height of the axis
   * @param lanes heights of the labels, in the order in which they are tried
   * @param ticks about how many the axis has
   */
  public record Frame(
      double width,
      double height,
      double left,
      double right,
      double axis,
      List<Double> lanes,
      int ticks) {
    public static Frame of(Width width) {
      return switch (width) {
        case PHONE -> PHONE;
        case COLUMN -> COLUMN;
        case PAGE -> PAGE;
      };
    }

    /** Where a label as wide as twice {@code half} is nearest to its mark. */
    private double clamp(double x, double half) {
      double least = isNameAbove() ? 2 : left - 20;
      double most = isNameAbove() ? width - 2 : width;
      return Math.clamp(x, least + half, Math.max(least + half, most - half));
    }

    private boolean isNameAbove() {
      return left < 100;
    }
  }

  private static final List<Double> LANES = List.of(30d, 16d, 95d, 109d, 123d);
  private static final Frame PAGE = new Frame(760, 134, 170, 30, 58, LANES, 6);
  private static final Frame COLUMN = new Frame(640, 134, 150, 30, 58, LANES, 6);
  private static final Frame PHONE =
      new Frame(360, 184, 14, 14, 90, List.of(62d, 48d, 127d, 141d, 155d, 169d), 4);

  private final Frame frame;
  private final PriceLadder.Ladder ladder;
  private final Scale scale;
  private final MarkKeys keys = new MarkKeys();
  private final String key;
  private final Tag group = Tag.of("g");
  private final List<Label> labels = new ArrayList<>();

  private record Label(String key, double x, String text) {}

  /**
   * @param key of the product in its drawing
   */
  public LadderDrawing(PriceLadder.Ladder ladder, String key, Frame frame) {
    this.frame = frame;
    this.key = key;
    this.ladder = ladder;
    this.scale = scale(ladder.range(), frame);
  }

  private static Scale scale(Interval range, Frame frame) {
    double ratio = Math.max(1.2, StrictMath.sqrt(StrictMath.sqrt(range.high() / range.low())));
    return new Scale(
        range.low() / ratio,
        range.high() * ratio,
        frame.left(),
        frame.width() - frame.right(),
        true);
  }

  public Markup markup() {
    if (frame.isNameAbove()) {
      double room = frame.width() - 100;
      List<String> name = Lettering.wrap(ladder.product(), room, Svg.LETTER * 1.06, 2);
      group.add(Svg.lines(8, 18, "start strong", name));
      group.add(Svg.text(frame.width() - 8, 16, "end small soft", ladder.unit().symbol()));
    } else {
      List<String> name = Lettering.wrap(ladder.product(), frame.left() - 26, Svg.LETTER, 3);
      group.add(Svg.lines(0, frame.axis() - 4, "start strong", name));
      group.add(Svg.text(0, frame.axis() + 32, "start small soft", ladder.unit().symbol()));
    }
    axis();
    ladder.layer().ifPresent(this::layer);
    ladder.incentive().ifPresent(this::incentive);
    ladder.floors().forEach(this::floor);
    ladder.thirdCountries().ifPresent(rung -> mark(rung, "third", Shape.THIRD));
    ladder.base().ifPresent(rung -> mark(rung, "base", Shape.BASE));
    ladder.alliance().ifPresent(rung -> mark(rung, "alliance", Shape.ALLIANCE));
    placeLabels();
    return group.markup();
  }

  private void axis() {
    double end = frame.width() - frame.right();
    group.add(Svg.line(frame.left(), frame.axis(), end, frame.axis(), "axis"));
    double factor = ladder.unit().factor();
    Scale shown =
        new Scale(
            scale.low() * factor, scale.high() * factor, scale.start(), scale.end(), scale.isLog());
    for (double tick : shown.ticks(frame.ticks())) {
      double x = shown.at(tick);
      group.add(Svg.line(x, frame.axis(), x, frame.axis() + 5, "axis"));
      String text = NumberText.plain(tick, 6);
      double half = Lettering.width(text, Svg.SMALL) / 2;
      if (x - half >= 0 && x + half <= frame.width()) {
        group.add(Svg.text(x, frame.axis() + 21, "mid small soft", text));
      }
    }
  }

  /** Hairs are a group of their own, so that more can be added. */
  private void layer(LadderLayer layer) {
    Tag hairs = Tag.of("g").with("id", "hairs");
    for (LadderLayer.Where where : LadderLayer.Where.values()) {
      LadderLayer.Side side = layer.side(where);
      side.draws().forEach(usd -> hairs.add(hair(where, OptionalDouble.of(usd))));
      side.band()
          .ifPresent(range ->
              hairs.add(where.band(scale.at(range.low()), scale.at(range.high()), frame.axis())));
      side.other()
          .ifPresent(usd ->
              group.add(
                  ghost(scale.at(usd), frame.axis(), where.tone()).key(key + "/" + where + " A")));
    }
    group.add(hairs);
  }

  /** A price in one draw; beyond the axis it stands at the end. */
  Markup hair(LadderLayer.Where where, OptionalDouble usd) {
    double x =
        Math.clamp(scale.at(usd.orElse(scale.low())), frame.left(), frame.width() - frame.right());
    return usd.isPresent() ? where.hair(x, frame.axis()) : Markup.NONE;
  }

  /** A price of another answer. */
  static Tag ghost(double x, double y, Tone tone) {
    return Svg.circle(x, y, 8, "ghost " + tone.stroke());
  }

  private void incentive(PriceLadder.Rung rung) {
    double low = scale.at(rung.price().low());
    double high = scale.at(rung.price().high());
    String mark = keys.of(key + "/incentive");
    String cssClass = rung.grade() == Grade.C ? "incentive prior-band" : "incentive";
    group.add(Svg.rect(low, frame.axis() - 9, Math.max(2, high - low), 18, cssClass).key(mark));
    labels.add(new Label(mark, (low + high) / 2, "projects pay at " + amount(rung)));
  }

  private void floor(PriceLadder.Floor floor) {
    double x = scale.at(floor.price());
    String cssClass = floor.isReported() ? "floor" : "floor proposed";
    String mark = keys.of(key + "/" + floor.status().word() + " floor");
    group.add(Svg.line(x, frame.axis() - 22, x, frame.axis() + 11, cssClass).key(mark));
    String price = NumberText.amount(floor.price(), ladder.unit(), Grade.B);
    labels.add(new Label(mark, x, floor.status().word() + " floor " + price));
  }

  private void mark(PriceLadder.Rung rung, String word, Shape shape) {
    boolean isPrior = rung.grade() == Grade.C;
    String mark = keys.of(key + "/" + word);
    if (rung.price().low() < rung.price().high()) {
      double low = scale.at(rung.price().low());
      double high = scale.at(rung.price().high());
      String cssClass = shape.whisker() + (isPrior ? " dashed" : "");
      group.add(Svg.keyedWhisker(low, high, frame.axis(), 6, cssClass, mark + " range"));
    }
    group.add(shape.at(x(rung), frame.axis(), isPrior).key(mark));
    String price = NumberText.amount(rung.price().central(), ladder.unit(), rung.grade());
    labels.add(new Label(mark, x(rung), word + " " + (isPrior ? "≈" : "") + price));
  }

  private double x(PriceLadder.Rung rung) {
    return scale.at(rung.price().central());
  }

  private String amount(PriceLadder.Rung rung) {
    return NumberText.of(rung.price(), ladder.unit().withoutSymbol(), rung.grade());
  }

  /** From left to right, each label in the first lane where it touches none before it. */
  private void placeLabels() {
    labels.sort(Comparator.comparingDouble(Label::x).thenComparing(Label::text));
    double[] ends = new double[frame.lanes().size()];
    List<Tag> texts = new ArrayList<>();
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    for (Label label : labels) {
      double half = Lettering.width(label.text(), Svg.SMALL) / 2;
      double x = frame.clamp(label.x(), half);
      int lane = 0;
      while (lane < frame.lanes().size() - 1 && ends[lane] > x - half - 6) {
        lane++;
      }
      ends[lane] = x + half;
      double y = frame.lanes().get(lane);
      double from = y < frame.axis() ? y + 3 : y - 10;
      double to = y < frame.axis() ? frame.axis() - 10 : frame.axis() + 24;
      String mark = label.key();
      group.add(Svg.line(label.x(), from, label.x(), to, "leader").key(mark + " leader"));
      texts.add(Svg.text(x, y, "mid small halo", label.text()).key(mark + " label"));
    }
    // Words last, so that no leader crosses them.
    texts.forEach(group::add);
  }

  /** The three marks; what is of grade C is hatched and its whisker dashed. */
  enum Shape {
    BASE,
    ALLIANCE,
    THIRD;

    Tag at(double x, double y, boolean isPrior) {
      return switch (this) {
        case BASE -> Svg.circle(x, y, 5, isPrior ? "ring dashed" : "ring");
        case ALLIANCE -> Svg.circle(x, y, 5.5, fill(Tone.BLUE, isPrior) + " edge");
        case THIRD -> {
          Pen pen = new Pen().move(x, y - 6.5).line(x + 6.5, y).line(x, y + 6.5).line(x - 6.5, y);
          yield Svg.path(pen.close(), fill(Tone.ORANGE, isPrior) + " edge");
        }
      };
    }

    String whisker() {
      return switch (this) {
        case BASE -> "whisker";
        case ALLIANCE -> "whisker " + Tone.BLUE.stroke();
        case THIRD -> "whisker " + Tone.ORANGE.stroke();
      };
    }

    private static String fill(Tone tone, boolean isPrior) {
      return isPrior ? tone.hatch() : tone.fill();
    }
  }
}
