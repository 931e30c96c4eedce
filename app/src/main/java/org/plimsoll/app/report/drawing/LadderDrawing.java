package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Scale;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * One product of a {@link PriceLadder}: marks on an axis, and labels in lanes over and under it.
 */
public final class LadderDrawing {
  static final double WIDTH = 760;
  private static final double LEFT = 170;
  private static final double RIGHT = 30;
  private static final double AXIS = 58;
  private static final double[] LANES = {30, 16, 95, 109, 123};

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
  public LadderDrawing(PriceLadder.Ladder ladder, String key) {
    this.key = key;
    this.ladder = ladder;
    this.scale = scale(ladder.range());
  }

  private static Scale scale(Interval range) {
    double ratio = Math.max(1.2, StrictMath.sqrt(StrictMath.sqrt(range.high() / range.low())));
    return new Scale(range.low() / ratio, range.high() * ratio, LEFT, WIDTH - RIGHT, true);
  }

  public Markup markup() {
    List<String> name = Lettering.wrap(ladder.product(), LEFT - 26, Svg.LETTER, 3);
    group.add(Svg.lines(0, AXIS - 4, "start strong", name));
    group.add(Svg.text(0, AXIS + 32, "start small soft", ladder.unit().symbol()));
    axis();
    ladder.incentive().ifPresent(this::incentive);
    ladder.floors().forEach(this::floor);
    ladder.thirdCountries().ifPresent(rung -> mark(rung, "third", Shape.THIRD));
    ladder.base().ifPresent(rung -> mark(rung, "base", Shape.BASE));
    ladder.alliance().ifPresent(rung -> mark(rung, "alliance", Shape.ALLIANCE));
    placeLabels();
    return group.markup();
  }

  private void axis() {
    group.add(Svg.line(LEFT, AXIS, WIDTH - RIGHT, AXIS, "axis"));
    double factor = ladder.unit().factor();
    Scale shown =
        new Scale(
            scale.low() * factor, scale.high() * factor, scale.start(), scale.end(), scale.isLog());
    for (double tick : shown.ticks(6)) {
      double x = shown.at(tick);
      group.add(Svg.line(x, AXIS, x, AXIS + 5, "axis"));
      group.add(Svg.text(x, AXIS + 21, "mid small soft", NumberText.plain(tick, 6)));
    }
  }

  private void incentive(PriceLadder.Rung rung) {
    double low = scale.at(rung.price().low());
    double high = scale.at(rung.price().high());
    String mark = keys.of(key + "/incentive");
    String cssClass = rung.grade() == Grade.C ? "incentive prior-band" : "incentive";
    group.add(Svg.rect(low, AXIS - 9, Math.max(2, high - low), 18, cssClass).key(mark));
    labels.add(new Label(mark, (low + high) / 2, "projects pay at " + amount(rung)));
  }

  private void floor(PriceLadder.Floor floor) {
    double x = scale.at(floor.price());
    String cssClass = floor.isReported() ? "floor" : "floor proposed";
    String mark = keys.of(key + "/" + floor.status().word() + " floor");
    group.add(Svg.line(x, AXIS - 22, x, AXIS + 11, cssClass).key(mark));
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
      group.add(Svg.keyedWhisker(low, high, AXIS, 6, cssClass, mark + " range"));
    }
    group.add(shape.at(x(rung), AXIS, isPrior).key(mark));
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
    double[] ends = new double[LANES.length];
    List<Tag> texts = new ArrayList<>();
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    for (Label label : labels) {
      double half = Lettering.width(label.text(), Svg.SMALL) / 2;
      double x = Math.clamp(label.x(), LEFT - 20 + half, WIDTH - half);
      int lane = 0;
      while (lane < LANES.length - 1 && ends[lane] > x - half - 6) {
        lane++;
      }
      ends[lane] = x + half;
      double from = LANES[lane] < AXIS ? LANES[lane] + 3 : LANES[lane] - 10;
      double to = LANES[lane] < AXIS ? AXIS - 10 : AXIS + 24;
      String mark = label.key();
      group.add(Svg.line(label.x(), from, label.x(), to, "leader").key(mark + " leader"));
      texts.add(Svg.text(x, LANES[lane], "mid small halo", label.text()).key(mark + " label"));
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
