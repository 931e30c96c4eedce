package org.plimsoll.sources.register;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.sources.table.Row;

/**
 * Dated steps of projects that the register of projects tells of and that of commitments does not.
 * They are commitments like others; when they fall due: {@code commitment_dates.csv}.
 */
final class Milestone {
  private static final String FILE = "milestones.csv";
  private static final String HEADER =
      "milestone,made,parties,instrument,binding,promise,state,state_date,url,verification,source,"
          + "grade,status,note";

  private Milestone() {}

  static List<Commitment> read(Registers.Files files, Path hand) {
    return files.rows(hand, FILE, HEADER, Milestone::commitment);
  }

  private static Commitment commitment(Row row) {
    return new Commitment(
        row.text("milestone"),
        row.text("made"),
        row.text("parties"),
        row.text("instrument"),
        row.optionalText("binding"),
        row.text("promise"),
        Optional.empty(),
        "",
        row.text("state"),
        row.findText("state_date"),
        row.text("url"),
        row.optionalText("verification"),
        Registers.provenance(row));
  }
}
