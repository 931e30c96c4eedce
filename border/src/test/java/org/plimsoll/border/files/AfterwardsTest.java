package org.plimsoll.border.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertTrue(rows.get(1).startsWith("A,2,corrected,5000.00,5000.02,0.02,gallium-refined,"));
    assertTrue(rows.get(2).startsWith("A,10,corrected,0.01,0.00,-0.01,"), rows.get(2));
    assertTrue(rows.get(3).startsWith("B,1,only-in-earlier,49999.00,,-49999.00,"), rows.get(3));
    assertTrue(rows.get(4).startsWith("C,1,only-in-later,,49998.00,49998.00,"), rows.get(4));
  }

  private static String words(Corrections.Outcome found) {
    return "%d %d %s %s %d %d %s"
        .formatted(
            found.lines(),
            found.corrected(),
            found.toPay(),
            found.toPayBack(),
            found.onlyEarlier(),
            found.onlyLater(),
            found.currency());
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
    return String.valueOf(
        assertThrows(UnreadableInput.class, () -> Corrections.write(earlier, later, list))
            .getMessage());
  }

  /** 10,000 dollars on 100 kg: a third, a third and the rest of them are 3,333.33 and 3,333.34. */
  @Test
  void partsOfALineGetBackWhatWasPaid() throws IOException {
    Path run = run("paid", row("A", 1, "40000.00"), row("A", 2, "49999.99"), ROW, ROW);
    Path exports = folder.resolve("exports.csv");
    Files.write(
        exports,
        List.of(
            Refunds.HEADER,
            "A,1,X1,33.333",
            "A,2,X1,50",
            "A,1,X2,33.333",
            "A,1,X3,33.334",
            "A,1,X4,0.001",
            "A,3,X5,1",
            "E1,1,X6,1",
            "A,2,X7,much"));
    Path list = folder.resolve("refunds.csv");
    Refunds.Outcome done = Refunds.write(exports, run, list);
    assertEquals(4, done.refunded());
    assertEquals(4, done.refused());
    assertEquals("[10000.00 USD]", done.sums().toString());
    List<String> rows = Files.readAllLines(list);
    assertEquals("A,1,X1,33.333,3333.30,3333.30,0.00,USD,", rows.get(1));
    assertEquals("A,2,X1,50,0.00,0.00,0.00,USD,", rows.get(2));
    assertEquals("A,1,X2,33.333,3333.30,3333.30,0.00,USD,", rows.get(3));
    assertEquals("A,1,X3,33.334,3333.40,3333.40,0.00,USD,", rows.get(4));
    assertTrue(rows.get(5).contains("cannot leave"), rows.get(5));
    assertTrue(rows.get(6).contains("the run has no such line"), rows.get(6));
    assertTrue(rows.get(7).contains("or has it twice"), rows.get(7));
    assertTrue(rows.get(8).startsWith("A,2,X7,much,,,,,"), rows.get(8));
  }

  /**
   * 100 kg of gallium for 40,000 pay 900.01 as MFN duty, which counts towards the floor, and
   * 9,099.99 as levy; 100 kg of cobalt pay 250 as levy, 100 as MFN duty, and 10,000 under section
   * 301, for which the law has no drawback.
   */
  @Test
  void dutiesArePaidBackAsTheScheduleSays() throws IOException {
    String gallium = row("A", 1, "40000.00").replace(",importer-1,,", ",importer-1,mfn=900.01,");
    String cobalt =
        EntryText.csv(TinyLaw.line("282200", "Co", "100", "1", "40000"))
            .replace(",importer-1,,", ",importer-1,mfn=100.00,");
    Path run = run("duties", gallium, cobalt);
    List<String> results = Files.readAllLines(run.resolve(AssessRun.RESULTS));
    assertTrue(results.get(0).endsWith(",flags,duties,duties_paid_back"), results.get(0));
    assertTrue(results.get(1).endsWith(",900.01,900.01"), results.get(1));
    assertTrue(results.get(2).endsWith(",10100.00,100.00"), results.get(2));
    Path exports = folder.resolve("exports.csv");
    Files.write(
        exports,
        List.of(Refunds.HEADER, "A,1,X1,33.333", "A,1,X2,66.667", "E1,1,X3,50", "E1,1,X4,50"));
    Path list = folder.resolve("refunds.csv");
    Refunds.Outcome done = Refunds.write(exports, run, list);
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
