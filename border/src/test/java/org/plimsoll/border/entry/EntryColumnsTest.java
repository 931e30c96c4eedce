package org.plimsoll.border.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.fixture.EntryText;

/** A batch read column by column gives the lines that are read row by row, or leaves them. */
class EntryColumnsTest {
  private static final int ROWS = 500;

  /**
   * Cells that are odd in one column or another: faults, other forms of numbers, marks, letters.
   */
  private static final List<String> ODD =
      List.of(
          "",
          "0",
          "-1",
          "1e2",
          "+5",
          "007",
          "1.",
          ".5",
          "12345678901.25",
          "1234567890123456789",
          "2027-02-30",
          "2027-3-1",
          "811",
          "81129200",
          "USD",
          "usd",
          "JPY",
          "EXW",
          "CIP",
          "chn",
          "GUY",
          "a,b",
          "a\"b",
          "über",
          "mfn=1;section-301=2",
          "mfn",
          "mfn=-1",
          "mfn=1e2",
          "a text that is longer than sixteen bytes",
          "another, of more than sixteen");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void columnsAndRowsAgree(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Map<EntryColumn, String>> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Map<EntryColumn, String> cells =
          new EnumMap<>(EntryText.cells(EntryText.line(seed, i, EntryText.plainRules())));
      for (int odd = random.nextInt(3) - 1; odd > 0; odd--) {
        cells.put(
            EntryColumn.ALL.get(random.nextInt(EntryColumn.COUNT)),
            ODD.get(random.nextInt(ODD.size())));
      }
      lines.add(cells);
    }
    CellGrid grid = grid(lines);
    EntryReading reading = new EntryReading();
    EntryColumns columns = new EntryColumns(reading, ROWS);
    columns.read(grid, ROWS);
    int plain = 0;
    int odd = 0;
    for (int i = 0; i < ROWS; i++) {
      String row = read(reading, new Cells(grid).at(i));
      if (columns.isPlain(i)) {
        assertEquals(row, columns.line(i).toString());
        plain++;
      } else {
        odd++;
      }
    }
    assertTrue(plain > ROWS / 2 && odd > ROWS / 10, plain + " plain, " + odd + " odd");
  }

  /** Nothing of one batch is left in the next: rows that were odd are plain, and the other way. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void theNextBatchStartsAnew(long seed) {
    Map<EntryColumn, String> good =
        EntryText.cells(EntryText.line(seed, 0, EntryText.plainRules()));
    Map<EntryColumn, String> bad = new EnumMap<>(good);
    bad.put(EntryColumn.CURRENCY, "dollars");
    EntryColumns columns = new EntryColumns(new EntryReading(), 2);
    columns.read(grid(List.of(good, bad)), 2);
    assertEquals("true false", columns.isPlain(0) + " " + columns.isPlain(1));
    columns.read(grid(List.of(bad, good)), 2);
    assertEquals("false true", columns.isPlain(0) + " " + columns.isPlain(1));
    assertEquals(good.get(EntryColumn.ENTRY_ID), columns.line(1).entryId());
  }

  private static String read(EntryReading reading, Cells cells) {
    try {
      return reading.read(cells).toString();
    } catch (LineRefused refused) {
      return refused.toRefused().toString();
    }
  }

  private static CellGrid grid(List<Map<EntryColumn, String>> lines) {
    CellGrid grid = new CellGrid(lines.size());
    StringBuilder all = new StringBuilder();
    int at = 0;
    for (int row = 0; row < lines.size(); row++) {
      for (EntryColumn column : EntryColumn.ALL) {
        String cell = lines.get(row).getOrDefault(column, "");
        int end = at + cell.getBytes(StandardCharsets.UTF_8).length;
        grid.set(column.position(), row, at, end);
        all.append(cell).append(',');
        at = end + 1;
      }
    }
    all.repeat(' ', CellGrid.BEHIND);
    grid.point(all.toString().getBytes(StandardCharsets.UTF_8));
    return grid;
  }
}
