package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.ScheduleBook;

/**
 * What happens to a levy after it was paid: corrections and drawback. 100 kg of gallium at the
 * floor of 500 owe 50,000 less their value.
 */
class AfterwardsTest {
  private static final String ROW =
      EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));

  @TempDir Path folder;

  private Path run(String name, String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(EntryText.header()));
    lines.addAll(List.of(rows));
    Path file = folder.resolve(name + ".csv");
    Files.write(file, lines);
    Path out = folder.resolve(name);
    new AssessRun(ScheduleBook.of(TinyLaw.schedule()), 1, 9000).run(EntryInput.of(file), out);
    return out;
  }

  private static String row(String entry, int line, String value) {
    return ROW.replace("E1,1,", entry + "," + line + ",").replace("40000.00", value);
  }

  /** Horses: no rule of the schedule is about them. */
  private static String uncovered(String entry) {
    return row(entry, 1, "1.00").replace("811292", "010121");
  }

  @Test
  void aCorrectionIsTheDifferenceOfEachLine() throws IOException {
    Path earlier =
        run(
            "earlier",
            row("A", 1, "40000.00"),
            row("A", 2, "45000.00"),
            row("A", 10, "49999.99"),
            row("B", 1, "1.00"),
            uncovered("H"));
    Path later =
        run(
            "later",
            row("A", 2, "44999.98"),
            row("A", 1, "40000.00"),
            row("A", 10, "60000.00"),
            row("C", 1, "2.00"),
            uncovered("H"));
    Path list = folder.resolve("corrections.csv");
    Corrections.Outcome found = Corrections.write(earlier, later, list);
    assertEquals("4 2 0.02 0.01 1 1 USD", words(found));
    List<String> rows = Files.readAllLines(list);
    assertEquals(5, rows.size());
    assertBegins("A,2,corrected,5000.00,5000.02,0.02,0.00,0.00,0.00,0.02,gallium", rows.get(1));
    assertBegins("A,10,corrected,0.01,0.00,-0.01,0.00,0.00,0.00,-0.01,", rows.get(2));
    assertBegins("B,1,only-in-earlier,49999.00,,-49999.00,0.00,,0.00,-49999.00,", rows.get(3));
    assertBegins("C,1,only-in-later,,49998.00,49998.00,,0.00,0.00,49998.00,", rows.get(4));
  }

  private static void assertBegins(String expected, String row) {
    assertEquals(expected, row.substring(0, Math.min(expected.length(), row.length())));
  }

  private static String words(Corrections.Outcome found) {
    return "%d %d %s %d %d %s"
        .formatted(
            found.lines(),
            found.corrected(),
            words(found.all()),
            found.onlyEarlier(),
            found.onlyLater(),
            found.currency());
  }

  private static String words(Corrections.Due due) {
    return due.toPay() + " " + due.toPayBack();
  }

  /**
   * Gallium of 10,000 put right to 20,000, with 3% as MFN duty: of the floor's 50,000 the levy was
   * 50,000 − 10,300 and is 50,000 − 20,600. Cobalt pays 2.50 a kilogram whatever its value: its
   * levy stays, and its MFN duty becomes 150 more.
   */
  @Test
  void otherDutiesAreCorrectedToo() throws IOException {
    String cobalt = EntryText.csv(TinyLaw.line("282200", "Co", "100", "1", "40000"));
    Path earlier =
        run("earlier", withMfn(row("A", 1, "10000.00"), "300.00"), withMfn(cobalt, "100.00"));
    Path later =
        run("later", withMfn(row("A", 1, "20000.00"), "600.00"), withMfn(cobalt, "250.00"));
    Path list = folder.resolve("corrections.csv");
    Corrections.Outcome found = Corrections.write(earlier, later, list);
    assertEquals("2 2 150.00 10000.00 0 0 USD", words(found));
    assertEquals("0.00 10300.00", words(found.levies()));
    assertEquals("450.00 0.00", words(found.duties()));
    List<String> rows = Files.readAllLines(list);
    assertBegins(
        "A,1,corrected,39700.00,29400.00,-10300.00,300.00,600.00,300.00,-10000.00,gallium",
        rows.get(1));
    assertBegins(
        "E1,1,corrected,250.00,250.00,0.00,10100.00,10250.00,150.00,150.00,cobalt", rows.get(2));
  }

  private static String withMfn(String row, String amount) {
    return row.replace(",importer-1,,", ",importer-1,mfn=" + amount + ",");
  }

  @Test
  void aRunWithoutLinesHasTheDecimalsOfTheOther() throws IOException {
    Path full = run("full", row("B", 1, "0.01"));
    Path empty = run("empty");
    Path list = folder.resolve("corrections.csv");
    Corrections.write(full, empty, list);
    assertBegins(
        "B,1,only-in-earlier,49999.99,,-49999.99,0.00,,0.00,-49999.99,",
        Files.readAllLines(list).get(1));
    Corrections.write(empty, full, list);
    assertBegins("B,1,only-in-later,,49999.99,49999.99,", Files.readAllLines(list).get(1));
  }

  /** A run that was killed says so, or has not yet said anything. */
  @Test
  void aRunThatWasStoppedIsRefused() throws IOException {
    Path whole = run("whole", ROW);
    Path part = run("part", ROW);
    Path progress = part.resolve("progress.tsv");
    Path exports = exports("exports", "E1,1,X1,1");
    Path list = folder.resolve("list.csv");
    Files.writeString(
        progress, Files.readString(progress).replace("complete\tyes", "complete\tno"));
    for (int i = 0; i < 2; i++) {
      for (String fault :
          List.of(
              fault(part, whole, list),
              fault(whole, part, list),
              refusal(() -> Refunds.write(exports, List.of(), part, list)))) {
        assertTrue(fault.contains("part is not complete"), fault);
        assertTrue(fault.contains("Maybe run the same line"), fault);
      }
      Files.deleteIfExists(progress);
    }
    assertFalse(Files.exists(list));
  }

  @Test
  void runsThatCannotBeComparedAreRefused() throws IOException {
    Path once = run("once", ROW);
    Path twice = run("twice", ROW, ROW);
    Path list = folder.resolve("corrections.csv");
    assertTrue(fault(once, twice, list).contains("entry E1, line 1 more than once"));
    assertTrue(fault(once, folder.resolve("nowhere"), list).contains("there is no"));
  }

  private static String fault(Path earlier, Path later, Path list) {
    return refusal(() -> Corrections.write(earlier, later, list));
  }

  private static String refusal(Executable work) {
    return String.valueOf(assertThrows(UnreadableInput.class, work).getMessage());
  }

  private Path exports(String name, String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Refunds.HEADER));
    lines.addAll(List.of(rows));
    return Files.write(folder.resolve(name + ".csv"), lines);
  }

  /** 10,000 dollars on 100 kg: a third, a third and the rest of them are 3,333.33 and 3,333.34. */
  @Test
  void partsOfALineGetBackWhatWasPaid() throws IOException {
    Path run = run("paid", row("A", 1, "40000.00"), row("A", 2, "49999.99"), ROW, ROW);
    Path exports =
        exports(
            "exports",
            "A,1,X1,33.333",
            "A,2,X1,50",
            "A,1,X2,33.333",
            "A,1,X3,33.334",
            "A,1,X4,0.001",
            "A,3,X5,1",
            "E1,1,X6,1",
            "A,2,X7,much",
            "A,2,X1,1");
    Path list = folder.resolve("refunds.csv");
    Refunds.Outcome done = Refunds.write(exports, List.of(), run, list);
    assertEquals(4, done.refunded());
    assertEquals(5, done.refused());
    assertEquals("[10000.00 USD]", done.sums().toString());
    List<String> rows = Files.readAllLines(list);
    assertEquals("A,1,X1,33.333,3333.30,3333.30,0.00,USD,", rows.get(1));
    assertEquals("A,2,X1,50,0.00,0.00,0.00,USD,", rows.get(2));
    assertEquals("A,1,X2,33.333,3333.30,3333.30,0.00,USD,", rows.get(3));
    assertEquals("A,1,X3,33.334,3333.40,3333.40,0.00,USD,", rows.get(4));
    assertTrue(rows.get(5).contains("cannot leave"), rows.get(5));
    assertTrue(rows.get(6).contains("the run has no such line"), rows.get(6));
    assertTrue(rows.get(7).contains("or has it twice"), rows.get(7));
    assertBegins("A,2,X7,much,,,,,\"'much' is no number from 0 Maybe write 1234.5,", rows.get(8));
    assertBegins("A,2,X1,1,,,,,export X1 of this line was paid back already", rows.get(9));
  }

  /** An entry may write its mass as 1e2; a list that is given twice would count twice. */
  @Test
  void massesAsTheyWereDeclaredAndListsOnce() throws IOException {
    Path run = run("run", ROW.replace("100.000", "1e2"));
    Path first = folder.resolve("first.csv");
    Refunds.Outcome done = Refunds.write(exports("some", "E1,1,X1,25"), List.of(), run, first);
    assertEquals("[2500.00 USD]", done.sums().toString());
    Path rest = exports("rest", "E1,1,X2,75");
    Path second = folder.resolve("second.csv");
    assertBegins(
        first + ", line 2: export X1 of this line stands in the earlier lists twice\nMaybe",
        refusal(() -> Refunds.write(rest, List.of(first, first), run, second)));
    done = Refunds.write(rest, List.of(first), run, second);
    assertEquals("[7500.00 USD]", done.sums().toString());
  }

  /** Ids as an office has them: results and exports put them in quotation marks. */
  @Test
  void idsMayHoldCommasAndQuotationMarks() throws IOException {
    Path run = run("marked", row("\"Hafen, \"\"Süd\"\"\"", 1, "40000.00"));
    Path exports = exports("exports", "\"Hafen, \"\"Süd\"\"\",1,\"X,1\",25", "");
    Path list = folder.resolve("refunds.csv");
    assertEquals(1, Refunds.write(exports, List.of(), run, list).refunded());
    assertEquals(
        "\"Hafen, \"\"Süd\"\"\",1,\"X,1\",25,2500.00,2500.00,0.00,USD,",
        Files.readAllLines(list).get(1));
    Path rest = exports("rest", "\"Hafen, \"\"Süd\"\"\",1,\"X,2\",75");
    Path second = folder.resolve("second.csv");
    Refunds.Outcome done = Refunds.write(rest, List.of(list), run, second);
    assertEquals("[7500.00 USD]", done.sums().toString());
  }

  /** Half a list would bar the next run; here a folder has the name that the list begins under. */
  @Test
  void aListIsWholeOrNotThere() throws IOException {
    Path run = run("run", ROW);
    Path list = folder.resolve("refunds.csv");
    Files.createDirectory(folder.resolve("refunds.csv.partial"));
    Path exports = exports("exports", "E1,1,X1,25");
    assertThrows(IOException.class, () -> Refunds.write(exports, List.of(), run, list));
    assertFalse(Files.exists(list));
  }

  @Test
  void aFaultyFileOfExportsIsRefusedWithItsLine() throws IOException {
    Path run = run("run", ROW);
    Path latin = folder.resolve("latin.csv");
    Files.write(
        latin,
        (Refunds.HEADER + "\nE1,1,X1,1\nE1,1,Süd,1\n").getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        latin
            + ", line 3: is not UTF-8: byte 7 of the line is 0xfc;"
            + " Maybe it is Windows-1252: convert it",
        unread(latin, run));
    Path few = exports("few", "E1,1,X1,1", "E1,1,2");
    assertBegins(few + ", line 3: has 3 cells, but the header has 4; Maybe", unread(few, run));
    Path other = Files.writeString(folder.resolve("other.csv"), "entry_id,line,net_mass_kg\n");
    assertBegins(other + ": the columns export_id are missing\nMaybe", unread(other, run));
    Path nowhere = folder.resolve("nowhere.csv");
    assertEquals("there is no file " + nowhere + "\nMaybe check the path", unread(nowhere, run));
  }

  private String unread(Path exports, Path run) {
    return refusal(() -> Refunds.write(exports, List.of(), run, folder.resolve("refunds.csv")));
  }

  /** What three files of exports get together is what one of them all would: 10,000. */
  @Test
  void listsOfBeforeCountAsPaidBack() throws IOException {
    Path run = run("run", row("A", 1, "40000.00"), row("A", 2, "40000.00"));
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    Path third = folder.resolve("third.csv");
    Path january = exports("january", "A,1,X1,33.333", "A,2,Y1,100", "A,1,X9,101");
    Refunds.Outcome done = Refunds.write(january, List.of(), run, first);
    assertEquals("[13333.30 USD]", done.sums().toString());
    assertEquals(0, done.earlier());

    Path again = folder.resolve("again.csv");
    assertEquals(3, Refunds.write(january, List.of(first), run, again).refused());

    Path may = exports("may", "A,1,X2,33.333", "A,1,X1,33.333");
    done = Refunds.write(may, List.of(first), run, second);
    assertEquals("[3333.30 USD]", done.sums().toString());
    assertEquals(2, done.earlier());
    assertEquals(1, done.refused());

    Path june = exports("june", "A,1,X3,33.335", "A,1,X4,33.334", "A,2,Y2,0.001");
    done = Refunds.write(june, List.of(first, second), run, third);
    assertEquals("[3333.40 USD]", done.sums().toString());
    assertEquals(3, done.earlier());
    assertEquals(2, done.refused());
  }

  /** The levy was 10,000, of which half was paid back; put right, it is 6,000, or 4,000. */
  @Test
  void afterACorrectionNoMoreIsPaidBackThanWasPaid() throws IOException {
    Path list = folder.resolve("first.csv");
    Path half = exports("half", "A,1,X1,50");
    Refunds.write(half, List.of(), run("before", row("A", 1, "40000.00")), list);
    Path rest = exports("rest", "A,1,X2,25", "A,1,X3,25");
    Path second = folder.resolve("second.csv");
    Refunds.write(rest, List.of(list), run("less", row("A", 1, "44000.00")), second);
    assertEquals("A,1,X2,25,0.00,0.00,0.00,USD,", Files.readAllLines(second).get(1));
    assertEquals("A,1,X3,25,1000.00,1000.00,0.00,USD,", Files.readAllLines(second).get(2));
    Path third = folder.resolve("third.csv");
    Refunds.write(rest, List.of(list), run("least", row("A", 1, "46000.00")), third);
    for (String row : Files.readAllLines(third).subList(1, 3)) {
      assertTrue(row.contains("drawback of 4000.00 USD"), row);
      assertTrue(row.contains("with 5000.00 USD paid back, is none"), row);
    }
  }

  @Test
  void listsOfBeforeAreNotWrittenOverNorGuessed() throws IOException {
    Path run = run("run", ROW);
    Path exports = exports("exports", "E1,1,X1,1");
    Path list = folder.resolve("list.csv");
    Refunds.write(exports, List.of(), run, list);
    String written = Files.readString(list);
    assertBegins(
        list + " is there already, and may be the only record of what was paid back\nMaybe",
        refusal(() -> Refunds.write(exports, List.of(list), run, list)));
    assertEquals(written, Files.readString(list));
    Path second = folder.resolve("second.csv");
    Files.writeString(list, written.replace(",100.00,100.00,", ",100.00,-100.00,"));
    assertBegins(
        list + ", line 2: '-100.00' is no number from 0\nMaybe",
        refusal(() -> Refunds.write(exports, List.of(list), run, second)));
    assertBegins(
        exports + ": the columns of_levy, of_duties, currency, reason are missing\nMaybe",
        refusal(() -> Refunds.write(exports, List.of(exports), run, second)));
  }

  /**
   * 100 kg of gallium for 40,000 pay 900.01 as MFN duty, which counts towards the floor, and
   * 9,099.99 as levy; 100 kg of cobalt pay 250 as levy, 100 as MFN duty, and 10,000 under section
   * 301, for which the law has no drawback.
   */
  @Test
  void dutiesArePaidBackAsTheScheduleSays() throws IOException {
    String gallium = withMfn(row("A", 1, "40000.00"), "900.01");
    String cobalt =
        withMfn(EntryText.csv(TinyLaw.line("282200", "Co", "100", "1", "40000")), "100.00");
    Path run = run("duties", gallium, cobalt);
    List<String> results = Files.readAllLines(run.resolve(AssessRun.RESULTS));
    assertTrue(results.get(0).endsWith(",flags,duties,duties_paid_back"), results.get(0));
    assertTrue(results.get(1).endsWith(",900.01,900.01"), results.get(1));
    assertTrue(results.get(2).endsWith(",10100.00,100.00"), results.get(2));
    Path exports = exports("exports", "A,1,X1,33.333", "A,1,X2,66.667", "E1,1,X3,50", "E1,1,X4,50");
    Path list = folder.resolve("refunds.csv");
    Refunds.Outcome done = Refunds.write(exports, List.of(), run, list);
    assertEquals("[10350.00 USD]", done.sums().toString());
    assertEquals(
        List.of(
            // 9,099.99 × 0.33333 = 3,033.2996 and 900.01 × 0.33333 = 300.0003, both rounded down
            "A,1,X1,33.333,3333.29,3033.29,300.00,USD,",
            "A,1,X2,66.667,6666.71,6066.70,600.01,USD,",
            "E1,1,X3,50,175.00,125.00,50.00,USD,",
            "E1,1,X4,50,175.00,125.00,50.00,USD,"),
        Files.readAllLines(list).subList(1, 5));
  }
}
