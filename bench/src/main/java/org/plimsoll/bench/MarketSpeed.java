package org.plimsoll.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    Market solved = under(scenario.measures());
    List<Measure> stops = stops(solved);
    long answered = stops.stream().filter(stop -> isSolved(solved.and(List.of(stop)))).count();
    out.printf(
        Locale.ROOT,
        "%d products; %d stops, of which %d have a certified answer on top of %s; %s%n%n",
        solved.listProducts().size(),
        stops.size(),
        answered,
        scenario.name(),
        Machine.describe());
    out.println(
        "| what | threads | ms by the clock: median (least to most) of runs"
            + " | ms of processor time, mean | kB made |");
    out.println("|---|---|---|---|---|");
    line("calibrating", () -> evidence, any -> calibrate());
    line("the world, cold", this::calibrate, market -> solve(market.with(scenario.measures())));
    Market base = under(List.of());
    line(
        "the world, warm, from the base equilibrium",
        () -> base,
        market -> solve(market.and(duty(market))));
    line(
        "the world, warm, from the scenario's answer",
        () -> solved,
        market -> solve(market.and(duty(market))));
    line("sweep", () -> under(scenario.measures()), market -> sweep(market, stops));
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

  /** The world with nothing solved yet. */
  private Market calibrate() {
    return Market.of(evidence, scenario.withMeasures(List.of()), ParameterDraw.central());
  }

  /** The world solved under these. */
  private Market under(List<Measure> measures) {
    Market market = calibrate().with(measures);
    solve(market);
    return market;
  }

  private static void solve(Market market) {
    if (market.solve() instanceof Outcome.Failure failure) {
      throw new IllegalStateException(failure + "\nMaybe take another scenario");
    }
  }

  private static boolean isSolved(Market market) {
    return market.solve() instanceof Outcome.Converged;
  }

  private static void sweep(Market market, List<Measure> stops) {
    stops.parallelStream().forEach(stop -> isSolved(market.and(List.of(stop))));
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
    return new Terms(
        id,
        products,
        from.isEmpty() ? Parties.UNNAMED : Parties.of(from),
        to.isEmpty() ? Parties.UNNAMED : Parties.of(to),
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        "speed");
  }
}
