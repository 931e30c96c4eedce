package org.plimsoll.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.BacktestTables;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.Fit;
import org.plimsoll.sources.events.ControlEventFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll backtest}. */
@Command(
    name = "backtest",
    description = {
      "What export controls did to trade, as measured, beside what the market model says.",
      "Both are volume and unit value of imports, given the share still licensed, and without",
      "knowing it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll backtest                      the controls that the world's own table holds",
      "  plimsoll backtest my-events.csv --json",
      "  plimsoll backtest --draws 200 --seed 7",
      "  plimsoll backtest --set capacity-headroom=0.6 --draws 0",
      "  plimsoll backtest --fit                what fitting could gain",
      "",
      "Definitions and limits: docs/method/backtests.md; table: docs/reference/control-events.md"
    })
final class BacktestVerb implements Callable<Integer> {
  /** The world's own events, in its folder. */
  private static final Path EVENTS = Path.of("hand", "control_events.csv");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A table of measured effects; without it the world's own.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "COUNT",
      description = "Of the parameters, for ranges; default: ${DEFAULT-VALUE}; 0 for none.")
  private int draws = 40;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Of the draws; default: that of the plan.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the market at this value instead; may be given several times.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--fit",
      description = "How far parameters within their ranges bring the model to what may be fitted.")
  private boolean isFit;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  BacktestVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (draws < 0) {
      throw Refusal.of("--draws is " + draws, "write 40, or 0 for the central case alone");
    }
    Evidence evidence = console.session().readWorld(options.world());
    Path own = options.world().orElse(console.session().root().resolve("world")).resolve(EVENTS);
    List<ControlEvent> known =
        file.isPresent() && !Files.exists(own) ? List.of() : accepted(own, evidence, List.of());
    List<ControlEvent> events = file.map(asked -> accepted(asked, evidence, known)).orElse(known);
    if (events.isEmpty()) {
      throw Refusal.of("the table " + file.orElse(own) + " has no rows", "add a row");
    }
    if (isFit) {
      Refusal.requireUse("--set", set.isEmpty(), "beside --fit");
      return console.print(BacktestTables.of(Fit.of(evidence, events)), options.asJson());
    }
    Backtest backtest =
        Backtest.of(
            evidence,
            events,
            new Backtest.Settings(
                seed.orElse(org.plimsoll.planner.study.Settings.SEED),
                draws,
                parameters(evidence, set)));
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("baseYear", Integer.toString(evidence.baseYear()));
    facts.put("draws", Integer.toString(draws));
    facts.put("set", String.join(", ", set));
    facts.put("seed", Long.toString(seed.orElse(org.plimsoll.planner.study.Settings.SEED)));
    return console.print(
        new Answer(facts, BacktestTables.of(backtest), BacktestTables.remarks(backtest)),
        options.asJson());
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

  private static List<ControlEvent> accepted(
      Path table, Evidence evidence, List<ControlEvent> known) {
    Loaded<List<ControlEvent>> loaded = ControlEventFile.read(table, evidence, known);
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the table " + table, loaded.issues());
    }
    return new ArrayList<>(loaded.value());
  }
}
