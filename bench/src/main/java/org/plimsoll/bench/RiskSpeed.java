package org.plimsoll.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.risk.Buyer;
import org.plimsoll.planner.risk.EuSupplyRisk;
import org.plimsoll.planner.risk.GeoPolRisk;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.SupplyAxes;
import org.plimsoll.planner.risk.SupplyGrid;

/**
 * Rows a second of the risk methods over every material, country and year at once. A row is what
 * the Python library for GeoPolRisk calls one: HHI, import risk, score, price and factor of one
 * material, country and year. One thread; the figures are made up, since speed does not depend on
 * them.
 */
public final class RiskSpeed {
  private static final int MATERIALS = 60;
  private static final int COUNTRIES = 220;
  private static final int YEARS = 25;
  private static final int MAKERS = 30;
  private static final int SOURCES = 20;
  private static final int WARM_UPS = 3;
  private static final int RUNS = 9;
  private static final long SEED = 20_261_124;

  private final PrintStream out;

  private RiskSpeed(PrintStream out) {
    this.out = out;
  }

  /** Prints one line for each thing measured. */
  public static void main(String[] arguments) {
    new RiskSpeed(System.out).measure();
  }

  private void measure() {
    SupplyGrid grid = fill();
    out.printf(
        Locale.ROOT,
        "%d materials × %d countries × %d years = %,d rows; %d makers, %d sources a row%n",
        MATERIALS,
        COUNTRIES,
        YEARS,
        grid.axes().cells(),
        MAKERS,
        SOURCES);
    out.printf(
        "Java %s, %d processors, one thread; median of %d runs after %d, least and most%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), RUNS, WARM_UPS);
    time("filling the grid", () -> fill().axes().cells());
    time("GeoPolRisk, numbers in arrays", () -> GeoPolRisk.of(grid).axes().cells());
    time("GeoPolRisk, with a record a row", () -> GeoPolRisk.of(grid).rows().size());
    time("EU supply risk, with a record a row", () -> EuSupplyRisk.of(grid).rows().size());
  }

  /** Runs it several times and prints rows a second by the clock and by processor time. */
  private void time(String what, Supplier<Integer> rows) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] byClock = new double[RUNS];
    double[] byProcessor = new double[RUNS];
    for (int run = -WARM_UPS; run < RUNS; run++) {
      long processor = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      int made = rows.get();
      double clockSeconds = (System.nanoTime() - clock) / 1e9;
      double processorSeconds = (threads.getCurrentThreadCpuTime() - processor) / 1e9;
      if (run >= 0) {
        byClock[run] = made / clockSeconds;
        byProcessor[run] = made / processorSeconds;
      }
    }
    Arrays.sort(byClock);
    Arrays.sort(byProcessor);
    out.printf(
        Locale.ROOT,
        "%-36s %,12.0f rows/s by the clock (%,.0f to %,.0f), %,12.0f by processor time%n",
        what,
        byClock[RUNS / 2],
        byClock[0],
        byClock[RUNS - 1],
        byProcessor[RUNS / 2]);
  }

  private static SupplyGrid fill() {
    Random random = new Random(SEED);
    List<CountryCode> countries = new ArrayList<>();
    for (int c = 0; c < COUNTRIES; c++) {
      countries.add(
          CountryCode.of(
              "" + (char) ('A' + c / 26) + (char) ('A' + c % 26) + (char) ('A' + c % 7)));
    }
    SupplyAxes axes =
        SupplyAxes.of(
            IntStream.range(0, MATERIALS)
                .mapToObj(m -> ProductId.parse("m" + m + "/mine"))
                .toList(),
            IntStream.range(0, YEARS).map(y -> 2000 + y).boxed().toList(),
            countries.stream().map(org.plimsoll.planner.risk.Supplier::of).toList(),
            countries.stream().map(Region::of).map(Buyer::of).toList());
    SupplyGrid.Builder grid = SupplyGrid.of(axes);
    for (int year = 0; year < YEARS; year++) {
      for (int country = 0; country < COUNTRIES; country++) {
        grid.instability(year, country, random.nextDouble());
        grid.governanceWeight(year, country, 10 * random.nextDouble());
      }
    }
    for (int market = 0; market < axes.markets(); market++) {
      grid.recycling(market, 0.1).substitution(market, 0.9);
      for (int i = 0; i < MAKERS; i++) {
        grid.output(market, random.nextInt(COUNTRIES), 1000 * random.nextDouble(), 1);
      }
    }
    for (int cell = 0; cell < axes.cells(); cell++) {
      grid.usdPerKg(cell, 5).ownOutput(cell, 100 * random.nextDouble()).importReliance(cell, 0.8);
      for (int i = 0; i < SOURCES; i++) {
        grid.supply(cell, random.nextInt(COUNTRIES), 100 * random.nextDouble(), 1);
      }
    }
    return grid.build();
  }
}
