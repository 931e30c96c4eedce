package org.plimsoll.model.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.DisruptionRate;
import org.plimsoll.model.trade.DisruptionRate.Measure;

/**
 * Chances of a stop, from the table of rates. Stops of one state come together: its act is one
 * event, and each commodity is hit or not given it.
 */
public record DisruptionRates(List<DisruptionRate> rows) {
  /** Ends of the scale of the Worldwide Governance Indicators. */
  private static final double WORST = -2.5;

  private static final double BEST = 2.5;

  public DisruptionRates {
    rows = List.copyOf(rows);
  }

  /** The figure of a state, else that of all states; empty if the table has neither. */
  public Optional<Interval> find(CountryCode state, Measure measure) {
    return row(state.alpha3(), measure).or(() -> row("*", measure));
  }

  private Optional<Interval> row(String state, Measure measure) {
    return rows.stream()
        .filter(row -> row.state().equals(state) && row.measure() == measure)
        .map(DisruptionRate::value)
        .findFirst();
  }

  /**
   * Chance that a state acts in a year: its own row, else by its governance, else the central
   * figure of all.
   *
   * @param governance mean of the six indicators, −2.5 weak to 2.5 strong
   */
  public Optional<Interval> acts(CountryCode state, OptionalDouble governance) {
    Optional<Interval> own = row(state.alpha3(), Measure.ACTS);
    if (own.isPresent() || governance.isEmpty()) {
      return own.or(() -> row("*", Measure.ACTS_BY_GOVERNANCE));
    }
    return row("*", Measure.ACTS_BY_GOVERNANCE)
        .map(range -> {
          double weak = Math.clamp((BEST - governance.getAsDouble()) / (BEST - WORST), 0, 1);
          return new Interval(
              range.low(), range.low() + weak * (range.high() - range.low()), range.high());
        });
  }

  /**
   * Chance in a year that what the state sells of one commodity is stopped: 1 − (1 − a h) (1 − r),
   * with a the chance that it acts, h that the commodity is hit then, r that it stops everything.
   */
  public Optional<Interval> chanceOfStop(CountryCode state, OptionalDouble governance) {
    Optional<Interval> acts = acts(state, governance);
    Optional<Interval> hit = find(state, Measure.COMMODITY_HIT);
    if (acts.isEmpty() || hit.isEmpty()) {
      return Optional.empty();
    }
    Interval rupture = row(state.alpha3(), Measure.RUPTURE).orElse(Interval.exactly(0));
    Interval a = acts.get();
    Interval h = hit.get();
    return Optional.of(
        new Interval(
            either(a.low() * h.low(), rupture.low()),
            either(a.central() * h.central(), rupture.central()),
            either(a.high() * h.high(), rupture.high())));
  }

  private static double either(double first, double second) {
    return 1 - (1 - first) * (1 - second);
  }
}
