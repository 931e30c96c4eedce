package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.BLOCK;
import static org.plimsoll.sources.scenario.Key.Form.FIGURE;
import static org.plimsoll.sources.scenario.Key.Form.NUMBER;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.provenance.Interval;

/**
 * Keys that several types of measure share, with their units and the parts that stand under them.
 */
final class MeasureKeys {
  /** Beyond these a unit is wrong. */
  static final double MOST_TONNES = 1e10;

  static final double USD_PER_TONNE = 1e9;
  static final double USD_PER_KG = 1e6;
  static final double AD_VALOREM = 100;
  static final double FACTOR = 1000;

  static final String ONE_OF_TWO = "0; one of the two must be there";
  static final String SAME_UNIT = "the same in the unit of the results";
  static final String TONNES = "tonnesPerYear";

  private MeasureKeys() {}

  static Part<Optional<BorderMeasure.Leakage>> leakage() {
    return Part.nested(
            Key.of("leakage", BLOCK, "what comes through by way of third countries")
                .orElse("the world's leak-share, if it has one"),
            Shapes.LEAKAGE)
        .optional();
  }

  static Part<Optional<BorderMeasure.EndUser>> endUser() {
    return Part.nested(
            Key.of("endUser", BLOCK, "the user to whom alone it applies, such as the military")
                .orElse("all users"),
            Shapes.END_USER)
        .optional();
  }

  static Part<Interval> shareBelowOne(Key key) {
    return Part.figure(key)
        .verified((at, share) -> {
          if (share.high() >= 1) {
            at.issues()
                .error(
                    at.block().at(key.name()),
                    "'%s' must be below 1".formatted(key.name()),
                    "write a share, 0.2 for 20%");
          }
        });
  }

  static Part<BorderMeasure.Rate> rate(Key adValorem, Key specific) {
    return Part.record(
        BorderMeasure.Rate.class, List.of(Part.figure(adValorem), Part.figure(specific)));
  }

  /** The largest levy of a floor. */
  static Part<Optional<Double>> bound() {
    return Part.price(
            Key.of("boundUsdPerKg", NUMBER, "largest levy, for example a bound rate")
                .in("USD/kg", 0, USD_PER_KG)
                .orElse("no bound"),
            Key.of("boundUsdPerTonne", NUMBER, SAME_UNIT)
                .in("USD/t", 0, USD_PER_TONNE)
                .orElse("no bound"))
        .as(Interval::central, Interval::exactly)
        .optional();
  }

  static BorderMeasure.GapGoesTo gapGoesTo(String word) {
    return BorderMeasure.GapGoesTo.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** A price under two keys of this stem. */
  static Part<Interval> price(String stem, String about) {
    return Part.price(
        Key.of(stem + "Kg", FIGURE, about)
            .in("USD/kg", 0, USD_PER_KG)
            .orElse("see " + stem + "Tonne"),
        Key.of(stem + "Tonne", FIGURE, SAME_UNIT)
            .in("USD/t", 0, USD_PER_TONNE)
            .orElse("see " + stem + "Kg"));
  }

  static Part<Optional<Interval>> trigger(String about, String without) {
    return Part.price(
            Key.of("triggerUsdPerKg", FIGURE, about).in("USD/kg", 0, USD_PER_KG).orElse(without),
            Key.of("triggerUsdPerTonne", FIGURE, SAME_UNIT)
                .in("USD/t", 0, USD_PER_TONNE)
                .orElse(without))
        .optional();
  }

  static Key stocked() {
    return Key.of("tonnes", FIGURE, "tonnes of content over the year; with a trigger the most")
        .in("t", 0, MOST_TONNES);
  }

  static Key tonnesPerYear(String about) {
    return Key.of(TONNES, FIGURE, about).in("t/year", 0, MOST_TONNES);
  }

  static Key moreOrLess(String about) {
    return Key.of(TONNES, FIGURE, about)
        .in("t/year", -MOST_TONNES, MOST_TONNES)
        .orElse("see factor");
  }

  static Part<Interval> factor(String about, String other) {
    return Part.figure(Key.of("factor", FIGURE, about).in("1", 0, FACTOR).orElse("see " + other));
  }

  static Key adValorem(String name, String about, String without) {
    return Key.of(name, FIGURE, about).in("1", 0, AD_VALOREM).orElse(without);
  }

  static Key specific(String name, String about, String without) {
    return Key.of(name, FIGURE, about).in("USD/t", 0, USD_PER_TONNE).orElse(without);
  }
}
