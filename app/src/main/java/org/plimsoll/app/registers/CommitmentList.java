package org.plimsoll.app.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.commitments.CommitmentCalendar;

/**
 * What was promised, by when, and what became of it.
 *
 * @param asOf the day asked about; the world's own if empty
 * @param only words of standings; all if empty
 */
public record CommitmentList(Optional<LocalDate> asOf, List<String> only) {
  /** Every word under which a standing is counted. */
  public static final List<String> WORDS =
      List.of("done", "late", "open", "overdue", "unknown", "undated");

  public CommitmentList {
    only = List.copyOf(only);
  }

  /** How many promises stand how, by word. */
  public SortedMap<String, Integer> counts(Evidence evidence) {
    return calendar(evidence).countByWord();
  }

  private CommitmentCalendar calendar(Evidence evidence) {
    return CommitmentCalendar.of(evidence.commitments(), asOf.orElse(evidence.asOf()));
  }

  public Answer answer(Evidence evidence) {
    LocalDate day = asOf.orElse(evidence.asOf());
    CommitmentCalendar calendar = calendar(evidence);
    List<CommitmentCalendar.Entry> wanted =
        calendar.entries().stream()
            .filter(entry -> only.isEmpty() || only.contains(entry.standing().word()))
            .toList();
    return Answer.of("Commitments")
        .fact("asOf", day)
        .with(
            Table.of("commitments", "Commitments as of " + day, wanted)
                .words("id", "id", e -> e.commitment().id())
                .words("due", "due", e -> e.commitment().deadline())
                .words("word", "", e -> e.standing().word())
                .words("standing", "standing", e -> e.standing().describe())
                .words("parties", "parties", e -> e.commitment().parties())
                .words("instrument", "", e -> e.commitment().instrument())
                .words("binding", "", e -> e.commitment().binding())
                .words("made", "", e -> e.commitment().made())
                .words("deadlineBasis", "", e -> e.commitment().deadlineBasis())
                .words("state", "", e -> e.commitment().state())
                .words("stateDate", "", e -> e.commitment().stateDate())
                .words("url", "", e -> e.commitment().url())
                .words("verification", "", e -> e.commitment().verification())
                .knownQuietly(e -> e.commitment().provenance())
                .words("promise", "promise", e -> e.commitment().promise()))
        .remark(ControlList.registerEnd(evidence, day))
        .remark(
            OptionWords.tally(calendar.countByWord()),
            "The source of each row, and its mark of verification: --json.");
  }
}
