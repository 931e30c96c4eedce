package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.file.CaseMarket;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.outlook.GrowthPath;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * How the time of solving grows: with routes, on random spatial equilibria; with countries and with
 * stages, on random worlds of one chain under one to six random measures; with years, on the world.
 * Prints a table and draws it. Everything on one thread.
 */
public final class MarketGrowth {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int[] ROUTES = {10_000, 25_600, 62_500, 122_500, 250_000};
  private static final int[] COUNTRIES = {10, 20, 40, 80, 160};
  private static final int[] STAGES = {1, 2, 4, 8, 16};
  private static final int[] YEARS = {1, 2, 4, 8, 11};
  private static final int USUAL_STAGES = 3;
  private static final int USUAL_COUNTRIES = 40;
  private static final int MOST_MEASURES = 6;

  private final PrintStream out;
  private final Evidence world;
  private final Scenario scenario;

  private MarketGrowth(PrintStream out, Evidence world, Scenario scenario) {
    this.out = out;
    this.world = world;
    this.scenario = scenario;
  }

  /**
   * Markets of one size, solved.
   *
   * @param size along the axis
   * @param millis of processor time, each solved one, rising
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  record Point(int size, double[] millis) {
    double median() {
      return millis[millis.length / 2];
    }

    /** The least of the middle half. */
    double lower() {
      return millis[millis.length / 4];
    }

    /** The most of the middle half. */
    double upper() {
      return millis[millis.length - 1 - millis.length / 4];
    }
  }

  /**
   * One panel.
   *
   * @param axis what grows
   * @param points by rising size
   */
  record Curve(String axis, List<Point> points) {}

  /** Something to solve; whether it was solved. */
  private interface Work {
    boolean run();
  }

  /** Makes work of a size, outside the time. */
  private interface Maker {
    Work of(int size, long seed);
  }

  /**
   * Prints the table and writes the picture.
   *
   * @param arguments folder of the world, file of the scenario, file of the picture
   */
  public static void main(String[] arguments) throws IOException {
    Evidence world = Pack.read(Path.of(arguments[0])).value();
    Scenario scenario = ScenarioFile.read(Path.of(arguments[1]), world).value().orElseThrow();
    MarketGrowth growth = new MarketGrowth(System.out, world, scenario);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      List<Curve> curves = one.submit(growth::measure).join();
      Files.writeString(Path.of(arguments[2]), GrowthPlot.of(curves));
    }
  }

  private List<Curve> measure() {
    out.printf("%s%n%n", Machine.describe());
    out.println("| by | size | ms of one thread's processor time: median (middle half) | solved |");
    out.println("|---|---|---|---|");
    return List.of(
        curve("routes of a spatial equilibrium", ROUTES, 5, MarketGrowth::spatial),
        curve(
            "countries, three stages",
            COUNTRIES,
            21,
            (size, seed) -> chain(seed, USUAL_STAGES, size)),
        curve(
            "stages, forty countries",
            STAGES,
            21,
            (size, seed) -> chain(seed, size, USUAL_COUNTRIES)),
        curve("years of the world", YEARS, 5, (size, seed) -> years(size)));
  }

  /** Solves every size once to warm up, then times each. */
  private Curve curve(String axis, int[] sizes, int runs, Maker maker) {
    for (int size : sizes) {
      for (int seed = 0; seed < runs; seed++) {
        maker.of(size, seed).run();
      }
    }
    List<Point> points = new ArrayList<>();
    for (int size : sizes) {
      double[] millis = new double[runs];
      int solved = 0;
      for (int seed = 0; seed < runs; seed++) {
        Work work = maker.of(size, seed);
        long begin = THREADS.getCurrentThreadCpuTime();
        boolean found = work.run();
        millis[solved] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
        solved += found ? 1 : 0;
      }
      double[] rising = Arrays.stream(millis).limit(solved).sorted().toArray();
      Point point = new Point(size, rising);
      points.add(point);
      out.printf(
          Locale.ROOT,
          "| %s | %,d | %,.2f (%,.2f to %,.2f) | %d of %d |%n",
          axis,
          point.size(),
          point.median(),
          point.lower(),
          point.upper(),
          solved,
          runs);
      out.flush();
    }
    return new Curve(axis, points);
  }

  /** From the market in memory to the certified answer. */
  private static Work spatial(int routes, long seed) {
    MarketCase file = SpatialMarket.of((int) Math.sqrt(routes), seed);
    return () -> CaseMarket.of(file).solve(SolverLimits.USUAL) instanceof CaseMarket.Result.Solved;
  }

  /** From the calibrated world on, without a warm start. */
  private static Work chain(long seed, int stages, int countries) {
    Evidence evidence = RandomMarkets.evidence(seed, stages, countries);
    Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    var measures = RandomMeasures.of(evidence, market.listProducts(), seed, MOST_MEASURES);
    return () -> Answers.once(market.with(measures)) instanceof Outcome.Converged;
  }

  private Work years(int years) {
    int last = world.baseYear() + years - 1;
    return () -> !Planner.outlook(world, scenario, GrowthPath.USUAL, last).years().isEmpty();
  }
}
