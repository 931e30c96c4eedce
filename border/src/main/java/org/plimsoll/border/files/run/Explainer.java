package org.plimsoll.border.files.run;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.Step;

/** Looks for the lines of one entry, and assesses all before it, since they may use up a quota. */
final class Explainer {
  private final String entry;
  private final LevyEngine engine;
  private final QuotaLedger quotas;
  private final BatchWork work;
  private final boolean isAllAssessed;

  Explainer(String entry, LevyEngine engine, QuotaLedger quotas, BatchWork work) {
    this.entry = entry;
    this.engine = engine;
    this.quotas = quotas;
    this.work = work;
    isAllAssessed = engine.dependsOnOrder();
  }

  /** The lines of the entry among the records of the work. */
  List<Explained> explain() {
    Records records = work.records();
    List<Explained> found = new ArrayList<>();
    for (int i = 0; i < records.count(); i++) {
      try {
        EntryLine line = work.read(i);
        if (isMeant()) {
          LevyEngine.Explanation explanation = engine.explain(line, quotas);
          found.add(explained(i, explanation.outcome(), explanation.steps()));
        } else if (isAllAssessed) {
          engine.assess(line, quotas);
        }
      } catch (LineRefused refused) {
        if (isMeant()) {
          found.add(explained(i, new Assessed.NotLevied(refused.toRefused()), List.of()));
        }
      } catch (UnreadableRecord e) {
        // Nobody can say whose it is; a run has it among its rejects, and it takes of no quota.
      }
    }
    return found;
  }

  private String name() {
    Cells cells = work.cells();
    return cells.text(EntryColumn.ENTRY_ID) + "/" + cells.text(EntryColumn.LINE);
  }

  private boolean isMeant() {
    return entry.equals(work.cells().text(EntryColumn.ENTRY_ID)) || entry.equals(name());
  }

  private Explained explained(int record, Assessed outcome, List<Step> steps) {
    return new Explained(
        work.records().line(record),
        name(),
        work.cells().text(EntryColumn.ENTRY_DATE),
        outcome,
        steps);
  }
}
