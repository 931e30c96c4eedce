package org.plimsoll.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where and when something was measured, in a line. */
public final class Machine {
  private Machine() {}

  /** Day, Java, its arguments, system, processors and load. */
  public static String describe() {
    return String.format(
        Locale.ROOT,
        "%s, Java %s, %s, %s %s, %d processors, load %.1f at the start",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.version(),
        String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
