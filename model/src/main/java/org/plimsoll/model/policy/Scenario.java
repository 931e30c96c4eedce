package org.plimsoll.model.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.provenance.Interval;

/**
 * A question put to the model: who is allied, what everybody does, on which date.
 *
 * @param name file name without its ending
 * @param title one line for a person
 * @param asOf the date on which membership, controls and commitments are read
 * @param horizon how long markets have to adjust
 * @param priceVintage base prices: {@link #PRE_CONTROL}, {@link #LATEST} or {@code base2024}
 * @param alliance the focal alliance
 * @param zeroInternalTariffs whether duties between members fall to zero
 * @param controlsInForce whether the register's controls in force on {@code asOf} apply, each by
 *     its increment over the base year
 * @param measures in the order of the file
 * @param stockpileBudgetUsd budget of the stockpile, US dollars; 0 for none
 * @param parameters overrides of {@code world/parameters.csv} by name
 */
public record Scenario(
    String name,
    String title,
    LocalDate asOf,
    Horizon horizon,
    String priceVintage,
    Alliance alliance,
    boolean zeroInternalTariffs,
    boolean controlsInForce,
    List<Measure> measures,
    double stockpileBudgetUsd,
    SortedMap<String, Interval> parameters) {
  /** The newest liquid prices, whatever they hold. */
  public static final String LATEST = "latest";

  /**
   * Of products with a control in force that trade of the base year does not show, the last price
   * before it was announced; the latest of the others. So no control meets a price that holds it.
   */
  public static final String PRE_CONTROL = "preControl";

  public Scenario {
    measures = List.copyOf(measures);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * How long markets have to adjust.
   *
   * @param months from 1 to 60
   */
  public record Horizon(double months) {
    private static final int MONTHS = 12;
    private static final int LONGEST = 60;

    public static final Horizon ONE_YEAR = ofYears(1);
    public static final Horizon FIVE_YEAR = ofYears(5);

    private static final List<Map.Entry<String, Horizon>> BY_WORD =
        List.of(
            Map.entry("one-year", ONE_YEAR),
            Map.entry("three-month", new Horizon(3)),
            Map.entry("six-month", new Horizon(6)),
            Map.entry("five-year", FIVE_YEAR));

    public Horizon {
      if (!(months >= 1 && months <= LONGEST)) {
        throw new IllegalArgumentException(
            "markets have from 1 to %d months to adjust here, but not %s"
                .formatted(LONGEST, months));
      }
    }

    /** So many whole years. */
    public static Horizon ofYears(int years) {
      return new Horizon(MONTHS * years);
    }

    /** The horizon nearest to these months. */
    public static Horizon nearest(double months) {
      return new Horizon(Math.clamp(months, 1, LONGEST));
    }

    public double years() {
      return months / MONTHS;
    }

    /** The words of a scenario file, the usual one first. */
    public static List<String> words() {
      return BY_WORD.stream().map(Map.Entry::getKey).toList();
    }

    /**
     * The horizon of a word.
     *
     * @throws IllegalArgumentException if there is no such word
     */
    public static Horizon of(String word) {
      return BY_WORD.stream()
          .filter(entry -> entry.getKey().equals(word))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "no horizon is called '%s'\nMaybe %s"
                      .formatted(word, String.join(" or ", words()))));
    }

    /** Its word; the months where a scenario file has none. */
    public String word() {
      return BY_WORD.stream()
          .filter(entry -> entry.getValue().equals(this))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("%s months".formatted(months));
    }
  }

  /** The same scenario under another name and title. */
  public Scenario withName(String other, String line) {
    return new Scenario(
        other,
        line,
        asOf,
        horizon,
        priceVintage,
        alliance,
        zeroInternalTariffs,
        controlsInForce,
        measures,
        stockpileBudgetUsd,
        parameters);
  }

  /** The same scenario with other measures. */
  public Scenario withMeasures(List<Measure> others) {
    return with(asOf, horizon, priceVintage, others, parameters);
  }

  /** The same scenario on another price base. */
  public Scenario withPriceVintage(String vintage) {
    return with(asOf, horizon, vintage, measures, parameters);
  }

  /** The same scenario as read on another date. */
  public Scenario withAsOf(LocalDate date) {
    return with(date, horizon, priceVintage, measures, parameters);
  }

  /** The same scenario with other elasticities. */
  public Scenario withHorizon(Horizon other) {
    return with(asOf, other, priceVintage, measures, parameters);
  }

  /** The same scenario with other parameter overrides. */
  public Scenario withParameters(SortedMap<String, Interval> overrides) {
    return with(asOf, horizon, priceVintage, measures, overrides);
  }

  /** The same question of another alliance. */
  public Scenario withAlliance(Alliance other) {
    return new Scenario(
        name,
        title,
        asOf,
        horizon,
        priceVintage,
        other,
        zeroInternalTariffs,
        controlsInForce,
        measures,
        stockpileBudgetUsd,
        parameters);
  }

  private Scenario with(
      LocalDate date,
      Horizon time,
      String vintage,
      List<Measure> acts,
      SortedMap<String, Interval> overrides) {
    return new Scenario(
        name,
        title,
        date,
        time,
        vintage,
        alliance,
        zeroInternalTariffs,
        controlsInForce,
        acts,
        stockpileBudgetUsd,
        overrides);
  }
}
