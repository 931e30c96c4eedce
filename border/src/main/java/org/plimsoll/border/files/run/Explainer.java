package org.plimsoll.border.files.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
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
  private final EntryReading reading = new EntryReading();
  private final boolean isAllAssessed;
  private OptionalLong brokenAfter = OptionalLong.empty();

  Explainer(String entry, LevyEngine engine, QuotaLedger quotas) {
    this.entry = entry;
    this.engine = engine;
    this.quotas = quotas;
    isAllAssessed = engine.dependsOnOrder();
  }

  /** The last line that is whole, if the file breaks off behind it. */
  OptionalLong brokenAfter() {
    return brokenAfter;
  }

  /** The lines of the entry among the records, which are split. */
  List<Explained> explain(Records records) {
    List<Explained> found = new ArrayList<>();
    for (int i = 0; i < records.count(); i++) {
      try {
        explain(records.line(i), records.cells(i)).ifPresent(found::add);
      } catch (UnreadableRecord e) {
        // Nobody can say whose it is; a run has it among its rejects, and it takes of no quota.
        if (records.isBreak(i)) {
          brokenAfter = OptionalLong.of(records.line(i) - 1);
        }
      }
    }
    return found;
  }

  private Optional<Explained> explain(long place, Cells cells) {
    String id = cells.text(EntryColumn.ENTRY_ID);
    String name = id + "/" + cells.text(EntryColumn.LINE);
    boolean isMeant = entry.equals(id) || entry.equals(name);
    if (!isMeant && !isAllAssessed) {
      return Optional.empty();
    }
    Assessed outcome;
    List<Step> steps = List.of();
    try {
      EntryLine line = reading.read(cells);
      if (isMeant) {
        LevyEngine.Explanation explanation = engine.explain(line, quotas);
        outcome = explanation.outcome();
        steps = explanation.steps();
      } else {
        outcome = engine.assess(line, quotas);
      }
    } catch (LineRefused refused) {
      outcome = new Assessed.NotLevied(refused.toRefused());
    }
    return isMeant
        ? Optional.of(
            new Explained(place, name, cells.text(EntryColumn.ENTRY_DATE), outcome, steps))
        : Optional.empty();
  }
}
