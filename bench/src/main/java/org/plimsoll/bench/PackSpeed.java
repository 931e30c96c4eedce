package org.plimsoll.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.build.WorldBuild;
import org.plimsoll.sources.pack.Pack;

/**
 * How long it takes to load the world pack, the same pack with ten times its commodities, and, with
 * the raw data at hand, to build it. One thread.
 */
public final class PackSpeed {
  private static final int TIMES = 10;
  private static final int WARM_UPS = 2;
  private static final int RUNS = 9;

  /** Tables whose first column names their rows; further columns name these. */
  private static final Set<String> NAMED =
      Set.of(
          "commodities.csv",
          "products.csv",
          "technology.csv",
          "projects.csv",
          "export_controls.csv",
          "commitments.csv",
          "facts.csv");

  private final PrintStream out;

  private PackSpeed(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints one line for each thing measured.
   *
   * @param arguments the project's folder and, to measure the build too, the folder of raw data
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path many = Files.createTempDirectory("pack");
    try {
      new PackSpeed(System.out)
          .measure(root, many, arguments.length > 1 ? List.of(Path.of(arguments[1])) : List.of());
    } finally {
      try (Stream<Path> files = Files.list(many)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(many);
    }
  }

  private void measure(Path root, Path many, List<Path> raw) throws IOException {
    multiply(root.resolve("world"), many);
    out.printf(
        "Java %s, one thread; median of %d runs after %d, least and most%n",
        Runtime.version(), RUNS, WARM_UPS);
    time("loading the pack", () -> load(root.resolve("world")));
    time("loading it with " + TIMES + " times the commodities", () -> load(many));
    for (Path from : raw) {
      time("building it from raw data", () -> build(from, root.resolve("world/hand")));
    }
  }

  private static int load(Path world) {
    Loaded<?> pack = Pack.read(world);
    if (pack.hasErrors()) {
      throw new IllegalStateException(pack.issues().toString());
    }
    return pack.rows().read();
  }

  private static int build(Path from, Path hand) {
    Loaded<?> built = WorldBuild.of(from, hand);
    if (built.hasErrors()) {
      throw new IllegalStateException(built.issues().toString());
    }
    return built.rows().read();
  }

  /** Runs it several times and prints milliseconds by the clock and by processor time. */
  private void time(String what, IntSupplier rows) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] byClock = new double[RUNS];
    double[] byProcessor = new double[RUNS];
    int read = 0;
    for (int run = -WARM_UPS; run < RUNS; run++) {
      long processor = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      read = rows.getAsInt();
      if (run >= 0) {
        byClock[run] = (System.nanoTime() - clock) / 1e6;
        byProcessor[run] = (threads.getCurrentThreadCpuTime() - processor) / 1e6;
      }
    }
    Arrays.sort(byClock);
    Arrays.sort(byProcessor);
    out.printf(
        Locale.ROOT,
        "%-40s %,9d rows: %,7.0f ms by the clock (%,.0f to %,.0f), %,7.0f by processor time%n",
        what,
        read,
        byClock[RUNS / 2],
        byClock[0],
        byClock[RUNS - 1],
        byProcessor[RUNS / 2]);
  }

  /**
   * Copies a pack with each commodity, and all that names it, several times under further names.
   */
  private static void multiply(Path world, Path many) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(world)) {
      files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      if (NAMED.contains(String.valueOf(file.getFileName()))) {
        rows(file).stream().skip(1).forEach(row -> names.add(row.getFirst()));
        rows(file).stream().skip(1).forEach(row -> names.add(row.get(0) + "/" + row.get(1)));
      }
    }
    for (Path file : files) {
      List<List<String>> rows = rows(file);
      try (CsvWriter csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(many.resolve(file.getFileName()))) {
        for (List<String> row : rows) {
          csv.writeRecord(row);
        }
        for (int copy = 2; copy <= TIMES; copy++) {
          for (List<String> row : rows.subList(1, rows.size())) {
            String suffix = "-" + copy;
            List<String> renamed = row.stream().map(field -> rename(field, names, suffix)).toList();
            if (!renamed.equals(row)) {
              csv.writeRecord(renamed);
            }
          }
        }
      }
    }
  }

  private static String rename(String field, Set<String> names, String suffix) {
    return Arrays.stream(field.split(";", -1))
        .map(part -> names.contains(part) ? renameOne(part, suffix) : part)
        .collect(Collectors.joining(";"));
  }

  private static String renameOne(String name, String suffix) {
    int slash = name.indexOf('/');
    return slash < 0 ? name + suffix : name.substring(0, slash) + suffix + name.substring(slash);
  }

  private static List<List<String>> rows(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      csv.forEach(record -> rows.add(record.getFields()));
    }
    return rows;
  }
}
