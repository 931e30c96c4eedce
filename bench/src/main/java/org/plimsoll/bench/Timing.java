package org.plimsoll.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Times of one thing, run again and again after warming up.
 *
 * @param clockMillis by the clock, each run, rising
 * @param processorMillis of all threads of the JVM, mean of the runs
 * @param allocatedBytes what the thread that begins the work makes, mean of the runs
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
record Timing(double[] clockMillis, double processorMillis, double allocatedBytes) {
  private static final double WARM_UP_MILLIS = 3000;
  private static final int FEWEST_RUNS = 15;

  /** Short runs are so many that the processor's clock, which ticks each 10 ms, can be read. */
  private static final double SHORTEST_MILLIS = 3000;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** One run: milliseconds by the clock and of processors, bytes. */
  private record Run(double clock, double processor, double bytes) {}

  /**
   * Runs it until the JVM is warm, then fifteen times or more.
   *
   * @param threads of the pool that the work's parallel streams use
   * @param prepare what a run starts from, not timed
   */
  static <T> Timing of(int threads, Supplier<T> prepare, Consumer<T> work) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      times(pool, 1, WARM_UP_MILLIS, prepare, work);
      List<Run> runs = times(pool, FEWEST_RUNS, SHORTEST_MILLIS, prepare, work);
      return new Timing(
          runs.stream().mapToDouble(Run::clock).sorted().toArray(),
          runs.stream().mapToDouble(Run::processor).average().orElseThrow(),
          runs.stream().mapToDouble(Run::bytes).average().orElseThrow());
    }
  }

  private static <T> List<Run> times(
      ForkJoinPool pool, int fewest, double shortest, Supplier<T> prepare, Consumer<T> work) {
    List<Run> runs = new ArrayList<>();
    double spent = 0;
    while (spent < shortest || runs.size() < fewest) {
      T from = prepare.get();
      Run run = pool.submit(() -> time(from, work)).join();
      runs.add(run);
      spent += run.clock();
    }
    return runs;
  }

  private static <T> Run time(T from, Consumer<T> work) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long processor = SYSTEM.getProcessCpuTime();
    long clock = System.nanoTime();
    work.accept(from);
    double clockMillis = (System.nanoTime() - clock) / 1e6;
    double processorMillis = (SYSTEM.getProcessCpuTime() - processor) / 1e6;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new Run(clockMillis, processorMillis, bytes);
  }

  /** Median, least and most by the clock with the number of runs, and processor time. */
  @Override
  public String toString() {
    double median = clockMillis[clockMillis.length / 2];
    return String.format(
        Locale.ROOT,
        median < 100
            ? "%,.1f (%,.1f to %,.1f) of %d | %,.1f"
            : "%,.0f (%,.0f to %,.0f) of %d | %,.0f",
        median,
        clockMillis[0],
        clockMillis[clockMillis.length - 1],
        clockMillis.length,
        processorMillis);
  }
}
