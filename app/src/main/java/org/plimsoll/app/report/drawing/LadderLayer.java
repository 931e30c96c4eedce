package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.model.provenance.Interval;

/**
 * What a {@link PriceLadder} shows besides its prices while a question is explored: the same prices
 * in draws of the parameters, and in another answer. The alliance's are above the axis, those of
 * third countries below.
 *
 * @param alliance what is laid over its price
 * @param thirdCountries the same of third countries
 */
public record LadderLayer(Side alliance, Side thirdCountries) {
  /** No draw yet, and no other answer. */
  public static final LadderLayer EMPTY = new LadderLayer(Side.EMPTY, Side.EMPTY);

  private static final double HAIR = 9;

  /** Above the axis or below it. */
  public enum Where {
    ABOVE(-HAIR, Tone.BLUE),
    BELOW(HAIR, Tone.ORANGE);

    private final double to;
    private final Tone tone;

    Where(double to, Tone tone) {
      this.to = to;
      this.tone = tone;
    }

    Tone tone() {
      return tone;
    }

    /** A price in one draw. */
    Markup hair(double x, double axis) {
      return Svg.line(x, axis, x, axis + to, "hair " + tone.stroke()).markup();
    }

    /** The percentiles of draws. */
    Markup band(double low, double high, double axis) {
      double top = Math.min(axis, axis + to);
      return Svg.rect(low, top, Math.max(1, high - low), HAIR, "band " + tone.fill()).markup();
    }
  }

  /**
   * What is laid over one price, USD a tonne.
   *
   * @param draws the price in each draw, above 0
   * @param band 10th to 90th percentile of draws; empty before there are enough
   * @param other the price in another answer
   */
  public record Side(List<Double> draws, Optional<Interval> band, OptionalDouble other) {
    /** Nothing. */
    public static final Side EMPTY = new Side(List.of(), Optional.empty(), OptionalDouble.empty());

    public Side {
      draws = List.copyOf(draws);
    }

    private DoubleStream prices() {
      DoubleStream drawn = draws.stream().mapToDouble(Double::doubleValue);
      DoubleStream ends =
          band.stream().flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()));
      return Stream.of(drawn, ends, other.stream()).flatMapToDouble(part -> part);
    }
  }

  /** All that must be on the axis. */
  DoubleStream prices() {
    return DoubleStream.concat(alliance.prices(), thirdCountries.prices());
  }

  Side side(Where where) {
    return switch (where) {
      case ABOVE -> alliance;
      case BELOW -> thirdCountries;
    };
  }

  boolean hasBand() {
    return Stream.of(alliance, thirdCountries).anyMatch(side -> side.band().isPresent());
  }

  boolean hasOther() {
    return Stream.of(alliance, thirdCountries).anyMatch(side -> side.other().isPresent());
  }

  /** The bands in words, for who cannot see them. */
  List<String> words(java.util.function.DoubleFunction<String> amount) {
    List<String> words = new ArrayList<>();
    for (Where where : Where.values()) {
      String who = where == Where.ABOVE ? "alliance" : "third countries";
      side(where)
          .band()
          .ifPresent(range ->
              words.add(
                  "in draws %s %s to %s"
                      .formatted(who, amount.apply(range.low()), amount.apply(range.high()))));
      side(where)
          .other()
          .ifPresent(
              usd -> words.add("in the other answer %s %s".formatted(who, amount.apply(usd))));
    }
    return words;
  }
}
