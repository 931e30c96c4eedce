package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.BLOCK;
import static org.plimsoll.sources.scenario.Key.Form.BLOCKS;
import static org.plimsoll.sources.scenario.Key.Form.DATE;
import static org.plimsoll.sources.scenario.Key.Form.FIGURE;
import static org.plimsoll.sources.scenario.Key.Form.NUMBER;
import static org.plimsoll.sources.scenario.Key.Form.PARTIES;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;
import static org.plimsoll.sources.scenario.Key.Form.WORD;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** The blocks of a scenario file; those of measures are in {@link MeasureType}. */
final class Shapes {
  /** Beyond all money there is: a figure above it has a wrong unit. */
  private static final double MOST_USD = 1e14;

  static final Shape SCENARIO =
      new Shape(
          "scenario",
          "A question put to the model: who is allied, what everybody does, on which date.",
          List.of(
              Key.of(
                  "name",
                  WORD,
                  "the file's name without its ending, in small letters, digits and hyphens"),
              Key.of("title", TEXT, "one line for a person"),
              Key.of("asOf", DATE, "date on which membership, controls and commitments are read"),
              Key.of("horizon", WORD, "how long markets have to adjust")
                  .oneOf(Scenario.Horizon.words().toArray(new String[0]))
                  .orElse("one-year"),
              Key.of(
                      "priceVintage",
                      WORD,
                      "base prices: the last before a control that is in force, the newest liquid"
                          + " ones, or those of 2024")
                  .oneOf("preControl", "latest", "base2024")
                  .orElse("preControl"),
              Key.of("alliance", BLOCK, "the focal alliance"),
              Key.of("measures", BLOCKS, "what governments do, in any order").orElse("none"),
              Key.of("stockpile", BLOCK, "the stockpile to plan").orElse("no stockpile"),
              Key.of(
                      "parameters",
                      BLOCK,
                      "overrides of `world/parameters.csv`: name, and a number or {low, central,"
                          + " high}")
                  .orElse("the world's own")));

  static final Shape ALLIANCE =
      new Shape(
          "alliance",
          "The focal alliance, with dated membership.",
          List.of(
              Key.of("id", WORD, "the word by which measures name it, for example core"),
              Key.of("internalTariffs", WORD, "duties between members in the base year")
                  .oneOf("keep", "zero")
                  .orElse("keep"),
              Key.of("members", BLOCKS, "countries and customs territories")));

  static final Shape MEMBER =
      new Shape(
          "member",
          "A member of the alliance: a country or a territory. Two that share a country on one day,"
              + " as DEU and EU27 do, are refused.",
          List.of(
              Key.of("country", WORD, "ISO 3166-1 alpha-3 code").orElse("see territory"),
              Key.of("territory", WORD, "customs territory, for example EU27")
                  .orElse("see country"),
              Key.of("from", DATE, "first day inside"),
              Key.of("until", DATE, "first day outside").orElse("open")));

  static final Shape CONTROLS =
      new Shape(
          "controls",
          "Stands in the list of measures for all export controls of the register in force on"
              + " `asOf`, each by its increment over the base year.",
          List.of(Key.of("controls", WORD, "which controls").oneOf("inForce")));

  static final Shape STOCKPILE =
      new Shape(
          "stockpile",
          "The stockpile to plan.",
          List.of(
              Key.of("budgetUsd", NUMBER, "what it may cost").in("USD", 0, MOST_USD),
              Key.of("aim", WORD, "what it is held for").oneOf("emergency").orElse("emergency")));

  /** The range of a figure. */
  static final Shape RANGE =
      new Shape(
          "range",
          "A figure with its range; low ≤ central ≤ high.",
          List.of(
              Key.of("low", NUMBER, "lower end"),
              Key.of("central", NUMBER, "value used when one is needed"),
              Key.of("high", NUMBER, "upper end")));

  /** A band of a partial levy. */
  static final Part.Inner<LevyLadder.Band> BAND =
      Part.Inner.of(
          "band",
          "A band of a `partialLevy`, which reaches down to the next.",
          LevyLadder.Band.class,
          Part.number(
              Key.of("below", NUMBER, "share of the trigger at which it begins").in("1", 0, 1)),
          Part.number(
              Key.of("share", NUMBER, "part of the fall within it that is levied").in("1", 0, 1)));

