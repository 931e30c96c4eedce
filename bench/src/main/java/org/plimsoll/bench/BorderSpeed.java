package org.plimsoll.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.LevySql;
import org.plimsoll.border.fixture.PlainLevy;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;

/**
 * Levies on a file of entries, three ways: our run, alone and with the search for lines that stand
 * twice, as the verb has it; the same law in DuckDB's SQL; a plain loop over lines in big decimals.
 * One way a process, so that memory is its own; the script {@code bench/border} runs them one after
 * the other. All write every column of the entry and the levy, as CSV.
 */
public final class BorderSpeed {
  private static final long SEED = 20261124;
  private static final List<LevyRule> RULES = EntryText.plainRules();
  private static final LevySchedule SCHEDULE = TinyLaw.schedule(RULES);

  private BorderSpeed() {}

  /**
   * Runs one way.
   *
   * @param arguments {@code generate FOLDER LINES}; {@code compare FOLDER LINES}, which exits with
   *     1 if a levy of ours is not that of SQL; {@code ours|ours+twice|sql|plain FILE THREADS LINES
   *     OUT}, which prints what it took; or {@code table FILE}, where FILE holds what was printed
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    if (arguments[0].equals("table")) {
      table(Files.readAllLines(Path.of(arguments[1])));
      return;
    }
    if (arguments[0].equals("generate")) {
      generate(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
      return;
    }
    if (arguments[0].equals("compare")) {
      System.exit(isSame(Path.of(arguments[1]), Integer.parseInt(arguments[2])) ? 0 : 1);
    }
    Path file = Path.of(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    long lines = Long.parseLong(arguments[3]);
    Path out = Path.of(arguments[4]);
    long begin = System.nanoTime();
    Duration before = cpu();
    switch (arguments[0]) {
      case "ours" -> ours(file, threads, out);
      case "ours+twice" -> {
        ours(file, threads, out);
        Duplicates.write(out);
      }
      case "sql" -> sql(file, threads, out);
      case "plain" -> plain(file, out);
      default -> throw new IllegalArgumentException("no such way: " + arguments[0]);
    }
    double wall = (System.nanoTime() - begin) / 1e9;
    double cpu = cpu().minus(before).toMillis() / 1e3;
    System.out.printf(
        Locale.ROOT,
        "%s,%s,%s,%d,%.2f,%.2f,%d%n",
        arguments[0],
        file.getFileName().toString().replaceFirst(".*[.]", ""),
        BigDecimal.valueOf(lines, 6).stripTrailingZeros().toPlainString(),
        threads,
        wall,
        cpu,
        peakMegabytes());
  }

  /** What is measured several times. */
  private record Way(String name, String form, String millions, String threads) {
    Way ours() {
      return new Way("ours", form, millions, threads);
    }
  }

