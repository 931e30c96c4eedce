package org.plimsoll.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.plimsoll.bench.SpatialMarket;

/**
 * What memory ours takes alone, in a process of its own: the market as a file's records, and as
 * many solves as are timed.
 */
public final class MemoryAlone {
  private MemoryAlone() {}

  /** Starts the process. */
  static String measure(int places, String heap) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            MemoryAlone.class.getName(),
            Integer.toString(places));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prints what was taken.
   *
   * @param arguments number of places
   */
  public static void main(String[] arguments) throws IOException {
    SpatialProblem problem = SpatialProblem.of(SpatialMarket.of(Integer.parseInt(arguments[0]), 1));
    Timed timed = Timed.of(new Ours("ours", List.of()), problem);
    if (timed.last() instanceof Attempt.None(String why)) {
      System.out.println(why);
      return;
    }
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "%,d MiB resident at most, %,d MiB of heap; %,.0f ms by the clock, %,.0f of processors%n",
        residentKib() / 1024,
        heap >> 20,
        timed.clock(),
        timed.processor());
  }

  /** The kernel's own high-water mark. */
  private static long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
