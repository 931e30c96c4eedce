package org.plimsoll.app.market;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.Fit;
import org.plimsoll.sources.events.ControlEventFile;

/**
 * Holds measured effects of export controls against the market model.
 *
 * @param file a table of effects; the world's own if empty
 * @param draws of the parameters; 0 for the central case alone
 * @param seed of the draws
 * @param set parameters at other values: {@code capacity-headroom=0.6}
 * @param isFit whether to look what fitting could gain instead
 */
public record BacktestWorld(
    Optional<Path> file, int draws, long seed, List<String> set, boolean isFit) {
  /** The world's own events, in its folder. */
  private static final Path EVENTS = Path.of("hand", "control_events.csv");

  public BacktestWorld {
    set = List.copyOf(set);
    if (draws < 0) {
      throw Refusal.of("--draws is " + draws, "write 40, or 0 for the central case alone");
    }
    Refusal.requireUse("--set", set.isEmpty() || !isFit, "beside --fit");
  }

  /**
   * The comparison.
   *
   * @param world folder of the pack
   * @throws Refusal if a table cannot be read, or a parameter is not the world's
   */
  public Answer answer(Evidence evidence, Path world) {
    Path own = world.resolve(EVENTS);
    Loaded<List<ControlEvent>> known =
        file.isPresent() && !Files.exists(own)
            ? new Loaded<>(List.of(), List.of(), RowCount.NONE)
            : accepted(own, evidence, List.of());
    Loaded<List<ControlEvent>> loaded =
        file.map(asked -> accepted(asked, evidence, known.value())).orElse(known);
    List<ControlEvent> events = loaded.value();
    if (events.isEmpty()) {
      throw loaded.issues().isEmpty()
          ? Refusal.of("the table " + file.orElse(own) + " has no rows", "add a row")
          : Refusal.of(
              "no row of the table %s can be scored: %s"
                  .formatted(file.orElse(own), loaded.issues().getFirst().problem()),
              "name products of the world in the column measured");
    }
    if (isFit) {
      return BacktestTables.of(Fit.of(evidence, events));
    }
    Backtest backtest =
        Backtest.of(
            evidence, events, new Backtest.Settings(seed, draws, parameters(evidence, set)));
    return Answer.of("Back-test of export controls")
        .fact("baseYear", new Cell.Whole(evidence.baseYear()))
        .fact("draws", draws)
        .fact("set", new Cell.Names(set))
        .fact("seed", seed)
        .with(BacktestTables.of(backtest))
        .with(BacktestTables.notScored(loaded.issues()))
        .remark(BacktestTables.remarks(backtest));
  }

  /** {@code NAME=VALUE} by name; the value holds in every draw. */
  private static SortedMap<String, Interval> parameters(Evidence evidence, List<String> set) {
    SortedSet<String> known = new TreeSet<>();
    evidence.parameters().forEach(row -> known.add(row.name()));
    SortedMap<String, Interval> values = new TreeMap<>();
    for (String text : set) {
      String name = text.replaceFirst("=.*", "");
      if (!known.contains(name)) {
        String near = Nearest.wayOut(name, known);
        throw Refusal.of(
            "the world has no parameter '" + name + "'",
            near.isEmpty() ? "write one of " + String.join(", ", known) : near);
      }
      if (!text.matches("[^=]+=[0-9]+(\\.[0-9]+)?")) {
        throw Refusal.of(
            "--set is '" + text + "', which gives " + name + " no number",
            "write " + name + "=0.5");
      }
      double value = Double.parseDouble(text.substring(name.length() + 1));
      if (values.put(name, Interval.exactly(value)) != null) {
        throw Refusal.of("--set gives " + name + " twice", "keep one of them");
      }
    }
    return values;
  }

  private static Loaded<List<ControlEvent>> accepted(
      Path table, Evidence evidence, List<ControlEvent> known) {
    Loaded<List<ControlEvent>> loaded = ControlEventFile.read(table, evidence, known);
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the table " + table, loaded.issues());
    }
    return loaded;
  }
}