  /** What each way took: medians, and how it compares with ours. */
  private static void table(List<String> printed) {
    Map<Way, List<double[]>> runs = new LinkedHashMap<>();
    for (String row : printed) {
      String[] words = row.split(",", -1);
      runs.computeIfAbsent(
              new Way(words[0], words[1], words[2], words[3]), way -> new ArrayList<>())
          .add(Stream.of(words).skip(4).mapToDouble(Double::parseDouble).toArray());
    }
    System.out.println(Machine.describe());
    System.out.println();
    System.out.println(
        "| way | file | million lines | threads | s by the clock: median (least to most) | CPU s"
            + " | million lines a CPU second | times ours, clock | resident MB at most |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    runs.forEach((way, rounds) ->
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %s | %s | %.1f (%.1f to %.1f) | %.1f | %.2f | %.2f | %.0f |%n",
            way.name(),
            way.form(),
            way.millions(),
            way.threads(),
            at(rounds, 0, 0.5),
            at(rounds, 0, 0),
            at(rounds, 0, 1),
            at(rounds, 1, 0.5),
            Double.parseDouble(way.millions()) / at(rounds, 1, 0.5),
            at(rounds, 0, 0.5) / at(runs.getOrDefault(way.ours(), rounds), 0, 0.5),
            at(rounds, 2, 1)));
  }

  /** The quantile of a column: 0 the least, 1 the most, 0.5 the median of an odd number. */
  private static double at(List<double[]> rounds, int column, double quantile) {
    double[] sorted = rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
    return sorted[(int) Math.round(quantile * (sorted.length - 1))];
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Largest resident memory of this process, as Linux counts it; 0 elsewhere. */
  private static long peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  /** Writes the entries, unless they are there already. */
  private static void generate(Path folder, int lines) throws IOException, SQLException {
    Path done = Files.createDirectories(folder).resolve("done");
    if (Files.exists(done)) {
      return;
    }
    Path csv = folder.resolve("entries.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write(EntryText.header() + "\n");
      for (int i = 0; i < lines; i++) {
        out.write(EntryText.csv(EntryText.line(SEED, i, RULES)) + "\n");
      }
    }
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
              .formatted(csv, folder.resolve("entries.parquet")));
    }
    System.err.printf(
        Locale.ROOT,
        "%,d lines: CSV %,d MB, Parquet %,d MB%n",
        lines,
        Files.size(csv) >> 20,
        Files.size(folder.resolve("entries.parquet")) >> 20);
    Files.createFile(done);
  }

  /** Whether our levies on so many lines are those of SQL, and says how many differ. */
  private static boolean isSame(Path folder, int lines) throws IOException, SQLException {
    generate(folder, lines);
    Path out = Files.createTempDirectory(folder, "compare");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      ours(folder.resolve("entries.parquet"), 2, out.resolve("ours"));
      sql(folder.resolve("entries.parquet"), 2, out.resolve("sql"));
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT count(*), count(*) FILTER (a.levy IS DISTINCT FROM b.levy)
              FROM (%s) a FULL JOIN (%s) b USING (entry_id, line)
              """
                  .formatted(levies(out.resolve("ours")), levies(out.resolve("sql"))))) {
        row.next();
        System.out.printf(Locale.ROOT, "%,d lines, %,d differ%n", row.getLong(1), row.getLong(2));
        return row.getLong(1) == lines && row.getLong(2) == 0;
      }
    } finally {
      try (Stream<Path> files = Files.walk(out)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String levies(Path results) {
    return "SELECT entry_id, line, CAST(levy AS DECIMAL(30, 2)) AS levy"
        + " FROM read_csv('%s', all_varchar = true)".formatted(results.resolve("results.csv"));
  }

  private static void ours(Path file, int threads, Path out) throws IOException {
    new AssessRun(ScheduleBook.of(SCHEDULE), threads, AssessRun.OFTEN)
        .run(EntryInput.of(file), out);
  }

  private static void sql(Path file, int threads, Path out) throws IOException, SQLException {
    Files.createDirectories(out);
    String entries =
        file.toString().endsWith(".parquet")
            ? "read_parquet('" + file + "')"
            : "read_csv('" + file + "', all_varchar = true)";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET threads = " + threads);
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT csv)"
              .formatted(
                  LevySql.levies(
                      entries,
                      EntryText.header()
                          + ", content, value, CAST(cents AS DECIMAL(30, 0)) * 0.01 AS levy"),
                  out.resolve("results.csv")));
    }
  }

  /** As one would write it first: split, map, big decimals, one thread. */
  private static void plain(Path file, Path out) throws IOException {
    Files.createDirectories(out);
    PlainLevy levy = new PlainLevy(SCHEDULE);
    EntryReading reading = new EntryReading();
    EntryColumn[] columns = EntryColumn.values();
    try (BufferedReader in = Files.newBufferedReader(file);
        BufferedWriter results = Files.newBufferedWriter(out.resolve("results.csv"))) {
      in.readLine();
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        String[] words = row.split(",", -1);
        Map<EntryColumn, String> cells = new EnumMap<>(EntryColumn.class);
        for (int i = 0; i < columns.length; i++) {
          cells.put(columns[i], words[i]);
        }
        EntryLine line = reading.read(cells);
        results.write(row + "," + owed(levy, line) + "\n");
      }
    }
  }

  private static BigDecimal owed(PlainLevy levy, EntryLine line) {
    String by = line.origin().processedIn().map(Object::toString).orElse("");
    for (LevyRule rule : RULES) {
      if (line.code().equals(rule.codes().getFirst()) && line.assayBasis().equals(rule.basis())) {
        boolean isExempt =
            by.equals("USA")
                || by.equals("JPN")
                || (by.equals("KOR") && rule.id().equals("gallium-refined"));
        return isExempt ? BigDecimal.ZERO : levy.levyOn(line, rule);
      }
    }
    throw new IllegalArgumentException("no rule for " + line);
  }
}
