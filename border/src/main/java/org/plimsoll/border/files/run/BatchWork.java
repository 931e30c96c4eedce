package org.plimsoll.border.files.run;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
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

  private final String file;
  private final LevyEngine engine;
  private final QuotaLedger quotas;
  private final CellSplitter splitter;
  private final Cells cells = new Cells();
  private final EntryReading reading = new EntryReading();
  private final Records records = new Records();
  private final ByteText results = new ByteText(1 << 19);
  private final ByteText rejects = new ByteText(1 << 10);
  private boolean isWhole;

  /** As many as there are rules and ways of stacking together: some hundreds. */
  private final IdentityHashMap<Grounds, Words> words = new IdentityHashMap<>();

  private final Map<Flags, byte[]> flagWords = new HashMap<>();

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

  /** The cells of the line that was read last, as they stand in the file. */
  Cells cells() {
    return cells;
  }

  /** What came of the records; it holds until the next run. */
  Done run() {
    results.clear();
    rejects.clear();
    Totals totals = new Totals();
    for (int i = 0; i < records.count(); i++) {
      try {
        EntryLine line = read(i);
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
      }
    }
    return new Done(records.count(), records.seen(), results, rejects, totals);
  }

  /**
   * The line of a record; its cells stay in {@link #cells}.
   *
   * @throws UnreadableRecord if it has not the form of the file
   * @throws LineRefused if a cell is wrong
   */
  EntryLine read(int i) {
    isWhole = records.split(i, splitter, cells);
    return reading.read(cells);
  }

  /** The columns as declared: as a whole if the record allows it, else cell by cell. */
  private void echo(int record) {
    if (isWhole) {
      results.bytes(records.bytes(), records.start(record), records.end(record)).sign(',');
      return;
    }
    for (int i = 0; i < EntryColumn.COUNT; i++) {
      EntryColumn column = EntryColumn.ALL.get(i);
      results.cell(cells.bytes(), cells.start(column), cells.end(column)).sign(',');
    }
  }

  /**
   * What the rows of the same grounds share.
   *
   * @param before floor and instrument, with the commas around them
   * @param after everything between levy and flags
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Words(byte[] before, byte[] after) {
    static Words of(Grounds grounds, String currency) {
      ByteText before = new ByteText(64).sign(',');
      grounds.floor().ifPresent(price -> price(before, price));
      before.sign(',').cell(grounds.instrument()).sign(',');
      ByteText after = new ByteText(64).sign(',').cell(currency).sign(',').cell(grounds.ruleId());
      after.sign(',').cell(grounds.ruleVersion()).sign(',').cell(grounds.steps()).sign(',');
      return new Words(before.toBytes(), after.toBytes());
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
    Words shared = words.computeIfAbsent(a.grounds(), g -> Words.of(g, currency.code()));
    results.bytes(shared.before());
    results.decimal(a.levy().minor(), currency.minorDigits());
    results.bytes(shared.after());
    if (!a.flags().equals(Flags.NONE)) {
      results.bytes(
          flagWords.computeIfAbsent(a.flags(), f -> new ByteText(64).cell(f.toString()).toBytes()));
    }
    results.sign(',').decimal(a.duties().minor(), currency.minorDigits());
    results.sign(',').decimal(a.paidBack().minor(), currency.minorDigits()).sign('\n');
  }

  private static void price(ByteText out, PricePerKilogram price) {
    out.trimmed(price.millionths(), PRICE_DECIMALS);
  }

  private void reject(long line, String column, String reason) {
    rejects.cell(file).sign(',').decimal(line, 0).sign(',').cell(column).sign(',');
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
