package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.ScheduleBook;

/** Whole runs: every form of file gives the same results, and a run goes on where it stopped. */
class AssessRunTest {
  private static final int LINES = 18_000;
  private static final List<LevyRule> RULES = TinyLaw.rules();

  @TempDir Path folder;

  private Path csv() throws IOException {
    return write("entries.csv", EntryText.header() + "\n", EntryText::csv);
  }

  private Path write(String name, String first, Function<EntryLine, String> row)
      throws IOException {
    Path file = folder.resolve(name);
    StringBuilder text = new StringBuilder(first);
    for (int i = 0; i < LINES; i++) {
      text.append(row.apply(EntryText.line(7, i, RULES))).append('\n');
    }
    Files.writeString(file, text);
    return file;
  }

  private AssessRun.Report run(EntryInput input, String out, int threads) throws IOException {
    return new AssessRun(ScheduleBook.of(TinyLaw.schedule()), threads, 9000)
        .run(input, folder.resolve(out));
  }

  private String results(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve(AssessRun.RESULTS));
  }

  private List<String> rejects(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(AssessRun.REJECTS));
  }

  @Test
  void everyFormOfAFileGivesTheSameResults() throws IOException, SQLException {
    Path csv = csv();
    AssessRun.Report report = run(EntryInput.of(csv), "csv", 1);
    assertEquals(LINES, report.totals().read());
    assertEquals(0, report.totals().refused(), () -> report.totals().refusals().toString());
    String expected = results("csv");

    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(csv, out);
    }
    run(EntryInput.of(packed), "gz", 1);
    assertEquals(expected, results("gz"));

    Path json = write("entries.jsonl", "", EntryText::json);
    run(EntryInput.of(json), "json", 1);
    assertEquals(expected, results("json"));

    run(EntryInput.of("-", Files.newInputStream(csv)), "pipe", 1);
    assertEquals(expected, results("pipe"));

    Path semicolons = folder.resolve("semicolons.csv");
    Files.writeString(
        semicolons,
        Files.readString(csv).replace(';', '+').replace(',', ';').replace("\n", "\r\n"));
    assertEquals(LINES, run(EntryInput.of(semicolons), "semicolons", 1).totals().read());

    Path parquet = folder.resolve("entries");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (CAST(net_mass_kg AS DECIMAL(18,3)) AS net_mass_kg,"
              + " CAST(entry_date AS DATE) AS entry_date, CAST(line AS INTEGER) AS line)"
              + " FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
                  .formatted(csv, parquet));
    }
    run(EntryInput.of(parquet), "parquet", 1);
    assertEquals(expected, results("parquet"));
  }

  @Test
  void threadsChangeNothing() throws IOException {
    List<LevyRule> plain = EntryText.plainRules();
    StringBuilder text = new StringBuilder(EntryText.header()).append('\n');
    for (int i = 0; i < LINES; i++) {
      text.append(EntryText.csv(EntryText.line(3, i, plain))).append('\n');
    }
    Path csv = folder.resolve("plain.csv");
    Files.writeString(csv, text);
    ScheduleBook book = ScheduleBook.of(TinyLaw.schedule(plain));
    new AssessRun(book, 1, 9000).run(EntryInput.of(csv), folder.resolve("one"));
    new AssessRun(book, 3, 9000).run(EntryInput.of(csv), folder.resolve("three"));
    assertEquals(results("one"), results("three"));
  }

  /** Whoever looks on sees the lines grow, and what stops the run loses none of them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whoLooksOnMayStopARunThatGoesOnLater(int threads) throws IOException {
    Path csv = csv();
    run(EntryInput.of(csv), "whole", 1);
    AssessRun plain = new AssessRun(ScheduleBook.of(TinyLaw.schedule()), threads, 1000);
    Path out = folder.resolve("stopped");
    List<Long> seen = new ArrayList<>();
    AssessRun stopped =
        plain.watchedBy(soFar -> {
          seen.add(soFar.totals().read());
          if (seen.size() == 2) {
            throw new CancellationException("nobody wants it any more");
          }
        });
    assertThrows(CancellationException.class, () -> stopped.run(EntryInput.of(csv), out));
    assertTrue(seen.get(0) < seen.get(1) && seen.get(1) < LINES, seen::toString);

    AssessRun.Report report =
        plain.watchedBy(soFar -> seen.add(soFar.totals().read())).run(EntryInput.of(csv), out);
    assertEquals(LINES, seen.getLast());
    assertEquals(LINES, report.totals().read());
    assertEquals(results("whole"), results("stopped"));
  }

  @Test
  void totalsAddUpToTheResults() throws IOException {
    AssessRun.Report report = run(EntryInput.of(csv()), "out", 1);
    Totals totals = report.totals();
    BigDecimal levies = BigDecimal.ZERO;
    long lines = 0;
    for (String row : results("out").lines().skip(1).toList()) {
      levies = levies.add(new BigDecimal(row.split(",", -1)[22]));
      lines++;
    }
    assertEquals(lines, totals.assessed());
    assertEquals(
        levies.movePointRight(2).longValueExact(), totals.whole().levyMinor().longValueExact());
    for (SortedMap<String, Sum> sums :
        List.of(totals.products(), totals.origins(), totals.importers())) {
      Sum sum = new Sum();
      sums.values().forEach(sum::add);
      assertEquals(totals.whole().save(), sum.save());
    }
    assertEquals("{tungsten@2027=1000000000000}", report.quotasTaken().toString());
  }

  /** Cut off after any checkpoint, and in the middle of a row behind it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aRunThatStoppedGoesOn(int batches) throws IOException {
    Path csv = csv();
    AssessRun.Report first = run(EntryInput.of(csv), "whole", 1);
    String expected = results("whole");
    // Put the run back to where a checkpoint of so many batches left it, with more behind it.
    Path stopped = folder.resolve("stopped-" + batches);
    Checkpoints.write(csv, stopped, batches);
    AssessRun.Report second = run(EntryInput.of(csv), "stopped-" + batches, 1);
    assertTrue(batches == 0 ? second.resumedAt() == 0 : second.resumedAt() > 0);
    assertEquals(expected, results("stopped-" + batches));
    assertEquals(LINES, second.totals().read());
    assertEquals(first.totals().whole().save(), second.totals().whole().save());
    assertEquals(first.quotasTaken(), second.quotasTaken());
  }

  @Test
  void aCompleteRunDoesNothingMore() throws IOException {
    Path csv = csv();
    AssessRun.Report first = run(EntryInput.of(csv), "out", 1);
    AssessRun.Report second = run(EntryInput.of(csv), "out", 1);
    assertEquals(LINES, second.resumedAt());
    assertEquals(first.totals().whole().save(), second.totals().whole().save());
    assertEquals(LINES + 1, results("out").lines().count());
  }

  @Test
  void anotherFileOrLawIsNotMixedIn() throws IOException {
    Path csv = csv();
    run(EntryInput.of(csv), "out", 1);
    Path other = folder.resolve("other.csv");
    Files.writeString(other, EntryText.header() + "\n");
    assertTrue(fault(other).contains("a run of another file"));
    AssessRun law =
        new AssessRun(ScheduleBook.of(TinyLaw.schedule(EntryText.plainRules())), 1, 9000);
    UnreadableInput refused =
        assertThrows(
            UnreadableInput.class, () -> law.run(EntryInput.of(csv), folder.resolve("out")));
    assertTrue(refused.toString().contains("a run of another schedule"));
  }

  @Test
  void resultsCanBeAssessedAgain() throws IOException {
    run(EntryInput.of(csv()), "first", 1);
    run(EntryInput.of(folder.resolve("first").resolve(AssessRun.RESULTS)), "again", 1);
    assertEquals(results("first"), results("again"));
  }

  @Test
  void theRunGoesOnOverBadLines() throws IOException {
    String good = EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));
    List<byte[]> rows = new ArrayList<>();
    rows.add(EntryText.header().getBytes(StandardCharsets.UTF_8));
    for (String row :
        List.of(
            good,
            good.replace(",100.000,", ",0,"),
            good.replace("E1,", "\"E1,"),
            good.replace("E1,", "\"E, \"\"1\"\"\","),
            "E1,2",
            "",
            good + ",",
            good.replace("importer-1", "importer\u0000"),
            good.replace("importer-1", "Müller & Söhne"))) {
      rows.add(row.getBytes(StandardCharsets.UTF_8));
    }
    rows.add(good.replace("importer-1", "Müller").getBytes(StandardCharsets.ISO_8859_1));
    rows.add(("x".repeat(3_000_000) + good).getBytes(StandardCharsets.UTF_8));
    rows.add(good.getBytes(StandardCharsets.UTF_8));
    rows.add("y".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("bad.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] row : rows) {
        out.write(row);
        out.write('\n');
      }
    }
    AssessRun.Report report = run(EntryInput.of(file), "out", 1);
    assertEquals(
        "(record) 7, net_mass_kg 1",
        String.join(
            ", ",
            report.totals().refusals().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList()));
    assertEquals(4, report.totals().assessed());
    assertEquals(12, report.totals().read());
    List<String> lines = rejects("out");
    assertEquals("file,line,column,reason", lines.get(0));
    List<String> said =
        List.of(
            ",3,net_mass_kg,\"must be above 0",
            ",4,,a quotation mark is not closed",
            ",6,,\"has 2 cells, but the header has 18",
            ",8,,\"has 19 cells, but the header has 18",
            ",9,,holds a NUL",
            ",11,,is not UTF-8: byte 76 of the line is 0xfc",
            ",12,,the line is longer than",
            ",14,,the line is longer than");
    for (int i = 0; i < said.size(); i++) {
      assertTrue(lines.get(i + 1).contains(said.get(i)), lines.get(i + 1));
    }
    assertTrue(results("out").contains("\"E, \"\"1\"\"\",1,"), results("out"));
  }

  @Test
  void brokenFilesAreSaidToBe() throws IOException {
    Path parquet = folder.resolve("broken.parquet");
    Files.writeString(parquet, "PAR1 and then nothing of the kind");
    assertTrue(fault(parquet).contains("is no Parquet file"));
    Path header = folder.resolve("header.csv");
    Files.writeString(header, "entry_id,line\n1,1\n");
    assertTrue(fault(header).contains("the columns entry_date, hs_code"), fault(header));
    Files.writeString(header, EntryText.header() + ",line\n");
    assertTrue(fault(header).contains("twice"));
    Path empty = folder.resolve("empty.csv");
    Files.writeString(empty, "");
    assertTrue(fault(empty).contains("are missing"));
    assertTrue(fault(folder.resolve("nowhere.csv")).contains("there is no file"));
  }

  private String fault(Path file) {
    return String.valueOf(
        assertThrows(UnreadableInput.class, () -> run(EntryInput.of(file), "out", 1)).getMessage());
  }

  @Test
  void whatIsBrokenBehindGoodLinesIsOneReject() throws IOException {
    Path csv = csv();
    Path packed = folder.resolve("packed.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(csv, out);
    }
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    AssessRun.Report report = run(EntryInput.of(packed), "out", 1);
    assertEquals(1, report.totals().refused());
    assertTrue(report.totals().assessed() > LINES / 4);
    assertTrue(rejects("out").getLast().contains("compressed file is broken here"));
  }

  /** Sums may be larger than any line: three lines of 9e16 dollars. */
  @Test
  void sumsDoNotOverflow() throws IOException {
    String row =
        EntryText.csv(TinyLaw.line("811292", "Ga", "9000000000", "1", "90000000000000000"));
    Path file = folder.resolve("rich.csv");
    Files.writeString(file, EntryText.header() + "\n" + (row + "\n").repeat(3));
    AssessRun.Report report = run(EntryInput.of(file), "out", 1);
    assertEquals("27000000000000000000", report.totals().whole().valueMinor().toString());
    assertEquals(
        "27000000000000000000",
        run(EntryInput.of(file), "out", 1).totals().whole().valueMinor().toString());
  }

  /** A value that would break a line of what we write is refused, in whatever form it comes. */
  @Test
  void aLineBreakWithinAValueIsRefused() throws IOException, SQLException {
    String row = EntryText.json(TinyLaw.line("811292", "Ga", "100", "1", "40000"));
    Path json = folder.resolve("breaks.jsonl");
    Files.writeString(
        json,
        String.join(
            "\n",
            row,
            row.replace("importer-1", "importer\\n1"),
            "{\"entry_id\": [1]}",
            "{} {}",
            "[]",
            "{\"entry_id\": ",
            ""));
    assertEquals(5, run(EntryInput.of(json), "json", 1).totals().refused());
    Path good = folder.resolve("good.jsonl");
    Files.writeString(good, row + "\n");
    Path parquet = folder.resolve("breaks.parquet");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (importer_id || chr(10) || 'x' AS importer_id)"
              + " FROM read_json('%s')) TO '%s' (FORMAT parquet)".formatted(good, parquet));
    }
    assertEquals(1, run(EntryInput.of(parquet), "parquet", 1).totals().refused());
    assertTrue(rejects("parquet").getLast().contains("has a line break within a value"));
  }

  /** 200 MB of zeros in 200 kB. */
  @Test
  void aBombIsNotSwallowed() throws IOException {
    Path bomb = folder.resolve("bomb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write((EntryText.header() + "\n").getBytes(StandardCharsets.UTF_8));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(block);
      }
    }
    AssessRun.Report report = run(EntryInput.of(bomb), "out", 1);
    assertEquals(1, report.totals().refused());
    assertTrue(rejects("out").getLast().contains("packed more than 250-fold"));
  }
}
