package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntrySource;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.ScheduleBook;

/** What files of entries may hold besides plain lines. */
class UnusualInputTest {
  private static final String ROW =
      EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));

  @TempDir Path folder;

  private AssessRun.Report run(Path file, String out) throws IOException {
    return run(EntryInput.of(file), out);
  }

  private AssessRun.Report run(EntryInput input, String out) throws IOException {
    return new AssessRun(ScheduleBook.of(TinyLaw.schedule()), 1, 9000)
        .run(input, folder.resolve(out));
  }

  private String results(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve(AssessRun.RESULTS));
  }

  private List<String> rejects(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(AssessRun.REJECTS));
  }

  /**
   * Cells of Parquet that no plain line has: marks, commas, other letters, long ones, typed columns
   * without a value; some rows in two chunks. They come out as the same JSON does.
   */
  @Test
  void parquetMayHoldAnyText() throws IOException, SQLException {
    String row = EntryText.json(TinyLaw.line("811292", "Ga", "100", "", "40000"));
    List<String> ids =
        List.of(
            "E",
            "ABCDEFGHIJKL",
            "ABCDEFGHIJKLM",
            "a,b",
            "with \\\"marks\\\" of many letters, and commas",
            "\u00fcber",
            "\u4e2d\u56fd-\u8fdb\u53e3-\u7a0e\u8d39\u5355-000017",
            "x".repeat(3000));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append(row.replace("\"E1\"", "\"" + ids.get(i % ids.size()) + i + "\"")).append('\n');
    }
    Path json = folder.resolve("any.jsonl");
    Files.writeString(json, text);
    assertEquals(0, run(json, "json").totals().refused());
    Path parquet = folder.resolve("any.parquet");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          ("COPY (SELECT * EXCLUDE (hs_edition, other_duties)"
                  + " REPLACE (CAST(nullif(assay, '') AS DECIMAL(9, 6)) AS assay,"
                  + " CAST(entry_date AS TIMESTAMP) AS entry_date),"
                  + " hs_edition FROM read_json('%s', columns = {%s})) TO '%s' (FORMAT parquet)")
              .formatted(
                  json,
                  String.join(
                      ", ", EntryColumn.ALL.stream().map(c -> c.word() + ": 'VARCHAR'").toList()),
                  parquet));
    }
    run(parquet, "parquet");
    assertEquals(results("json"), results("parquet"));
  }

  /** Per cent signs, quotation marks and blanks are letters of a name like any other. */
  @Test
  void aParquetFileMayHaveAnyName() throws IOException, SQLException {
    String row = EntryText.json(TinyLaw.line("811292", "Ga", "100", "", "40000"));
    Path json = folder.resolve("plain.jsonl");
    Files.writeString(json, row + "\n");
    Path parquet = folder.resolve("half 50%d of 'it'.parquet");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_json('%s')) TO %s (FORMAT parquet)"
              .formatted(json, DuckSql.quoted(parquet)));
    }
    assertEquals(1, run(parquet, "named").totals().read());
  }

  /** A row that is too long is one reject, as a line is. */
  @Test
  void aRowThatIsTooLongIsRefused() throws IOException, SQLException {
    String row = EntryText.json(TinyLaw.line("811292", "Ga", "100", "", "40000"));
    Path json = folder.resolve("long.jsonl");
    Files.writeString(json, row + "\n");
    Path parquet = folder.resolve("long.parquet");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (repeat('x', 60000 + 1000 * n) AS entry_id) FROM read_json('%s'),"
                  .formatted(json)
              + " range(10) r(n)) TO '%s' (FORMAT parquet)".formatted(parquet));
    }
    Totals totals = run(parquet, "long").totals();
    assertEquals(10, totals.read());
    assertTrue(totals.refused() > 3 && totals.refused() < 8, totals.refused() + " refused");
    assertTrue(rejects("long").getLast().contains("the line is longer than 65536 bytes"));
  }

  /** More than an array can hold, so that no reader could keep it by accident. */
  @Test
  void aLineOfTwoGigabytesIsOneReject() throws IOException {
    long length = Integer.MAX_VALUE + 1_000_000L;
    InputStream pipe =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    text(EntryText.header() + "\n" + ROW + "\n"),
                    new Letters(length),
                    text("\n" + ROW + "\n"))));
    AssessRun.Report report = run(EntryInput.of("-", pipe), "out");
    assertEquals(3, report.totals().read());
    assertEquals(1, report.totals().refused());
    assertTrue(rejects("out").getLast().contains(",3,,the line is longer than 65536 bytes"));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One letter again and again. */
  private static final class Letters extends InputStream {
    private long left;

    Letters(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, from, from + count, (byte) 'x');
      left -= count;
      return count;
    }
  }

  @Test
  void whatCannotBeReadIsSaidToBe() throws IOException {
    assertTrue(fault(EntryInput.of("-", text("PAR1 and so on"))).startsWith("- is Parquet, which"));
    String lines = EntryText.header() + "\n" + ROW + "\n";
    for (Charset wide :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = folder.resolve("wide.csv");
      Files.write(file, lines.getBytes(wide));
      String said = fault(EntryInput.of(file));
      assertTrue(said.contains("is UTF-16, and only UTF-8 is read\nMaybe convert it"), said);
    }
    assertTrue(fault(EntryInput.of(folder)).contains("is no plain file\nMaybe give a pipe"));
    byte[] packed = gzip(lines);
    for (int kept : new int[] {5, 30}) {
      Path file = folder.resolve("cut.gz");
      Files.write(file, Arrays.copyOf(packed, kept));
      String said = fault(EntryInput.of(file));
      assertTrue(said.contains("\nMaybe fetch it again"), said);
    }
  }

  private String fault(EntryInput input) {
    return String.valueOf(
        assertThrows(UnreadableInput.class, () -> run(input, "fault")).getMessage());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A small file that is cut off is as a large one: its lines, and one reject. */
  @Test
  void aSmallFileThatIsBrokenKeepsItsLines() throws IOException {
    StringBuilder lines = new StringBuilder(EntryText.header()).append('\n');
    for (int i = 0; i < 100; i++) {
      lines.append(EntryText.csv(EntryText.line(11, i, TinyLaw.rules()))).append('\n');
    }
    byte[] packed = gzip(lines.toString());
    assertTrue(lines.length() < 1 << 16);
    Path file = folder.resolve("cut.gz");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));
    Totals cut = run(file, "cut").totals();
    assertEquals(1, cut.refused());
    assertTrue(cut.assessed() > 20 && cut.assessed() < 80, cut.assessed() + " assessed");
    assertTrue(rejects("cut").getLast().contains("compressed file is broken here"));
    // Only the sum at the end is wrong: every line is there.
    packed[packed.length - 8] ^= 1;
    Files.write(file, packed);
    Totals whole = run(file, "whole").totals();
    assertEquals(100, whole.assessed());
    assertEquals(1, whole.refused());
  }

  private Path parquet(String select) throws IOException, SQLException {
    Path json = folder.resolve("one.jsonl");
    Files.writeString(
        json, EntryText.json(TinyLaw.line("811292", "Ga", "100", "", "40000")) + "\n");
    Path parquet = folder.resolve("many.parquet");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT %s FROM read_json('%s'), range(3000) r(n)) TO '%s' (FORMAT parquet)"
              .formatted(select, json, parquet));
    }
    return parquet;
  }

  /** Rows of 30 kB: a batch ends with its first megabyte, and no row is lost. */
  @Test
  void aBatchOfLongRowsIsBounded() throws IOException, SQLException {
    Path parquet = parquet("* REPLACE (repeat('x', 30000) || n AS entry_id)");
    Records records = new Records();
    long rows = 0;
    try (EntrySource source = EntryInput.of(parquet).open()) {
      while (source.next(records)) {
        rows += records.count();
        assertTrue(records.bytes().length < 4 << 20, records.bytes().length + " bytes");
      }
    }
    assertEquals(3000, rows);
  }

  /** Of a file that is broken in itself the rows before are assessed; a lost one ends the run. */
  @Test
  void aBrokenParquetIsARejectAndALostOneIsNot() throws IOException, SQLException {
    Path parquet = parquet("* REPLACE (md5(n::VARCHAR) AS entry_id)");
    try (EntrySource source = EntryInput.of(parquet).open()) {
      Files.move(parquet, folder.resolve("elsewhere"));
      IOException lost = assertThrows(IOException.class, () -> source.next(new Records()));
      String said = String.valueOf(lost.getMessage());
      assertTrue(said.contains("IO Error"), said);
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("elsewhere"));
    Arrays.fill(bytes, 4, 60, (byte) 0xFF);
    Files.write(parquet, bytes);
    Totals totals = run(parquet, "broken").totals();
    assertEquals(1, totals.refused());
    assertTrue(rejects("broken").getLast().contains("the file is broken"));
  }

  @Test
  void linesThatStandTwiceAreFoundWithTheirPlaces() throws IOException {
    Path file = folder.resolve("twice.csv");
    String other = ROW.replace("E1,1,", "E1,2,");
    String bad = ROW.replace("100.000", "0");
    String third = ROW.replace("E1,1,", "\"E,3\",1,");
    Files.writeString(
        file,
        String.join(
            "\n",
            EntryText.header(),
            ROW,
            other,
            bad,
            ROW.replace("40000", "45000"),
            third,
            ROW,
            third,
            ""));
    run(file, "out");
    assertEquals(2, Duplicates.write(folder.resolve("out")));
    assertEquals(
        List.of(
            "entry_id,line,times,rows,levies", "E1,1,3,2 4 6,25000.00", "\"E,3\",1,2,5 7,20000.00"),
        Files.readAllLines(folder.resolve("out").resolve(Duplicates.NAME)));
    assertEquals(
        List.of(
            new Duplicates.Twice("E1", "1", 3, "2 4 6", new BigDecimal("25000.00")),
            new Duplicates.Twice("E,3", "1", 2, "5 7", new BigDecimal("20000.00"))),
        Duplicates.list(folder.resolve("out"), 10));
    assertEquals(1, Duplicates.list(folder.resolve("out"), 1).size());
    Files.writeString(file, String.join("\n", EntryText.header(), ROW, other, ""));
    run(file, "once");
    assertEquals(List.of(), Duplicates.list(folder.resolve("once"), 10));
    assertEquals(0, Duplicates.write(folder.resolve("once")));
    assertFalse(Files.exists(folder.resolve("once").resolve(Duplicates.NAME)));
  }
}