  /** What a contract for difference gives back. */
  static final Part.Inner<SupplyMeasure.Upside> UPSIDE =
      Part.Inner.of(
          "upside",
          "What makers give back of a high price under a `contractForDifference`.",
          SupplyMeasure.Upside.class,
          Part.number(Key.of("share", NUMBER, "share of the price above the line").in("1", 0, 1)),
          Part.price(
                  Key.of("aboveUsdPerKg", NUMBER, "the line")
                      .in("USD/kg", 0, 1e6)
                      .orElse("see aboveUsdPerTonne"),
                  Key.of("aboveUsdPerTonne", NUMBER, "the same in the unit of the results")
                      .in("USD/t", 0, 1e9)
                      .orElse("see aboveUsdPerKg"))
              .as(Interval::central, Interval::exactly),
          Part.number(
                  Key.of("mostUsd", NUMBER, "largest sum a year")
                      .in("USD", 0, MOST_USD)
                      .orElse("no limit"))
              .optional());

  /** What comes through a restriction all the same. */
  static final Part.Inner<BorderMeasure.Leakage> LEAKAGE =
      Part.Inner.of(
          "leakage",
          "Goods that reach the destinations of an export ban, licence or quota by way of third"
              + " countries.",
          BorderMeasure.Leakage.class,
          Part.price(
              Key.of("premiumUsdPerKg", FIGURE, "on the delivered price in the third country")
                  .in("USD/kg", 0, 1e6)
                  .orElse("see premiumUsdPerTonne"),
              Key.of("premiumUsdPerTonne", FIGURE, "the same in the unit of the results")
                  .in("USD/t", 0, 1e9)
                  .orElse("see premiumUsdPerKg")),
          Part.figure(
                  Key.of("tonnesPerYear", FIGURE, "the most, over all destinations")
                      .in("t/year", 0, 1e10)
                      .orElse("no limit"))
              .optional(),
          Part.parties(
              Key.of("via", PARTIES, "third countries, which share the tonnes alike")
                  .orElse("the one that bought most from the origins in the base year")));

  /** The user that a restriction tells from others. */
  static final Part.Inner<BorderMeasure.EndUser> END_USER =
      Part.Inner.of(
          "endUser",
          "A user whom an export ban, licence or quota tells from all others at its destinations:"
              + " a buyer of its own, with the mix of origins that all have in the base year.",
          BorderMeasure.EndUser.class,
          Part.word(
              Key.of("name", WORD, "by which the answer names it, for example military"),
              name -> name,
              name -> name),
          Part.figure(
              Key.of("share", FIGURE, "part of base final use at each destination that is its own")
                  .in("1", 0, 1)),
          Part.word(
              Key.of("status", WORD, "how the share came to be known")
                  .oneOf(Arrays.stream(Status.values()).map(Status::word).toArray(String[]::new)),
              Status::parse,
              Status::word),
          Part.source(
              Key.of("source", TEXT, "where the share is stated, or the reason for assuming it")));

  private Shapes() {}

  /** All of them, in the order of the reference page. */
  static List<Shape> listAll() {
    return List.of(
        SCENARIO,
        ALLIANCE,
        MEMBER,
        STOCKPILE,
        RANGE,
        CONTROLS,
        BAND.shape(),
        UPSIDE.shape(),
        LEAKAGE.shape(),
        END_USER.shape());
  }

  /** Bands of a partial levy; the special safeguard's if none are written. */
  static Part<LevyLadder> ladder() {
    return Part.list(
            Key.of("bands", BLOCKS, "from the highest down")
                .orElse(
                    "those of the special safeguard of the WTO: 0.3 below 0.9, 0.5 below 0.6, 0.7"
                        + " below 0.4, 0.9 below 0.25"),
            BAND)
        .optional()
        .as(
            bands -> bands.map(LevyLadder::new).orElse(LevyLadder.SPECIAL_SAFEGUARD),
            ladder -> Optional.of(ladder.bands()));
  }
}
