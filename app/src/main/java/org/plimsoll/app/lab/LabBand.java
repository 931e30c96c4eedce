package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.Draws;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Reading.Bound;

/**
 * The 10th and 90th percentiles of each quantity over the first draws, and the median.
 *
 * @param draws how many were asked
 * @param converged how many of them have a market
 * @param atCeiling how many of these meet the assumed ceiling; they count as bounds
 * @param ranges by quantity; none where no draw has a number
 */
public record LabBand(int draws, int converged, int atCeiling, Map<LabQuantity, Range> ranges) {
  public LabBand {
    ranges = Collections.unmodifiableMap(new EnumMap<>(ranges));
  }

  /**
   * Percentiles of one quantity.
   *
   * @param known how many draws have a number
   * @param value 10th, 50th and 90th percentile
   * @param low how the low end relates to the percentile asked for
   * @param high the same of the high end
   */
  public record Range(int known, Interval value, Bound low, Bound high) {}

  /** The band of some draws. */
  public static LabBand of(List<LabDraw> draws) {
    Map<LabQuantity, Range> ranges = new EnumMap<>(LabQuantity.class);
    for (LabQuantity quantity : LabQuantity.values()) {
      range(draws, quantity).ifPresent(range -> ranges.put(quantity, range));
    }
    return new LabBand(
        draws.size(),
        (int) draws.stream().filter(LabDraw::isSolved).count(),
        (int) draws.stream().filter(LabDraw::isAtCeiling).count(),
        ranges);
  }

  private static Optional<Range> range(List<LabDraw> draws, LabQuantity quantity) {
    List<Reading.Known> known = new ArrayList<>();
    for (LabDraw draw : draws) {
      if (draw.get(quantity) instanceof Reading.Known number) {
        known.add(number);
      }
    }
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Interval read = percentiles(known.stream().map(Reading.Known::value).toList());
    Interval beyond = percentiles(beyond(known));
    return Optional.of(
        new Range(
            known.size(),
            read,
            bound(read.low(), beyond.low()),
            bound(read.high(), beyond.high())));
  }

  /** An end that would move if what is a bound lay beyond all that was read is a bound itself. */
  private static Bound bound(double read, double beyond) {
    return beyond > read ? Bound.AT_LEAST : beyond < read ? Bound.AT_MOST : Bound.EXACT;
  }

  private static List<Double> beyond(List<Reading.Known> known) {
    double above = known.stream().mapToDouble(Reading.Known::value).max().orElseThrow();
    double below = known.stream().mapToDouble(Reading.Known::value).min().orElseThrow();
    double further = 1 + Math.max(Math.abs(above), Math.abs(below));
    return known.stream()
        .map(k ->
            switch (k.bound()) {
              case EXACT -> k.value();
              case AT_LEAST -> above + further;
              case AT_MOST -> below - further;
            })
        .toList();
  }

  private static Interval percentiles(List<Double> values) {
    return new Draws(values.size(), values, 0, new TreeMap<>()).range();
  }

  /** How an end relates to its percentile, as JSON says it. */
  static String word(Bound bound) {
    return switch (bound) {
      case EXACT -> "exact";
      case AT_LEAST -> "at least";
      case AT_MOST -> "at most";
    };
  }

  /** In one line of JSON. */
  public String json() {
    return LabEvent.of(json -> {
      json.writeNumberField("draws", draws);
      json.writeNumberField("converged", converged);
      json.writeNumberField("atCeiling", atCeiling);
      for (Map.Entry<LabQuantity, Range> entry : ranges.entrySet()) {
        Range range = entry.getValue();
        json.writeObjectFieldStart(entry.getKey().key());
        json.writeNumberField("low", range.value().low());
        json.writeNumberField("median", range.value().central());
        json.writeNumberField("high", range.value().high());
        json.writeStringField("lowIs", word(range.low()));
        json.writeStringField("highIs", word(range.high()));
        json.writeNumberField("known", range.known());
        json.writeEndObject();
      }
    });
  }
}
