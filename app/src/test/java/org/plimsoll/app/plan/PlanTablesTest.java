package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.answer.Archive;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Workbook;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.sources.table.CsvFile;

/** The plan as tables: every row with what it rests on, the same in CSV and in the workbook. */
class PlanTablesTest {
  private static final List<PlanTable> TABLES = PlanTables.of(SamplePlan.plan());

  @TempDir private Path folder;

  @Test
  void everyTableEndsInWhatItsRowsRestOn() {
    for (PlanTable table : TABLES) {
      int columns = table.grid().head().size();
      assertEquals(
          List.of("source", "derived_from", "grade", "status"),
          table.grid().head().subList(columns - 4, columns),
          table.name());
    }
  }

  @Test
  void everyRowWithANumberHasASourceOrADerivation() {
    int numbers = 0;
    for (PlanTable table : TABLES) {
      int columns = table.grid().head().size();
      for (List<Object> row : table.grid().rows()) {
        if (row.stream().anyMatch(Number.class::isInstance)) {
          numbers++;
          boolean hasOrigin =
              row.subList(columns - 4, columns - 2).stream().anyMatch(cell -> !cell.equals(""));
          assertTrue(hasOrigin, table.name() + " " + row);
          assertNotEquals("", row.get(columns - 2), "grade");
          assertNotEquals("", row.get(columns - 1), "status");
        }
      }
    }
    assertTrue(numbers > 100);
  }

  private static TableOf<List<Result>> table(
      int columns, Units.Kind kind, List<List<Result>> rows) {
    TableOf<List<Result>> table = TableOf.of("t", plan -> rows);
    for (int i = 0; i < columns; i++) {
      int column = i;
      table = table.figure((char) ('x' + i) + "_usd", "", kind, row -> row.get(column));
    }
    return table;
  }

  private static String csv(TableOf<?> table) {
    return table.of(SamplePlan.empty()).grid().csv();
  }

  private static Figure usd(double value, Grade grade, String... from) {
    return Figure.ofRows(Interval.exactly(value), "USD/year", grade, List.of(from));
  }

  @Test
  void aRowHasTheWeakestGradeAndEveryOrigin() {
    List<Result> row = List.of(usd(1, Grade.B, "p", "q"), usd(2, Grade.C, "q", "r"));
    assertEquals(
        """
        x_usd,x_usd_low,x_usd_high,y_usd,y_usd_low,y_usd_high,source,derived_from,grade,status
        1,1,1,2,2,2,,p | q | r,C,derived
        """,
        csv(table(2, Units.Kind.MONEY, List.of(row))));
  }

  /** A chain rests on hundreds of rows. */
  @Test
  void ofManyRowsOfADatasetOnlyTheNumberIsGiven() {
    Figure figure = usd(1, Grade.B, "run a", "t@1#1", "t@1#2", "t@1#3", "t@1#4", "u@1#1");
    assertTrue(
        csv(table(1, Units.Kind.MONEY, List.of(List.of(figure))))
            .contains(",run a | t@1: 4 rows | u@1#1,"));
  }

  @Test
  void whatIsNotThereSaysWhyAndIsNeverZero() {
    List<List<Result>> rows =
        List.of(
            List.of(usd(1, Grade.B, "p")),
            List.of(new NoFigure("USD/year", "not solved: out of time")));
    assertEquals(
        """
        x_usd,x_usd_low,x_usd_high,x_usd_why,source,derived_from,grade,status
        1,1,1,,,p,B,derived
        ,,,not solved: out of time,,,,
        """,
        csv(table(1, Units.Kind.MONEY, rows)));
  }

  @Test
  void aRangeSaysHowManyDrawsAndWhichEndsAreBounds() {
    Figure drawn = SamplePlan.drawn(SamplePlan.atLeast(usd(1, Grade.B, "p")));
    assertEquals(
        """
        x_usd,x_usd_low,x_usd_high,x_usd_draws,x_usd_bound,source,derived_from,grade,status
        1,1,1,18 of 20,"central at least, high at least",,p,B,derived
        """,
        csv(table(1, Units.Kind.MONEY, List.of(List.of(drawn)))));
  }

  @Test
  void aFigureInAnotherUnitThanItsColumnSaysIsRefused() {
    Figure euros = Figure.ofRows(Interval.exactly(1), "EUR", Grade.A, List.of("p"));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> csv(table(1, Units.Kind.MONEY, List.of(List.of(euros)))));
    assertEquals(
        "column x_usd of table t holds figures of the kind MONEY, but one has the unit 'EUR'",
        refusal.getMessage());
  }

  /** The page picks columns by their headings: one that is not there is refused. */
  @Test
  void aColumnThatThePageAsksForMustBeThere() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            PlanTables.FLOORS.shown(
                new Wording(SamplePlan.plan()), "caption", List.of(), 1, List.of("binds")));
  }

  @Test
  void aFlowsCasesAreCasesOfThePlan() {
    List<String> cases = column("cases", "case");
    assertTrue(cases.containsAll(column("flows", "after_case")), cases.toString());
    List<String> stops = column("leverage", "case");
    assertTrue(stops.containsAll(column("stop-flows", "after_case")), stops.toString());
    assertTrue(cases.containsAll(column("stop-flows", "before_case")), cases.toString());
    assertTrue(column("flows", "after_case").size() > 5);
  }

  private static List<String> column(String table, String column) {
    PlanTable found = TABLES.stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow();
    int at = found.grid().head().indexOf(column);
    return found.grid().rows().stream().map(row -> row.get(at).toString()).toList();
  }

  @Test
  void everyFigureOfThePlanIsInTheLastTableByItsPath() {
    PlanTable figures = TABLES.getLast();
    assertEquals("figures", figures.name());
    String csv = figures.grid().csv();
    assertTrue(csv.contains("\n$.headline[0].figures[0],1,0.44,0.31,0.6,"), csv);
    assertTrue(csv.contains("\n$.stockpile.budget,USD,12000000000,12000000000,12000000000,"));
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
      List<String> head = table.grid().head().subList(0, table.grid().head().size() - 4);
      List<String> columns = head.stream().filter(name -> !isEndOfRange(name, head)).toList();
      String expected = "| `" + table.name() + "` | | " + String.join(", ", columns) + " |";
      assertTrue(
          lines.contains(expected), "docs/reference/plan-folder.md needs the line " + expected);
    }
  }

  private static boolean isEndOfRange(String name, List<String> head) {
    return name.matches(".*_(low|high|draws|bound|why)")
        && head.contains(name.replaceFirst("_(low|high|draws|bound|why)$", ""));
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
    TableOf<String> table =
        TableOf.of("t", plan -> List.of(text))
            .filed("a", row -> row)
            .filed("b", row -> "next")
            .source(row -> "s");
    Path file = folder.resolve("t.csv");
    Files.writeString(file, csv(table));
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
