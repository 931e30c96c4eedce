package org.plimsoll.app.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.ShockBacktest;
import org.plimsoll.sources.events.ControlEventFile;
import org.plimsoll.sources.events.ShockOutcomeFile;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * Holds past shocks, and measured effects of export controls, against the market model.
 *
 * @param file a table of shocks or of effects; the world's own of both if empty
 * @param draws of the parameters behind ranges of effects; 0 for the central case alone
 * @param seed of the draws
 * @param set parameters at other values: {@code capacity-headroom=0.6}
 */
public record BacktestWorld(Optional<Path> file, int draws, long seed, List<String> set) {
  /** The world's own tables, in its folder. */
  private static final Path EVENTS = Path.of("hand", "control_events.csv");

  static final Path SHOCKS = Path.of("hand", "episodes.csv");

  public BacktestWorld {
    set = List.copyOf(set);
    if (draws < 0) {
      throw Refusal.of("--draws is " + draws, "write 40, or 0 for the central case alone");
    }
  }

  /**
   * The comparison.
   *
   * @param folder of the pack
   * @throws Refusal if a table cannot be read, or a parameter is not the world's
   */
  public Answer answer(StampedWorld world, Path folder) {
    Evidence evidence = world.evidence();
    SortedMap<String, Interval> parameters = parameters(evidence, set);
    Answer answer =
        Answer.of("Back-test")
            .fact("baseYear", new Cell.Whole(evidence.baseYear()))
            .fact("draws", draws)
            .fact("set", new Cell.Names(set))
            .fact("seed", seed);
    boolean isOfShocks = file.map(BacktestWorld::holdsShocks).orElse(false);
    boolean hasShocks = Files.exists(folder.resolve(SHOCKS));
    if (isOfShocks || (file.isEmpty() && hasShocks)) {
      List<ShockOutcome> known = hasShocks ? shocks(folder.resolve(SHOCKS), evidence) : List.of();
      List<ShockOutcome> asked = file.map(table -> shocks(table, evidence)).orElse(known);
      PosteriorFolder fit = new PosteriorFolder(folder.resolve(PosteriorFolder.OF_WORLD));
      ShockBacktest shocks =
          ShockBacktest.of(
              evidence,
              known.stream().filter(ShockOutcome::isFitted).toList(),
              asked,
              parameters,
              file.isEmpty() ? fit.foretold() : Map.of());
      answer = answer.with(ShockTables.of(shocks)).remark(ShockTables.remarks(shocks));
      boolean isOld = fit.tables().map(t -> !t.equals(PosteriorFolder.hash(world))).orElse(false);
      if (isOld) {
        answer = answer.remark("The fit stands on other tables than the world's.");
      }
    }
    return isOfShocks ? answer : effects(answer, evidence, folder, parameters);
  }

  /** Whether the table's columns are those of shocks. */
  private static boolean holdsShocks(Path table) {
    try (Stream<String> lines = Files.lines(table)) {
      return lines.findFirst().map(head -> head.contains("plimsoll_product")).orElse(false);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  static List<ShockOutcome> shocks(Path table, Evidence evidence) {
    Loaded<List<ShockOutcome>> loaded = ShockOutcomeFile.read(table, evidence);
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the table " + table, loaded.issues());
    }
    return loaded.value();
  }

  private Answer effects(
      Answer answer, Evidence evidence, Path folder, SortedMap<String, Interval> parameters) {
    Path own = folder.resolve(EVENTS);
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
    Backtest backtest =
        Backtest.of(evidence, events, new Backtest.Settings(seed, draws, parameters));
    return answer
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
