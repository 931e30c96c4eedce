package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.report.drawing.LadderLayer;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Reading.Bound;

/**
 * A state in the first draws of the parameters, as a person reads it.
 *
 * @param draws in order
 * @param band over them
 */
public record LabDrawn(List<LabDraw> draws, LabBand band) {
  public LabDrawn {
    draws = List.copyOf(draws);
  }

  /** How many draws there are, and what became of them. */
  public String sentence(Messages messages) {
    int none = band.draws() - band.converged();
    List<String> apart = new ArrayList<>();
    if (none > 0) {
      apart.add(messages.say("draws.no-market", none));
    }
    if (band.atCeiling() > 0) {
      apart.add(messages.say("draws.at-ceiling", band.atCeiling()));
    }
    return messages.say(
        "draws.ranges",
        band.converged(),
        band.draws(),
        apart.isEmpty() ? "" : "; " + String.join(", ", apart));
  }

  /** The range of a quantity: {@code 110 to at least 130}; empty where no draw has a number. */
  public Optional<String> range(LabQuantity quantity, Unit unit, Grade grade, Messages messages) {
    return Optional.ofNullable(band.ranges().get(quantity))
        .map(range -> {
          String low = end(range.low(), range.value().low(), unit, grade, messages);
          String high = end(range.high(), range.value().high(), unit, grade, messages);
          return low.equals(high)
              ? messages.say("draws.point", low)
              : messages.say("draws.range", low, high);
        });
  }

  private static String end(Bound bound, double value, Unit unit, Grade grade, Messages messages) {
    String amount = NumberText.amount(value, unit, grade);
    return switch (bound) {
      case EXACT -> amount;
      case AT_LEAST -> messages.say("draws.at-least", amount);
      case AT_MOST -> messages.say("draws.at-most", amount);
    };
  }

  /** Its prices, to be laid over those of the central case. */
  LadderLayer.Side side(LabQuantity quantity, OptionalDouble other) {
    List<Double> hairs = new ArrayList<>();
    draws.forEach(draw -> price(draw, quantity).ifPresent(usd -> hairs.add(usd)));
    return new LadderLayer.Side(hairs, priceBand(quantity), other);
  }

  /** The band, if both its ends are prices that can be drawn. */
  private Optional<Interval> priceBand(LabQuantity quantity) {
    return Optional.ofNullable(band.ranges().get(quantity))
        .filter(range -> range.low() == Bound.EXACT && range.high() == Bound.EXACT)
        .map(LabBand.Range::value);
  }

  /** A price in a draw; none at the assumed ceiling, where nobody knows how far it would rise. */
  public static OptionalDouble price(LabDraw draw, LabQuantity quantity) {
    return draw.get(quantity) instanceof Reading.Known known
            && known.bound() == Bound.EXACT
            && known.value() > 0
        ? OptionalDouble.of(known.value())
        : OptionalDouble.empty();
  }
}
