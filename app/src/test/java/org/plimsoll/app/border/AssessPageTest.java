package org.plimsoll.app.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.ScheduleBook;

/** The page of a run says what stands more than once, and that all of it is in the sums. */
class AssessPageTest {
  private static final EntryLine LINE = TinyLaw.line("811292", "Ga", "100", "1", "40000");

  @TempDir private Path folder;

  private String page(int times, int most) throws IOException {
    return page(times, most, new MaterialRows(0, 0));
  }

  private String page(int times, int most, MaterialRows materials) throws IOException {
    Path entries = folder.resolve("entries.csv");
    String row = EntryText.csv(LINE) + "\n";
    String other = row.replace("E1,", "E2,");
    Files.writeString(entries, EntryText.header() + "\n" + row.repeat(times) + other.repeat(times));
    ScheduleBook book = ScheduleBook.of(TinyLaw.schedule());
    Path out = folder.resolve("out" + times + most);
    AssessRun.Report run = new AssessRun(book, 1, AssessRun.OFTEN).run(EntryInput.of(entries), out);
    AssessRun.Report report =
        new AssessRun.Report(run.totals(), run.quotasTaken(), run.resumedAt(), materials);
    long twice = Duplicates.write(out);
    return AssessPage.of(report, book, "entries.csv", Duplicates.list(out, most), twice).render();
  }

  @Test
  void linesThatStandMoreThanOnceAreListed() throws IOException {
    String page = page(3, 50);
    // Each owes 500 × 100 − 40,000 = 10,000, three times.
    for (String said : List.of("Standing more than once", "2 3 4", "5 6 7", "30,000.00")) {
      assertTrue(page.contains(said), said);
    }
    assertFalse(page.contains("the first 1 of 2"));
    assertTrue(page(3, 1).contains("the first 1 of 2"));
  }

  @Test
  void rowsOfMaterialsAreCounted() throws IOException {
    String page = page(1, 50, new MaterialRows(1_200, 34));
    for (String said : List.of("1,200", "34 rows of bills of materials were refused too")) {
      assertTrue(page.contains(said), said);
    }
    String without = page(1, 51);
    assertFalse(without.contains("materials"), without);
  }

  @Test
  void nothingIsSaidToBeNothing() throws IOException {
    String page = page(1, 50);
    assertTrue(page.contains("every entry_id and line stands once"));
    assertEquals(-1, page.indexOf("duplicates.csv"));
  }
}
