package org.plimsoll.border.files;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;

/** Looks for the lines of one entry, and assesses all before it, since they may use up a quota. */
final class Explainer {
  private final String entry;
  private final LevyEngine engine;
  private final BatchWork work;
  private final QuotaLedger quotas = new QuotaLedger();
  private final boolean isAllAssessed;

  Explainer(String entry, LevyEngine engine, BatchWork work) {
    this.entry = entry;
    this.engine = engine;
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
        if (line.entryId().equals(entry) || entry.equals(line.entryId() + "/" + line.line())) {
          LevyEngine.Explanation explanation = engine.explain(line, quotas);
          found.add(
              new Explained(records.line(i), line, explanation.outcome(), explanation.steps()));
        } else if (isAllAssessed) {
          engine.assess(line, quotas);
        }
      } catch (LineRefused | UnreadableRecord e) {
        // It is among the rejects of a run, and takes nothing from a quota.
      }
    }
    return found;
  }
}
