package org.plimsoll.border.entry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * The lines of a batch, read column by column: each column is one short loop over one kind of text.
 * Rows in which every cell is plain come out as lines. The others, a few of a file, are left to
 * {@link EntryReading#read(Cells)}, which reads one row by itself and says what is wrong with it.
 */
public final class EntryColumns {
  private static final long NO_ASSAY = 0;
  private static final long MOST_ASSAY = 1_000_000;

  private final EntryReading reading;
  private CellGrid cells;
  private final boolean[] isPlain;
  private final long[] numbers;
  private final LocalDate[] dates;
  private final String[] codes;
  private final String[] editions;
  private final long[] grams;
  private final long[] assays;
  private final String[] assayBases;
  private final long[] values;
  private final CurrencyCode[] currencies;
  private final ValueBasis[] valueBases;
  private final List<Optional<CountryCode>[]> origins;
  private final String[] importers;
  private final List<DeclaredDuty>[] duties;
  private final String[] preferences;

  /**
   * Room for so many rows.
   *
   * @param reading shares with this what was read before
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of what read puts there
  public EntryColumns(EntryReading reading, int rows) {
    this.reading = reading;
    cells = new CellGrid(0);
    isPlain = new boolean[rows];
    numbers = new long[rows];
    dates = new LocalDate[rows];
    codes = new String[rows];
    editions = new String[rows];
    grams = new long[rows];
    assays = new long[rows];
    assayBases = new String[rows];
    values = new long[rows];
    currencies = new CurrencyCode[rows];
    valueBases = new ValueBasis[rows];
    origins =
        List.of(new Optional[rows], new Optional[rows], new Optional[rows], new Optional[rows]);
    importers = new String[rows];
    duties = new List[rows];
    preferences = new String[rows];
  }

  /** Reads the columns; what was read of another batch is gone. */
  public void read(CellGrid batch, int rows) {
    cells = batch;
    Arrays.fill(isPlain, 0, rows, true);
    reading.dates.read(cells, EntryColumn.ENTRY_DATE, rows, dates, isPlain);
    reading.codes.read(cells, EntryColumn.HS_CODE, rows, codes, isPlain);
    reading.words.read(cells, EntryColumn.HS_EDITION, rows, editions, isPlain);
    reading.words.read(cells, EntryColumn.ASSAY_BASIS, rows, assayBases, isPlain);
    reading.currencies.read(cells, EntryColumn.CURRENCY, rows, currencies, isPlain);
    reading.bases.read(cells, EntryColumn.INCOTERM_BASIS, rows, valueBases, isPlain);
    reading.countries.read(cells, EntryColumn.EXTRACTED_IN, rows, origins.get(0), isPlain);
    reading.countries.read(cells, EntryColumn.PROCESSED_IN, rows, origins.get(1), isPlain);
    reading.countries.read(cells, EntryColumn.TRANSFORMED_IN, rows, origins.get(2), isPlain);
    reading.countries.read(cells, EntryColumn.CONSIGNED_FROM, rows, origins.get(3), isPlain);
    reading.words.read(cells, EntryColumn.IMPORTER_ID, rows, importers, isPlain);
    reading.words.read(cells, EntryColumn.PREFERENCE_CODE, rows, preferences, isPlain);
    readIds(rows);
    readNumbers(rows);
    readMasses(rows);
    readAssays(rows);
    readValues(rows);
    readDuties(rows);
  }

  private void readIds(int rows) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(EntryColumn.ENTRY_ID.position());
    for (int row = 0; row < rows; row++) {
      int start = starts[first + row];
      int end = ends[first + row];
      isPlain[row] =
          isPlain[row]
              && !importers[row].isEmpty()
              && start < end
              && EightBytes.isPlain(bytes, start, end)
              && !FormulaCell.needsMark(bytes, start, end);
    }
  }

  private void readNumbers(int rows) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(EntryColumn.LINE.position());
    for (int row = 0; row < rows; row++) {
      numbers[row] = EntryReading.number(bytes, starts[first + row], ends[first + row]);
      isPlain[row] &= numbers[row] > 0;
    }
  }

  private void readMasses(int rows) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(EntryColumn.NET_MASS_KG.position());
    for (int row = 0; row < rows; row++) {
      grams[row] = DecimalText.plain(bytes, starts[first + row], ends[first + row], 3);
      isPlain[row] &= grams[row] > 0;
    }
  }

  private void readAssays(int rows) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(EntryColumn.ASSAY.position());
    for (int row = 0; row < rows; row++) {
      int start = starts[first + row];
      int end = ends[first + row];
      long assay = start == end ? NO_ASSAY : DecimalText.plain(bytes, start, end, 6);
      assays[row] = assay;
      isPlain[row] &= start == end || (assay > 0 && assay <= MOST_ASSAY);
    }
  }

  private void readValues(int rows) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(EntryColumn.CUSTOMS_VALUE.position());
    for (int row = 0; row < rows; row++) {
      if (isPlain[row]) {
        int decimals = currencies[row].minorDigits();
        values[row] = DecimalText.plain(bytes, starts[first + row], ends[first + row], decimals);
        isPlain[row] = values[row] >= 0;
      }
    }
  }

  private void readDuties(int rows) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(EntryColumn.OTHER_DUTIES.position());
    for (int row = 0; row < rows; row++) {
      int start = starts[first + row];
      int end = ends[first + row];
      if (start == end) {
        duties[row] = List.of();
      } else if (isPlain[row]) {
        isPlain[row] = EightBytes.isPlain(bytes, start, end) && readDuties(bytes, start, end, row);
      }
    }
  }

  private boolean readDuties(byte[] bytes, int start, int end, int row) {
    try {
      duties[row] = reading.duties(bytes, start, end, currencies[row]);
      return true;
    } catch (LineRefused notPlain) {
      return false;
    }
  }

  /** Whether every cell of the row is plain: then {@link #line} has the row. */
  public boolean isPlain(int row) {
    return isPlain[row];
  }

  /** The line of a row that is plain. */
  public EntryLine line(int row) {
    int id = cells.first(EntryColumn.ENTRY_ID.position()) + row;
    int start = cells.starts()[id];
    return new EntryLine(
        new String(cells.bytes(), start, cells.ends()[id] - start, StandardCharsets.ISO_8859_1),
        numbers[row],
        dates[row],
        codes[row],
        editions[row],
        new Mass(grams[row]),
        assays[row] == NO_ASSAY ? Optional.empty() : Optional.of(new Share(assays[row])),
        assayBases[row],
        new Money(values[row], currencies[row]),
        valueBases[row],
        new OriginFacts(
            origins.get(0)[row], origins.get(1)[row], origins.get(2)[row], origins.get(3)[row]),
        importers[row],
        duties[row],
        preferences[row]);
  }
}
