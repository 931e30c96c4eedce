package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll commitments}. */
@Command(
    name = "commitments",
    description = "What was promised, by when, and what became of it.",
    footer = {
      "  plimsoll commitments",
      "  plimsoll commitments --only overdue,unknown",
      "  plimsoll commitments --as-of 2026-03-20 --json",
      "",
      "unknown: past its date, with no evidence from after that date."
    })
final class CommitmentsVerb extends WorldVerb {
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

  CommitmentsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    OptionWords.requireOneOf("--only", only, CommitmentList.WORDS);
    CommitmentList asked =
        new CommitmentList(asOf.map(day -> OptionWords.day("--as-of", day)), only);
    Evidence evidence = readWorld();
    return print(asked.answer(evidence), evidence);
  }
}
