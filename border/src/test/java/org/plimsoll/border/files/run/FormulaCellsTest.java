package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.FormulaCell;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntryLines;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.ScheduleBook;

/** A spreadsheet runs no cell that we wrote, and every cell comes back as it was declared. */
class FormulaCellsTest {
  private static final String ROW =
      EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));

  @TempDir Path folder;

  private Path run(Path entries, String out) throws IOException {
    new AssessRun(ScheduleBook.of(TinyLaw.schedule()), 1, 9000)
        .run(EntryInput.of(entries), folder.resolve(out));
    return folder.resolve(out).resolve(AssessRun.RESULTS);
  }

  private Path entries(String... ids) throws IOException {
    List<String> lines = new ArrayList<>(List.of(EntryText.header()));
    for (String id : ids) {
      lines.add(ROW.replace("E1,1,", id + ",1,"));
    }
    return Files.write(folder.resolve("entries.csv"), lines);
  }

  private static List<String> ids(Path entries) throws IOException {
    List<String> ids = new ArrayList<>();
    EntryLines.read(EntryInput.of(entries), line -> ids.add(line.entryId()));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+SUM(A1)",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=-5",
        "-5-5",
        "+49 30",
        "--1",
        "'=1",
        "''@x",
        "-1.",
        "+e5",
        "-é"
      })
  void isMarkedAndComesBack(String cell) {
    assertEquals("'" + cell, FormulaCell.marked(cell));
    assertEquals(cell, FormulaCell.restored("'" + cell));
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    assertTrue(FormulaCell.needsMark(bytes, 0, bytes.length));
    byte[] written = ("x'" + cell).getBytes(StandardCharsets.UTF_8);
    assertTrue(FormulaCell.isMarked(written, 1, written.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "=",
        "'",
        "'-",
        "-5",
        "+5",
        "-5.25",
        "+1,234.50",
        "-.5",
        "+2e-9",
        "'-5",
        "E1",
        "a=1",
        "'a",
        " =1",
        "12-3",
        "é",
        "-0,5E+3"
      })
  void isLeftAsItIs(String cell) {
    assertEquals(cell, FormulaCell.marked(cell));
    assertEquals(cell, FormulaCell.restored(cell));
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    assertFalse(FormulaCell.needsMark(bytes, 0, bytes.length));
    assertFalse(FormulaCell.isMarked(bytes, 0, bytes.length));
  }

  /** Two cells are never written alike, and each comes back. */
  @Test
  void everyTextComesBack() {
    String signs = "'=+-@\t\r5.e a";
    for (int seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder cell = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        cell.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertEquals(
          cell.toString(), FormulaCell.restored(FormulaCell.marked(cell.toString())), "" + seed);
    }
  }

  /** A line whose mass is below zero is refused, whatever its name. */
  @Test
  void resultsAreMarkedAndReadBackAsDeclared() throws IOException, SQLException {
    String[] declared = {"=1+1", "'=1+1", "-7", "@x", "E9", "\"+a,b\""};
    Path entries = entries(declared);
    Path results = run(entries, "first");
    List<String> rows = Files.readAllLines(results);
    assertEquals(
        List.of("'=1+1", "''=1+1", "-7", "'@x", "E9", "\"'+a"),
        rows.stream().skip(1).map(row -> row.split(",", 2)[0]).toList());
    List<String> originals = List.of("=1+1", "'=1+1", "-7", "@x", "E9", "+a,b");
    assertEquals(originals, ids(entries));
    assertEquals(originals, ids(results), "results are read as they were declared");
    assertEquals(
        rows, Files.readAllLines(run(results, "again")), "and assessed again they are the same");
    ResultsParquet.write(folder.resolve("first"));
    assertEquals(originals, parquet());
  }

  private List<String> parquet() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT entry_id FROM read_parquet(%s)"
                    .formatted(
                        DuckSql.quoted(folder.resolve("first").resolve(ResultsParquet.NAME))))) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  /** The other columns in which anything may stand, on the quick way and on the slow. */
  @Test
  void everyColumnOfWordsIsMarked() throws IOException {
    for (EntryColumn column : List.of(EntryColumn.IMPORTER_ID, EntryColumn.PREFERENCE_CODE)) {
      String[] cells = ROW.split(",", -1);
      cells[column.position()] = "=cmd()";
      Path file =
          Files.write(
              folder.resolve(column.word() + ".csv"),
              List.of(EntryText.header(), String.join(",", cells), ROW));
      List<String> rows = Files.readAllLines(run(file, column.word()));
      assertEquals("'=cmd()", rows.get(1).split(",", -1)[column.position()]);
      assertTrue(rows.get(2).startsWith(ROW + ","), rows.get(2));
    }
  }

  @Test
  void rejectsDuplicatesCorrectionsAndRefundsRunNothing() throws IOException {
    Path twice = entries("=1+1", "=1+1");
    run(twice, "twice");
    assertEquals(1, Duplicates.write(folder.resolve("twice")));
    Path list = folder.resolve("twice").resolve(Duplicates.NAME);
    assertTrue(Files.readAllLines(list).get(1).startsWith("'=1+1,1,2,"));
    assertEquals("=1+1", Duplicates.list(folder.resolve("twice"), 9).getFirst().entryId());

    Path odd = Files.move(entries("E1").resolveSibling("entries.csv"), folder.resolve("=x.csv"));
    Files.writeString(odd, Files.readString(odd).replace("100.000", "0"));
    EntryInput named = EntryInput.of("=x.csv", Files.newInputStream(odd));
    new AssessRun(ScheduleBook.of(TinyLaw.schedule()), 1, 9000).run(named, folder.resolve("odd"));
    Path rejects = folder.resolve("odd").resolve(AssessRun.REJECTS);
    assertTrue(Files.readAllLines(rejects).get(1).startsWith("'=x.csv,2,net_mass_kg,"));

    run(entries("=1+1", "E1"), "paid");
    run(entries("E1"), "later");
    Path corrections = folder.resolve("corrections.csv");
    Corrections.write(folder.resolve("paid"), folder.resolve("later"), corrections);
    assertTrue(Files.readAllLines(corrections).get(1).startsWith("'=1+1,1,only-in-earlier"));

    Path exports =
        Files.writeString(folder.resolve("exports.csv"), Refunds.HEADER + "\n=1+1,1,+x,40\n");
    Path first = folder.resolve("first.csv");
    assertEquals(1, Refunds.write(exports, List.of(), folder.resolve("paid"), first).refunded());
    assertTrue(Files.readAllLines(first).get(1).startsWith("'=1+1,1,'+x,40,"));
    Refunds.Outcome again =
        Refunds.write(
            exports, List.of(first), folder.resolve("paid"), folder.resolve("second.csv"));
    assertEquals(1, again.refused(), "its export_id is known from the list before");
  }
}
