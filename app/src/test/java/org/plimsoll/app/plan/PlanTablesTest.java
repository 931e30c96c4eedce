package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.answer.Archive;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Workbook;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.sources.table.CsvFile;

/** The plan as tables: every row with what it rests on, the same in CSV and in the workbook. */
class PlanTablesTest {
  private static final List<PlanTable> TABLES = PlanTables.of(SamplePlan.plan());

  @TempDir private Path folder;

  @Test
  void everyTableEndsInWhatItsRowsRestOn() {
    for (PlanTable table : TABLES) {
      int columns = table.head().size();
      assertEquals(
          List.of("source", "derived_from", "grade", "status"),
          table.head().subList(columns - 4, columns),
          table.name());
    }
  }

  @Test
  void everyRowWithANumberHasASourceOrADerivation() {
    int numbers = 0;
    for (PlanTable table : TABLES) {
      int columns = table.head().size();
      for (List<PlanTable.Cell> row : table.rows()) {
        if (row.stream().anyMatch(PlanTable.Cell.Amount.class::isInstance)) {
          numbers++;
          boolean hasOrigin =
              row.subList(columns - 4, columns - 2).stream()
                  .anyMatch(PlanTable.Cell.Text.class::isInstance);
          assertTrue(hasOrigin, table.name() + " " + row);
          assertTrue(row.get(columns - 2) instanceof PlanTable.Cell.Text, "grade");
          assertTrue(row.get(columns - 1) instanceof PlanTable.Cell.Text, "status");
        }
      }
    }
    assertTrue(numbers > 100);
  }

  @Test
  void aRowHasTheWeakestGradeAndEveryOrigin() {
    PlanTable.Builder table =
        PlanTable.of("t")
            .words("a")
            .figure("x_usd", Units.Kind.MONEY)
            .figure("y_usd", Units.Kind.MONEY);
    table
        .row("one")
        .figure(Figure.derived(1, "USD", Grade.B, "p", "q"))
        .figure(Figure.derived(2, "USD a year", Grade.C, "q", "r"))
        .end();
    assertEquals(
        """
        a,x_usd,x_usd_low,x_usd_high,y_usd,y_usd_low,y_usd_high,source,derived_from,grade,status
        one,1,1,1,2,2,2,,p | q | r,C,derived
        """,
        table.build().grid().csv());
  }

  @Test
  void whatIsNotThereIsEmptyAndNeverZero() {
    PlanTable.Builder table = PlanTable.of("t").words("a").figure("x_days", Units.Kind.DAYS);
    table.row("").figure(Optional.empty()).end();
    assertTrue(table.build().grid().csv().endsWith("\n,,,,,,,\n"));
  }

  @Test
  void aFigureInAnotherUnitThanItsColumnSaysIsRefused() {
    PlanTable.Builder table = PlanTable.of("t").words("a").figure("x_usd", Units.Kind.MONEY);
    PlanTable.Row row = table.row("one");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> row.figure(Figure.derived(1, "EUR", Grade.A, "p")));
    assertEquals(
        "column x_usd of table t holds figures of the kind MONEY, but one has the unit 'EUR'",
        refusal.getMessage());
  }

  @Test
  void everyFigureOfThePlanIsInTheLastTableByItsPath() {
    PlanTable figures = TABLES.getLast();
    assertEquals("figures", figures.name());
    String csv = figures.grid().csv();
    assertTrue(csv.contains("\n$.headline[0].figures[0],1,0.44,0.31,0.6,,"), csv);
    assertTrue(
        csv.contains("\n$.stockpile.budget,USD,12000000000,12000000000,12000000000,made-up"));
  }

  @Test
  void theReferencePageHasEveryTableWithItsColumns() throws IOException {
    Path root = Path.of(System.getProperty("plimsoll.root", ".."));
    List<String> lines =
        Files.readAllLines(root.resolve("docs/reference/plan-folder.md")).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\|.*"))
            .map(line -> line.replaceFirst("^(\\| `[a-z-]+` \\|)[^|]*", "$1 "))
            .toList();
    for (PlanTable table : TABLES) {
      List<String> head = table.head().subList(0, table.head().size() - 4);
      List<String> columns = head.stream().filter(name -> !isEndOfRange(name, head)).toList();
      String expected = "| `" + table.name() + "` | | " + String.join(", ", columns) + " |";
      assertTrue(
          lines.contains(expected), "docs/reference/plan-folder.md needs the line " + expected);
    }
  }

  private static boolean isEndOfRange(String name, List<String> head) {
    return name.matches(".*_(low|high)") && head.contains(name.replaceFirst("_(low|high)$", ""));
  }

  /** Our own reader of CSV gets back what was written, whatever the words. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void csvIsReadBackAsItWas(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "ab \",;é‘\u00A0=+-";
    StringBuilder words = new StringBuilder("w");
    for (int i = 0; i < 30; i++) {
      words.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    String text = words.append('w').toString();
    PlanTable.Builder table = PlanTable.of("t").words("a", "b");
    table.row(text, "next").source("s").end();
    Path file = folder.resolve("t.csv");
    Files.writeString(file, table.build().grid().csv());
    Loaded<List<String>> read =
        CsvFile.withAtLeast("t.csv", List.of("a", "b", "source"))
            .read(file, row -> row.text("a") + "|" + row.text("b") + "|" + row.text("source"));
    assertEquals(List.of(), read.issues());
    assertEquals(List.of(text + "|next|s"), read.value());
  }

  @Test
  void theWorkbookHasASheetATableWithTheSameNumbers() {
    Map<String, Grid> sheets = new LinkedHashMap<>();
    TABLES.forEach(table -> sheets.put(table.name(), table.grid()));
    Map<String, byte[]> entries = Archive.read(Workbook.of(sheets, "2026-11-24"));
    String book = text(entries, "xl/workbook.xml");
    for (PlanTable table : TABLES) {
      assertTrue(book.contains("name=\"" + table.name() + "\""), table.name());
    }
    int stockpile = TABLES.stream().map(PlanTable::name).toList().indexOf("stockpile") + 1;
    String sheet = text(entries, "xl/worksheets/sheet" + stockpile + ".xml");
    assertTrue(sheet.contains("<v>12000000000</v>"), sheet);
    assertTrue(sheet.contains("<v>1840000000</v>"), sheet);
  }

  @Test
  void anArchiveIsReadAsItWasWritten() {
    Map<String, byte[]> entries =
        new java.util.TreeMap<>(Map.of("a/b", new byte[] {1, 2}, "c", new byte[0]));
    Map<String, byte[]> read = Archive.read(Archive.write(entries));
    assertEquals(List.of("a/b", "c"), List.copyOf(read.keySet()));
    assertArrayEquals(new byte[] {1, 2}, read.getOrDefault("a/b", new byte[0]));
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }
}
