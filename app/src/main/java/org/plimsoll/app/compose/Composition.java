package org.plimsoll.app.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.border.files.ScheduleFile;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.TariffCase;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.Fit;
import org.plimsoll.planner.gsim.Gsim;
import org.plimsoll.planner.gsim.GsimResult;
import org.plimsoll.planner.market.CaseMarket;
import org.plimsoll.planner.market.CaseSensitivities;
import org.plimsoll.planner.market.Certificate;
import org.plimsoll.planner.market.Market;
import org.plimsoll.planner.market.ParameterDraw;
import org.plimsoll.planner.market.SolverLimits;
import org.plimsoll.planner.outlook.Outlook;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.SupplyGrid;
import org.plimsoll.sources.build.WorldBuild;
import org.plimsoll.sources.events.ControlEventFile;
import org.plimsoll.sources.figures.RiskFigure;
import org.plimsoll.sources.figures.RiskFigureFile;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.MarketFile;
import org.plimsoll.sources.scenario.ScenarioFile;
import org.plimsoll.sources.scenario.TariffCaseFile;

/** The parts as this program runs them. */
public final class Composition {
  private Composition() {}

  /**
   * Reads a world pack and hashes what it reads.
   *
   * @param world its folder
   */
  public static Loaded<StampedWorld> readWorld(Path world) {
    return Pack.open(world);
  }

  /**
   * Compares a world pack with its manifest.
   *
   * @param world its folder
   */
  public static List<Issue> verifyWorld(Path world) {
    return Pack.verify(world);
  }

  /**
   * Builds a world from raw data and hand-written rules, and writes it if nothing is wrong: it must
   * also read back without an error.
   *
   * @param from folder that holds {@code data/} and {@code policy/}
   * @param hand folder of hand-written rules
   * @param world folder to write
   */
  public static Loaded<Optional<Evidence>> buildWorld(Path from, Path hand, Path world) {
    Loaded<Optional<Evidence>> built = WorldBuild.of(from, hand);
    if (built.value().isEmpty()) {
      return built;
    }
    Evidence evidence = built.value().get();
    Loaded<Evidence> again = readBack(evidence);
    if (again.hasErrors()) {
      return again.map(e -> Optional.empty());
    }
    try {
      Pack.write(evidence, world, hand);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the world to " + world, e);
    }
    return built;
  }

  /**
   * Stamps registers and the tables by hand anew.
   *
   * @param hand folder of hand-written rules
   * @param world folder of the pack
   */
  public static Loaded<List<String>> stampRegisters(Path hand, Path world) {
    try {
      return Pack.stampRegisters(world, hand);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the world to " + world, e);
    }
  }

