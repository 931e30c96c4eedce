package org.plimsoll.planner.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.provenance.Interval;

/**
 * Export controls that happened, as the market model would have them.
 *
 * @param shares θ by control, importer and span of months
 * @param conditional the model given θ: central case, and the range over draws of the parameters
 * @param unconditional the model without knowledge of θ: median and range over draws of θ and the
 *     parameters
 * @param unsolved draws and central cases without a solution, each with its reason; left out
 */
public record Backtest(
    List<LicensedShare> shares,
    List<Score> conditional,
    List<Score> unconditional,
    List<String> unsolved) {
  public Backtest {
    shares = List.copyOf(shares);
    conditional = List.copyOf(conditional);
    unconditional = List.copyOf(unconditional);
    unsolved = List.copyOf(unsolved);
  }

  /**
   * How it is run.
   *
   * @param seed of the draws
   * @param draws of the parameters; with 0 there is only the central case, and no range
   * @param parameters overrides of the world's parameters by name
   */
  public record Settings(long seed, int draws, SortedMap<String, Interval> parameters) {
    public Settings {
      if (draws < 0) {
        throw new IllegalArgumentException(
            "draws cannot be fewer than none, but are " + draws + "\nMaybe write 40");
      }
      parameters = new TreeMap<>(parameters);
    }
  }

  /**
   * Runs every event.
   *
   * @throws IllegalArgumentException if nothing says which country restricts, or if that country is
   *     the importer, naming the row
   */
  public static Backtest of(Evidence world, List<ControlEvent> events, Settings settings) {
    List<LicensedShare> shares = new ArrayList<>();
    List<Score> conditional = new ArrayList<>();
    List<Score> unconditional = new ArrayList<>();
    List<String> unsolved = new ArrayList<>();
    for (Episode episode : Episode.of(world, events)) {
      EpisodeRun run = new EpisodeRun(world, episode, settings);
      shares.addAll(episode.shares());
      conditional.addAll(run.conditional());
      unconditional.addAll(run.unconditional());
      unsolved.addAll(run.unsolved());
    }
    return new Backtest(shares, conditional, unconditional, unsolved);
  }
}
