package org.plimsoll.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.market.Market;
import org.plimsoll.planner.market.Outcome;
import org.plimsoll.planner.market.ParameterDraw;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * Time of the market on a world and a scenario whose measures touch every chain: calibrating,
 * solving all chains from the base year, and, on top of that, a stop of each product by each
 * exporter to everybody, on all processors.
 */
public final class MarketSpeed {
  private static final int WARM_UPS = 3;
  private static final int RUNS = 9;

  private final PrintStream out;
  private final Evidence evidence;
  private final Scenario scenario;

  private MarketSpeed(PrintStream out, Evidence evidence, Scenario scenario) {
    this.out = out;
    this.evidence = evidence;
    this.scenario = scenario;
  }

  /**
   * Prints one line for each thing measured.
   *
   * @param arguments folder of the world, file of the scenario
   */
  public static void main(String[] arguments) {
    Evidence evidence = Pack.read(Path.of(arguments[0])).value();
    Scenario scenario = ScenarioFile.read(Path.of(arguments[1]), evidence).value().orElseThrow();
    new MarketSpeed(System.out, evidence, scenario).measure();
  }

  private void measure() {
    Market market = calibrate();
    List<Measure> stops = stops(market);
    out.printf(
        Locale.ROOT,
        "%d products, %d stops; Java %s, %d processors; median of %d after %d, least and most%n",
        market.listProducts().size(),
        stops.size(),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        RUNS,
        WARM_UPS);
    time("calibrating the world", this::calibrate);
    time("calibrating and solving it under the scenario", () -> solve(calibrate()));
    time("the same, then every stop on top", () -> sweep(calibrate(), stops));
  }

  private Market calibrate() {
    return Market.of(evidence, scenario, ParameterDraw.central());
  }

  private static Object solve(Market market) {
    if (market.solve() instanceof Outcome.Converged converged) {
      return converged;
    }
    throw new IllegalStateException("no solution\nMaybe take another scenario");
  }

  private static Object sweep(Market market, List<Measure> stops) {
    solve(market);
    return stops.parallelStream()
        .map(stop -> market.and(List.of(stop)).solve())
        .filter(outcome -> outcome instanceof Outcome.Converged)
        .count();
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
        new Terms(
            "stop-" + exporter + "-" + product,
            List.of(product),
            Parties.of(exporter.alpha3()),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "speed"));
  }

  /** What is measured; its value is thrown away. */
  private interface Work {
    Object run();
  }

  /** Runs it several times and prints milliseconds by the clock and of all processors. */
  private void time(String what, Work work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double[] byClock = new double[RUNS];
    double[] byProcessor = new double[RUNS];
    for (int run = -WARM_UPS; run < RUNS; run++) {
      long processor = system.getProcessCpuTime();
      long clock = System.nanoTime();
      Object result = work.run();
      double clockMillis = (System.nanoTime() - clock) / 1e6;
      double processorMillis = (system.getProcessCpuTime() - processor) / 1e6;
      if (run >= 0 && result != this) {
        byClock[run] = clockMillis;
        byProcessor[run] = processorMillis;
      }
    }
    Arrays.sort(byClock);
    Arrays.sort(byProcessor);
    out.printf(
        Locale.ROOT,
        "%-46s %,8.0f ms by the clock (%,.0f to %,.0f), %,8.0f ms of processor time%n",
        what,
        byClock[RUNS / 2],
        byClock[0],
        byClock[RUNS - 1],
        byProcessor[RUNS / 2]);
  }
}
