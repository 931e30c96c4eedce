package org.plimsoll.bench.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A contender's runs on one problem.
 *
 * @param runs those that count, at least one
 * @param last what the last one came to
 */
record Timed(List<Run> runs, Attempt last) {
  private static final int MOST_RUNS = 5;

  /** Until the compilers have seen enough; nothing to those that are no Java. */
  private static final double WARM_UP_MILLIS = 5_000;

  /** A first run this long counts, and no run follows when so much is spent. */
  private static final double LONG_MILLIS = 60_000;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * One run.
   *
   * @param clockMillis by the clock
   * @param processorMillis of all threads of the process
   */
  record Run(double clockMillis, double processorMillis) {}

  /** Warms up, then runs five times, or fewer of what takes long. */
  static Timed of(Contender contender, SpatialProblem problem) {
    List<Run> runs = new ArrayList<>();
    boolean warm = false;
    double spent = 0;
    while (true) {
      Supplier<Attempt> work = contender.prepare(problem);
      System.gc(); // what was left by others is not this one's time
      double processor = SYSTEM.getProcessCpuTime();
      double clock = System.nanoTime();
      Attempt attempt = work.get();
      Run run =
          new Run(
              (System.nanoTime() - clock) / 1e6, (SYSTEM.getProcessCpuTime() - processor) / 1e6);
      spent += run.clockMillis();
      if (warm || spent > LONG_MILLIS) {
        runs.add(run);
        if (runs.size() == MOST_RUNS || spent > LONG_MILLIS) {
          return new Timed(List.copyOf(runs), attempt);
        }
      } else if (spent > WARM_UP_MILLIS) {
        warm = true;
        spent = 0;
      }
    }
  }

  double clock() {
    return median(Run::clockMillis);
  }

  double processor() {
    return median(Run::processorMillis);
  }

  double least() {
    return runs.stream().mapToDouble(Run::clockMillis).min().orElseThrow();
  }

  double most() {
    return runs.stream().mapToDouble(Run::clockMillis).max().orElseThrow();
  }

  /** Of an even number the lower one of the middle. */
  private double median(ToDoubleFunction<Run> of) {
    return runs.stream().mapToDouble(of).sorted().toArray()[(runs.size() - 1) / 2];
  }
}
