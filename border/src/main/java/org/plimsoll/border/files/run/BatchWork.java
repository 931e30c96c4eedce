package org.plimsoll.border.files.run;

import org.jspecify.annotations.Nullable;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryColumns;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.files.input.CellSplitter;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.table.ByteText;
import org.plimsoll.border.files.table.EntryCsv;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.Flags;
import org.plimsoll.border.levy.Grounds;
import org.plimsoll.border.levy.LevyAssessment;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;

/**
 * What is done to a batch: cells, line, assessment, rows out. One belongs to one thread at a time,
 * and is used for batch after batch, so that what it writes to stays in the cache.
 */
final class BatchWork {
  /** What results add to the columns of an entry. */
  static final String ADDED =
      "content_kg,unit_value,floor,instrument,levy,levy_currency,rule_id,rule_version,steps,flags,"
          + "duties,duties_paid_back";

  private static final int CONTENT_DECIMALS = 9;
  private static final int PRICE_DECIMALS = 6;

  /** A place for some hundreds: rules by ways of stacking and flags. */
  private static final int WORDS_BITS = 12;

  /** Odd, its bits well mixed: 2^32 divided by the golden ratio. */
  private static final int MIXER = 0x9E37_79B9;

  private final String file;
  private final LevyEngine engine;
  private final QuotaLedger quotas;
  private final CellSplitter splitter;
  private final EntryReading reading = new EntryReading();
  private final EntryColumns columns = new EntryColumns(reading, Records.MOST);
  private final Records records = new Records();
  private final ByteText results = new ByteText(1 << 19);
  private final ByteText rejects = new ByteText(1 << 10);

  /** Levy, duties and what is paid back of them, in a row: one loop writes all three. */
  private final long[] amounts = new long[3];

  /** Those of rows before; what is new takes the place of what was there. */
  private final @Nullable Words[] words = new @Nullable Words[1 << WORDS_BITS];

  /**
   * A batch done.
   *
   * @param records how many it had
   * @param seen as {@link Records#seen} of the batch
   * @param results rows of the results
   * @param rejects rows of the rejects
   * @param totals of the batch
   */
  record Done(int records, String seen, ByteText results, ByteText rejects, Totals totals) {}

  BatchWork(String file, LevyEngine engine, QuotaLedger quotas, CellSplitter splitter) {
    this.file = file;
    this.engine = engine;
    this.quotas = quotas;
    this.splitter = splitter;
  }

  /** What is to be done: filled by whoever reads. */
  Records records() {
    return records;
  }

  /** What came of the records; it holds until the next run. */
  Done run() {
    results.clear();
    rejects.clear();
    Totals totals = new Totals();
    records.split(splitter);
    columns.read(records.grid(), records.count());
    for (int i = 0; i < records.count(); i++) {
      try {
        EntryLine line = columns.isPlain(i) ? columns.line(i) : read(i);
        switch (engine.assess(line, quotas)) {
          case Assessed.Levied(LevyAssessment assessment) -> {
            echo(i);
            write(assessment);
            totals.add(line, assessment);
          }
          case Assessed.NotLevied(var refused) -> {
            reject(records.line(i), refused.column().word(), refused.reason());
            totals.refuse(refused);
          }
        }
      } catch (LineRefused refused) {
        reject(records.line(i), refused.toRefused().column().word(), refused.toRefused().reason());
        totals.refuse(refused.toRefused());
      } catch (UnreadableRecord unreadable) {
        reject(records.line(i), "", unreadable.reason());
        totals.refuse("(record)");
        if (records.isBreak(i)) {
          totals.breakAfter(records.line(i) - 1);
        }
      }
    }
    return new Done(records.count(), records.seen(), results, rejects, totals);
  }

  /**
   * The line of a record, read by itself, once the records are split.
   *
   * @throws UnreadableRecord if it has not the form of the file
   * @throws LineRefused if a cell is wrong
   */
  private EntryLine read(int i) {
    return reading.read(records.cells(i));
  }

  /**
   * The columns as declared: as a whole if the record allows it, else cell by cell, with a mark
   * before what a spreadsheet would run.
   */
  private void echo(int record) {
    if (records.isWhole(record) && columns.isPlain(record)) {
      results.bytes(records.bytes(), records.start(record), records.end(record)).sign(',');
    } else if (columns.isPlain(record)) {
      results.plainCells(records.grid(), record);
    } else {
      Cells cells = records.cells(record);
      for (EntryColumn column : EntryColumn.ALL) {
        results.safeCell(cells.bytes(), cells.start(column), cells.end(column)).sign(',');
      }
    }
  }

  /** What rows of the same grounds and flags share: all words of a row between its amounts. */
  private static final class Words {
    private final Grounds grounds;
    private final Flags flags;
    private final ByteText before = new ByteText(64);

    /** What stands behind each of the amounts. */
    private final ByteText[] behind = {
      new ByteText(128), new ByteText(1).sign(','), new ByteText(1).sign('\n')
    };

    Words(Grounds grounds, Flags flags, String currency) {
      this.grounds = grounds;
      this.flags = flags;
      before.sign(',');
      grounds.floor().ifPresent(price -> price(before, price));
      before.sign(',').cell(grounds.instrument()).sign(',');
      behind[0].sign(',').cell(currency).sign(',').cell(grounds.ruleId()).sign(',');
      behind[0].cell(grounds.ruleVersion()).sign(',').cell(grounds.steps()).sign(',');
      behind[0].cell(flags.toString()).sign(',');
    }
  }

  private void write(LevyAssessment a) {
    if (a.contentMicrograms() > 0) {
      results.trimmed(a.contentMicrograms(), CONTENT_DECIMALS);
    }
    results.sign(',');
    if (a.unitValue().isPresent()) {
      price(results, a.unitValue().get());
    }
    CurrencyCode currency = a.levy().currency();
    Words shared = words(a, currency);
    results.words(shared.before);
    int decimals = currency.minorDigits();
    amounts[0] = a.levy().minor();
    amounts[1] = a.duties().minor();
    amounts[2] = a.paidBack().minor();
    for (int i = 0; i < amounts.length; i++) {
      results.decimal(amounts[i], decimals).words(shared.behind[i]);
    }
  }

  @SuppressWarnings("ReferenceEquality") // grounds are shared, and other ones make other words
  private Words words(LevyAssessment a, CurrencyCode currency) {
    int hash = (System.identityHashCode(a.grounds()) + a.flags().bits()) * MIXER;
    int place = hash >>> (32 - WORDS_BITS);
    Words known = words[place];
    if (known != null && known.grounds == a.grounds() && known.flags.bits() == a.flags().bits()) {
      return known;
    }
    Words made = new Words(a.grounds(), a.flags(), currency.code());
    words[place] = made;
    return made;
  }

  private static void price(ByteText out, PricePerKilogram price) {
    out.trimmed(price.millionths(), PRICE_DECIMALS);
  }

  private void reject(long line, String column, String reason) {
    rejects.safeCell(file).sign(',').decimal(line, 0).sign(',').cell(column).sign(',');
    rejects.cell(reason.replace('\n', ' ')).sign('\n');
  }

  /** The first lines of the two files. */
  static String resultsHeader() {
    StringBuilder header = new StringBuilder();
    for (EntryColumn column : EntryColumn.ALL) {
      header.append(column.word()).append(',');
    }
    return header.append(ADDED).append('\n').toString();
  }

  static String rejectsHeader() {
    return EntryCsv.REJECTS_HEADER + "\n";
  }
}
