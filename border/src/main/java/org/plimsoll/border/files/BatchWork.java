package org.plimsoll.border.files;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.Flags;
import org.plimsoll.border.levy.LevyAssessment;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.model.quantity.PricePerKilogram;

/** What is done to a batch: cells, line, assessment, rows out. One belongs to one thread. */
final class BatchWork {
  /** What results add to the columns of an entry. */
  static final String ADDED =
      "content_kg,unit_value,floor,instrument,levy,levy_currency,rule_id,rule_version,steps,flags";

  private static final int CONTENT_DECIMALS = 9;
  private static final int PRICE_DECIMALS = 6;

  private final String file;
  private final LevyEngine engine;
  private final QuotaLedger quotas;
  private final CellSplitter splitter;
  private final byte wholeBy;
  private final Cells cells = new Cells();
  private final EntryReading reading = new EntryReading();

  /** As many as there are rules, ways of stacking and sets of flags together: some hundreds. */
  private final Map<Shared, byte[]> before = new HashMap<>();

  private final Map<Shared, byte[]> after = new HashMap<>();

  /**
   * A batch done.
   *
   * @param records how many it had
   * @param results rows of the results
   * @param rejects rows of the rejects
   * @param totals of the batch
   */
  record Done(int records, ByteText results, ByteText rejects, Totals totals) {}

  BatchWork(String file, LevyEngine engine, QuotaLedger quotas, CellSplitter splitter) {
    this.file = file;
    this.engine = engine;
    this.quotas = quotas;
    this.splitter = splitter;
    wholeBy = splitter.wholeBy();
  }

  Done run(Records records) {
    ByteText results = new ByteText(1 << 21);
    ByteText rejects = new ByteText(1 << 10);
    Totals totals = new Totals();
    for (int i = 0; i < records.count(); i++) {
      try {
        EntryLine line = read(records, i);
        switch (engine.assess(line, quotas)) {
          case Assessed.Levied(LevyAssessment assessment) -> {
            echo(results, records, i);
            write(results, assessment);
            totals.add(line, assessment);
          }
          case Assessed.NotLevied(var refused) -> {
            reject(rejects, records.line(i), refused.column().word(), refused.reason());
            totals.refuse(refused);
          }
        }
      } catch (LineRefused refused) {
        reject(
            rejects,
            records.line(i),
            refused.toRefused().column().word(),
            refused.toRefused().reason());
        totals.refuse(refused.toRefused());
      } catch (UnreadableRecord unreadable) {
        reject(rejects, records.line(i), "", unreadable.reason());
        totals.refuse("(record)");
      }
    }
    return new Done(records.count(), results, rejects, totals);
  }

  /**
   * The line of a record; its cells stay in {@link #cells}.
   *
   * @throws UnreadableRecord if it has not the form of the file
   * @throws LineRefused if a cell is wrong
   */
  EntryLine read(Records records, int i) {
    return read(records, i, splitter, cells, reading);
  }

  /** The same with cells and a reading of the caller's own. */
  static EntryLine read(
      Records records, int i, CellSplitter splitter, Cells cells, EntryReading reading) {
    if (!records.fault(i).isEmpty()) {
      throw new UnreadableRecord(records.fault(i));
    }
    Utf8Check.require(records.bytes(), records.start(i), records.end(i));
    splitter.split(records.bytes(), records.start(i), records.end(i), cells);
    return reading.read(cells);
  }

  /** The columns as declared: as a whole if the record allows it, else cell by cell. */
  private void echo(ByteText out, Records records, int record) {
    boolean isDone =
        wholeBy != 0
            && out.cells(records.bytes(), records.start(record), records.end(record), wholeBy);
    if (isDone) {
      out.sign(',');
      return;
    }
    for (int i = 0; i < EntryColumn.COUNT; i++) {
      EntryColumn column = EntryColumn.ALL.get(i);
      out.cell(cells.bytes(), cells.start(column), cells.end(column)).sign(',');
    }
  }

  /**
   * Words that an assessment shares with many others.
   *
   * @param floor empty if the instrument has none
   */
  private record Shared(
      Optional<PricePerKilogram> floor,
      String instrument,
      String currency,
      String rule,
      String version,
      String steps,
      int flags) {
    /** Floor and instrument, with the commas around them. */
    byte[] before() {
      ByteText text = new ByteText(64).sign(',');
      floor.ifPresent(price -> price(text, price));
      return text.sign(',').cell(instrument).sign(',').toBytes();
    }

    /** Everything behind the levy. */
    byte[] after() {
      return new ByteText(64)
          .sign(',')
          .cell(currency)
          .sign(',')
          .cell(rule)
          .sign(',')
          .cell(version)
          .sign(',')
          .cell(steps)
          .sign(',')
          .cell(new Flags(flags).toString())
          .sign('\n')
          .toBytes();
    }
  }

  private void write(ByteText out, LevyAssessment a) {
    if (a.contentMicrograms() > 0) {
      out.trimmed(a.contentMicrograms(), CONTENT_DECIMALS);
    }
    out.sign(',');
    if (a.unitValue().isPresent()) {
      price(out, a.unitValue().get());
    }
    Shared shared =
        new Shared(
            a.floor(),
            a.instrument(),
            a.levy().currency().code(),
            a.ruleId(),
            a.ruleVersion(),
            a.steps(),
            a.flags().bits());
    out.bytes(before.computeIfAbsent(shared, Shared::before));
    out.decimal(a.levy().minor(), a.levy().currency().minorDigits());
    out.bytes(after.computeIfAbsent(shared, Shared::after));
  }

  private static void price(ByteText out, PricePerKilogram price) {
    out.trimmed(price.millionths(), PRICE_DECIMALS);
  }

  private void reject(ByteText out, long line, String column, String reason) {
    out.cell(file).sign(',').decimal(line, 0).sign(',').cell(column).sign(',');
    out.cell(reason.replace('\n', ' ')).sign('\n');
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
    return "file,line,column,reason\n";
  }
}
