package org.plimsoll.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * Time of the market on a world and a scenario whose measures touch every chain, on one thread and
 * on two: solving all chains cold; warm, under one further duty on everything; and the sweep, a
 * stop of each product by each exporter to everybody on top of the scenario.
 */
public final class MarketSpeed {
  private static final int[] THREADS = {1, 2};

  private final PrintStream out;
  private final Evidence evidence;
  private final Scenario scenario;

  /** Further duties so far: each is another, so that no run finds the answer of one before. */
  private final AtomicInteger duties = new AtomicInteger();

  private MarketSpeed(PrintStream out, Evidence evidence, Scenario scenario) {
    this.out = out;
    this.evidence = evidence;
    this.scenario = scenario;
  }

  /**
   * Prints the table.
   *
   * @param arguments folder of the world, file of the scenario
   */
  public static void main(String[] arguments) {
    Evidence evidence = Pack.read(Path.of(arguments[0])).value();
    Scenario scenario = ScenarioFile.read(Path.of(arguments[1]), evidence).value().orElseThrow();
    new MarketSpeed(System.out, evidence, scenario).measure();
  }

  private void measure() {
    World solved = under(scenario.measures());
    List<Measure> stops = stops(solved.market());
    long answered = stops.stream().filter(stop -> solved.isSolved(List.of(stop))).count();
    out.printf(
        Locale.ROOT,
        "%d products; %d stops, of which %d have a certified answer on top of %s; %s%n%n",
        solved.market().listProducts().size(),
        stops.size(),
        answered,
        scenario.name(),
        Machine.describe());
    out.println(
        "| what | threads | ms by the clock: median (least to most) of runs"
            + " | ms of processor time, mean | kB made |");
    out.println("|---|---|---|---|---|");
    line("calibrating", () -> evidence, any -> calibrate());
    line("the world, cold", this::calibrate, world -> world.with(scenario.measures()).solve());
    World base = under(List.of());
    line(
        "the world, warm, from the base equilibrium",
        () -> base,
        world -> world.and(duty(world.market())).solve());
    line(
        "the world, warm, from the scenario's answer",
        () -> solved,
        world -> world.and(duty(world.market())).solve());
    line("sweep", () -> under(scenario.measures()), world -> sweep(world, stops));
  }

  private <T> void line(String what, Supplier<T> prepare, Consumer<T> work) {
    for (int threads : THREADS) {
      Timing timing = Timing.of(threads, prepare, work);
      out.printf(
          Locale.ROOT,
          "| %s | %d | %s | %s |%n",
          what,
          threads,
          timing,
          threads == 1 ? String.format(Locale.ROOT, "%,.0f", timing.allocatedBytes() / 1000) : "");
      out.flush();
    }
  }

  /**
   * The world's market, and what was found about it.
   *
   * @param market under some measures
   * @param answers so far
   */
  private record World(Market market, Answers answers) {
    World with(List<Measure> measures) {
      return new World(market.with(measures), answers);
    }

    World and(List<Measure> more) {
      return new World(market.and(more), answers);
    }

    /** Side by side in the pool that calls, if one does. */
    void solve() {
      @Nullable ForkJoinPool pool = ForkJoinTask.getPool();
      Outcome outcome =
          pool == null
              ? answers.solve(market)
              : answers.solve(market, SolverLimits.USUAL, () -> false, pool);
      if (outcome instanceof Outcome.Failure failure) {
        throw new IllegalStateException(failure + "\nMaybe take another scenario");
      }
    }

    boolean isSolved(List<Measure> more) {
      return answers.solve(market.and(more)) instanceof Outcome.Converged;
    }
  }

  /** The world with nothing solved yet. */
  private World calibrate() {
    return new World(
        Market.of(evidence, scenario.withMeasures(List.of()), ParameterDraw.central()),
        new Answers(Answers.USUAL_BYTES));
  }

  /** The world solved under these. */
  private World under(List<Measure> measures) {
    World world = calibrate().with(measures);
    world.solve();
    return world;
  }

  private static void sweep(World world, List<Measure> stops) {
    stops.parallelStream().forEach(stop -> world.isSolved(List.of(stop)));
  }

  private List<Measure> stops(Market market) {
    List<Measure> stops = new ArrayList<>();
    for (ProductId product : market.listProducts()) {
      SortedSet<CountryCode> exporters = new TreeSet<>();
      for (Flow flow : evidence.flows()) {
        if (flow.product().equals(product) && !flow.exporter().equals(flow.importer())) {
          exporters.add(flow.exporter());
        }
      }
      exporters.forEach(exporter -> stops.add(stop(product, exporter)));
    }
    return stops;
  }

  private static Measure stop(ProductId product, CountryCode exporter) {
    return new BorderMeasure.ExportBan(
        terms("stop-" + exporter + "-" + product, List.of(product), exporter.alpha3(), ""));
  }

  /** A duty of some five per cent by the alliance on every product from everywhere. */
  private List<Measure> duty(Market market) {
    int number = duties.incrementAndGet();
    double share = 0.05 + 1e-6 * number;
    return List.of(
        new BorderMeasure.Tariff(
            terms("duty-" + number, market.listProducts(), "", scenario.alliance().id()),
            Interval.exactly(share),
            Interval.exactly(0)));
  }

  private static Terms terms(String id, List<ProductId> products, String from, String to) {
    return Terms.of(
        id,
        products,
        from.isEmpty() ? Parties.UNNAMED : Parties.of(from),
        to.isEmpty() ? Parties.UNNAMED : Parties.of(to),
        Status.ASSUMED,
        "speed");
  }
}
