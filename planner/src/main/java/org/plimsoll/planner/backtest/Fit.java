package org.plimsoll.planner.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.provenance.Interval;

/**
 * How far parameters within their own ranges bring the model to the events that may be fitted; the
 * held-out events are not looked at.
 *
 * @param trials every combination of low, central and high, the best first
 */
public record Fit(List<Trial> trials) {
  /**
   * Parameters that the events could tell of: how much spare capacity there is, how fast buyers
   * turn, what a new route costs, how use gives way.
   */
  public static final List<String> PARAMETERS =
      List.of(
          "capacity-headroom",
          "demand-elasticity-one-year",
          "new-route-premium",
          "sourcing-elasticity");

  public Fit {
    trials = List.copyOf(trials);
  }

  /**
   * One combination.
   *
   * @param parameters value by name
   * @param isShipped whether every value is the central one
   * @param volumeError root mean square over volumes, ln
   * @param unitValueError root mean square over unit values, ln
   * @param error root mean square over both, ln
   */
  public record Trial(
      SortedMap<String, Double> parameters,
      boolean isShipped,
      double volumeError,
      double unitValueError,
      double error) {
    public Trial {
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
  }

  /** Tries every combination in the central case, θ as measured. */
  public static Fit of(Evidence world, List<ControlEvent> events) {
    List<Episode> episodes = Episode.of(world, events).stream().filter(Episode::isFitted).toList();
    if (episodes.isEmpty()) {
      return new Fit(List.of());
    }
    ProductId product = episodes.getFirst().events().getFirst().measured().getFirst();
    List<SortedMap<String, Double>> combinations = List.of(new TreeMap<>());
    TreeMap<String, Double> shipped = new TreeMap<>();
    for (String name : PARAMETERS) {
      Interval range = world.getParameter(name, product).value();
      shipped.put(name, range.central());
      List<SortedMap<String, Double>> longer = new ArrayList<>();
      for (SortedMap<String, Double> combination : combinations) {
        for (double value : new double[] {range.low(), range.central(), range.high()}) {
          TreeMap<String, Double> more = new TreeMap<>(combination);
          more.put(name, value);
          longer.add(more);
        }
      }
      combinations = longer;
    }
    return new Fit(
        combinations.parallelStream()
            .map(combination -> trial(world, episodes, combination, combination.equals(shipped)))
            .sorted(Comparator.comparingDouble(Trial::error))
            .toList());
  }

  private static Trial trial(
      Evidence world,
      List<Episode> episodes,
      SortedMap<String, Double> combination,
      boolean isShipped) {
    TreeMap<String, Interval> overrides = new TreeMap<>();
    combination.forEach((name, value) -> overrides.put(name, Interval.exactly(value)));
    Backtest.Settings settings = new Backtest.Settings(0, 0, overrides);
    List<Score> scores = new ArrayList<>();
    for (Episode episode : episodes) {
      scores.addAll(new EpisodeRun(world, episode, settings).conditional());
    }
    List<Score> values =
        scores.stream().filter(s -> s.event().effect() == ControlEvent.Effect.UNIT_VALUE).toList();
    List<Score> volumes = scores.stream().filter(s -> !values.contains(s)).toList();
    return new Trial(
        combination,
        isShipped,
        Score.rootMeanSquare(volumes, Score::error),
        Score.rootMeanSquare(values, Score::error),
        Score.rootMeanSquare(scores, Score::error));
  }
}