  private static Loaded<Evidence> readBack(Evidence evidence) {
    try {
      Path trial = Files.createTempDirectory("plimsoll-world");
      try {
        Pack.write(evidence, trial);
        return Pack.read(trial);
      } finally {
        try (Stream<Path> files = Files.list(trial)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(trial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try the world out in a temporary folder", e);
    }
  }

  /**
   * Reads a scenario file against a world.
   *
   * @param file YAML
   */
  public static Loaded<Optional<Scenario>> readScenario(Path file, Evidence evidence) {
    return ScenarioFile.read(file, evidence);
  }

  /**
   * Reads a market file.
   *
   * @param file JSON or YAML, as {@code docs/reference/market-file.md} describes it
   */
  public static Loaded<Optional<MarketCase>> readMarket(Path file) {
    return MarketFile.read(file);
  }

  /**
   * Reads a market file's text.
   *
   * @param name for issues
   */
  public static Loaded<Optional<MarketCase>> readMarket(String name, String text) {
    return MarketFile.parse(name, text);
  }

  /** Solves a market file with its measures, and without them. */
  public static CaseMarket.Result solve(MarketCase market, SolverLimits limits) {
    return CaseMarket.of(market).solve(limits);
  }

  /** What the answer of a market file hangs on. */
  public static CaseSensitivities.Found sensitivities(MarketCase market, SolverLimits limits) {
    return CaseSensitivities.of(market, limits);
  }

  /**
   * Reads a table of figures for the risk methods.
   *
   * @param file CSV, as {@code docs/reference/risk-input.md} describes it
   */
  public static Loaded<List<RiskFigure>> readRiskFigures(Path file) {
    return RiskFigureFile.read(file);
  }

  /**
   * The world's volumes as the risk methods read them.
   *
   * @param factors what the methods need beside volumes
   * @param year one of {@link org.plimsoll.planner.risk.RiskTable#years}
   */
  public static SupplyGrid riskOfWorld(
      Evidence world, List<RiskFigure> factors, List<Region> regions, int year) {
    return RiskGrids.ofWorld(world, factors, regions, year);
  }

  /**
   * One's own figures as the risk methods read them.
   *
   * @param name of the table, for issues
   * @param world gives what the figures leave out
   * @param factors of the world
   */
  public static RiskInput riskOfFigures(
      String name, List<RiskFigure> figures, Evidence world, List<RiskFigure> factors) {
    return OwnFigures.of(name, figures, world, factors);
  }

  /**
   * Reads a table of measured effects of export controls.
   *
   * @param file CSV, as {@code docs/reference/control-events.md} describes it
   * @param known earlier events, by which a mineral's word is understood
   */
  public static Loaded<List<ControlEvent>> readControlEvents(
      Path file, Evidence world, List<ControlEvent> known) {
    return ControlEventFile.read(file, world, known);
  }

  /** Measured effects of export controls beside the market model's. */
  public static Backtest backtest(
      Evidence world, List<ControlEvent> events, Backtest.Settings settings) {
    return Backtest.of(world, events, settings);
  }

  /** How far parameters within their ranges bring the model to the events that may be fitted. */
  public static Fit fit(Evidence world, List<ControlEvent> events) {
    return Fit.of(world, events);
  }

  /**
   * Reads a case of GSIM.
   *
   * @param file YAML or JSON, as {@code docs/reference/gsim-file.md} describes it
   */
  public static Loaded<Optional<TariffCase>> readTariffCase(Path file) {
    return TariffCaseFile.read(file);
  }

  /** What a change of tariffs does in GSIM. */
  public static GsimResult gsim(TariffCase asked) {
    return Gsim.solve(asked);
  }

  /**
   * The action plan of a scenario.
   *
   * @param isQuick central case only
   */
  public static ActionPlan plan(Evidence evidence, Scenario scenario, boolean isQuick) {
    return Planner.plan(evidence, scenario, isQuick);
  }

  /** The same scenario with the controls in force on its date among its measures. */
  public static Scenario withControls(Evidence evidence, Scenario scenario) {
    return Planner.withControls(evidence, scenario);
  }

  /**
   * The market of a scenario.
   *
   * @param scenario with all its measures
   */
  public static Market market(Evidence evidence, Scenario scenario) {
    return Market.of(evidence, scenario, ParameterDraw.central());
  }

  /**
   * The market year by year.
   *
   * @param outlooks names of outlooks of demand; of several, the first that has a commodity counts
   * @param last year
   */
  public static Outlook outlook(
      Evidence evidence, Scenario scenario, List<String> outlooks, int last) {
    return Planner.outlook(evidence, scenario, outlooks, last);
  }

  /** What each exporter could do to the scenario's alliance. */
  public static ActionPlan.Leverage leverage(Evidence evidence, Scenario scenario) {
    return Planner.leverage(evidence, scenario);
  }

  /** Seed of the draws behind every range. */
  public static long seed() {
    return Planner.SEED;
  }

  /** Tolerances of the solver, by name. */
  public static SortedMap<String, Double> tolerances() {
    SortedMap<String, Double> tolerances = new TreeMap<>();
    tolerances.put("imbalance", Certificate.IMBALANCE_TOLERANCE);
    tolerances.put("complementarity", Certificate.COMPLEMENTARITY_TOLERANCE);
    return tolerances;
  }

  /** Reads a schedule of levies, or a folder of its versions. */
  public static Loaded<Optional<ScheduleBook>> readSchedules(Path path) {
    return ScheduleFile.readBook(path);
  }
}
