package org.plimsoll.border.files;

import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.levy.Assessed;
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
    ByteText results = new ByteText();
    ByteText rejects = new ByteText();
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

  private static void write(ByteText out, LevyAssessment a) {
    if (a.contentMicrograms() > 0) {
      out.trimmed(a.contentMicrograms(), CONTENT_DECIMALS);
    }
    out.sign(',');
    if (a.unitValue().isPresent()) {
      price(out, a.unitValue().get());
    }
    out.sign(',');
    if (a.floor().isPresent()) {
      price(out, a.floor().get());
    }
    out.sign(',').text(a.instrument()).sign(',');
    out.decimal(a.levy().minor(), a.levy().currency().minorDigits()).sign(',');
    out.text(a.levy().currency().code()).sign(',').text(a.ruleId()).sign(',');
    out.text(a.ruleVersion()).sign(',').text(a.steps()).sign(',');
    if (a.flags().bits() != 0) {
      out.text(a.flags().toString());
    }
    out.sign('\n');
  }

  private static void price(ByteText out, PricePerKilogram price) {
    out.trimmed(price.millionths(), PRICE_DECIMALS);
  }

  private void reject(ByteText out, long line, String column, String reason) {
    out.cell(file).sign(',').decimal(line, 0).sign(',').text(column).sign(',');
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
