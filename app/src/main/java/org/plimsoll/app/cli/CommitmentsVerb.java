package org.plimsoll.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll commitments}. */
@Command(
    name = "commitments",
    description = "What was promised, by when, and what became of it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll commitments",
      "  plimsoll commitments --only late,unknown",
      "  plimsoll commitments --as-of 2026-03-20 --json",
      "",
      "unknown: past its date, with no evidence from after that date."
    })
final class CommitmentsVerb implements Callable<Integer> {
  /** Every word under which a standing is counted. */
  static final List<String> WORDS =
      List.of("done", "late", "open", "overdue", "unknown", "undated");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day asked about; default: the world's own date.")
  private Optional<String> asOf = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      split = ",",
      description = "Only these standings: done, late, open, overdue, unknown, undated.")
  private List<String> only = List.of();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  CommitmentsVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.session().readWorld(options.world());
    LocalDate day = asOf.map(d -> OptionWords.day("--as-of", d)).orElse(evidence.asOf());
    OptionWords.requireOneOf("--only", only, WORDS);
    return console.print(answer(evidence, day, only), options.asJson());
  }

  /** The answer; with no word in {@code only} every commitment. */
  static Answer answer(Evidence evidence, LocalDate asOf, List<String> only) {
    CommitmentCalendar calendar = CommitmentCalendar.of(evidence.commitments(), asOf);
    Answer.Builder rows =
        Table.of(
            "commitments",
            "Commitments as of " + asOf,
            new Column("id", "id"),
            new Column("due", "due"),
            Column.hidden("word"),
            new Column("standing", "standing"),
            new Column("parties", "parties"),
            Column.hidden("instrument"),
            Column.hidden("binding"),
            Column.hidden("made"),
            Column.hidden("deadlineBasis"),
            Column.hidden("state"),
            Column.hidden("stateDate"),
            Column.hidden("url"),
            Column.hidden("verification"),
            Column.hidden("grade"),
            Column.hidden("status"),
            Column.hidden("source"),
            new Column("promise", "promise"));
    for (CommitmentCalendar.Entry entry : calendar.entries()) {
      if (only.isEmpty() || only.contains(entry.standing().word())) {
        Commitment commitment = entry.commitment();
        rows.row(
            Cell.words(commitment.id()),
            Cell.words(commitment.deadline()),
            Cell.words(entry.standing().word()),
            Cell.words(entry.standing().describe()),
            Cell.words(commitment.parties()),
            Cell.words(commitment.instrument()),
            Cell.words(commitment.binding()),
            Cell.words(commitment.made()),
            Cell.words(commitment.deadlineBasis()),
            Cell.words(commitment.state()),
            Cell.words(commitment.stateDate()),
            Cell.words(commitment.url()),
            Cell.words(commitment.verification()),
            Cell.words(commitment.provenance().grade().name()),
            Cell.words(commitment.provenance().status().word()),
            Cell.words(commitment.provenance().source().toString()),
            Cell.words(commitment.promise()));
      }
    }
    return new Answer(
        new TreeMap<>(Map.of("asOf", asOf.toString())),
        List.of(rows.build()),
        List.of(
            OptionWords.tally(calendar.countByWord()),
            "The source of each row, and its mark of verification: --json."));
  }
}
