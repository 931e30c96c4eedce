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

  private String page(int times) throws IOException {
    return page("", times, 1, MaterialRows.NONE);
  }

  /** Some lines, each so often, and others behind them. */
  private String page(String others, int times, int lines, MaterialRows materials)
      throws IOException {
    Path entries = folder.resolve("entries.csv");
    String row = EntryText.csv(LINE) + "\n";
    StringBuilder text = new StringBuilder(EntryText.header() + "\n");
    for (int i = 1; i <= lines; i++) {
      text.append(row.replace("E1,", "E" + i + ",").repeat(times));
    }
    Files.writeString(entries, text.append(others));
    ScheduleBook book = ScheduleBook.of(TinyLaw.schedule());
    Path out = Files.createTempDirectory(folder, "out");
    AssessRun.Report run = new AssessRun(book, 1, AssessRun.OFTEN).run(EntryInput.of(entries), out);
    AssessRun.Report report =
        new AssessRun.Report(run.totals(), run.quotasTaken(), run.resumedAt(), materials);
    long twice = Duplicates.write(out);
    return AssessPage.of(report, book, "entries.csv", out, twice).render();
  }

  @Test
  void linesThatStandMoreThanOnceAreListed() throws IOException {
    String page = page("", 3, 2, MaterialRows.NONE);
    // Each owes 500 × 100 − 40,000 = 10,000, three times.
    for (String said : List.of("Standing more than once", "2 3 4", "5 6 7", "30,000.00")) {
      assertTrue(page.contains(said), said);
    }
    assertFalse(page.contains("the first 50 of"));
    assertTrue(page("", 2, 51, MaterialRows.NONE).contains("the first 50 of 51"));
  }

  @Test
  void rowsOfMaterialsAreCounted() throws IOException {
    String page = page("", 1, 1, new MaterialRows(1_200, 34));
    for (String said : List.of("1,200", "34 rows of bills of materials were refused too")) {
      assertTrue(page.contains(said), said);
    }
    String without = page(1);
    assertFalse(without.contains("materials"), without);
  }

  @Test
  void nothingIsSaidToBeNothing() throws IOException {
    String page = page(1);
    assertTrue(page.contains("every entry_id and line stands once"));
    assertEquals(-1, page.indexOf("duplicates.csv"));
  }

  @Test
  void linesThatWereRefusedAreListedWithPlaceAndReason() throws IOException {
    String bad = EntryText.csv(LINE).replaceFirst(",100[.0]*,", ",-1,") + "\n";
    String page = page(bad.repeat(60), 1, 1, MaterialRows.NONE);
    for (String said :
        List.of("Lines that were refused: the first 50 of 60", "must be above 0, but is -1")) {
      assertTrue(page.contains(said), said);
    }
    assertFalse(page(1).contains("Lines that were refused"));
  }

  @Test
  void eachFlagHasLinesToLookAt() throws IOException {
    String horses = EntryText.csv(TinyLaw.line("010121", "", "100", "1", "40000")) + "\n";
    String page = page(horses.replace("E1,", "H1,"), 1, 1, MaterialRows.NONE);
    assertTrue(page.contains("Lines with a flag: the first 5 of each"), page);
    assertTrue(page.contains("H1/1") && page.contains("not-covered"), page);
  }
}
