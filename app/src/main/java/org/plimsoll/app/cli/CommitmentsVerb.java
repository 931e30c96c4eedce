package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
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
      "  plimsoll commitments --ics commitments.ics",
      "",
      "A standing rests on dated events alone: world/hand/commitment_events.csv.",
      "unknown: past its date, and no event says what became of it."
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
      description =
          "Only these standings: kept, kept late, part kept, open, overdue, unknown, undated.")
  private List<String> only = List.of();

  @Option(
      names = "--ics",
      paramLabel = "FILE",
      description = {
        "Write when they fall due, are reviewed and expire as a calendar, iCalendar (RFC 5545)."
      })
  private Optional<Path> ics = Optional.empty();

  CommitmentsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    OptionWords.requireOneOf("--only", only, CommitmentList.WORDS);
    CommitmentList asked =
        new CommitmentList(asOf.map(day -> OptionWords.day("--as-of", day)), only);
    Optional<Output> file = ics.map(path -> Output.file("--ics", path));
    Evidence evidence = readWorld();
    if (file.isPresent()) {
      console.write(file.get(), asked.dates(evidence));
      if (!options.answer().asJson() && !options.answer().asFiles()) {
        return 0;
      }
    }
    return print(asked.answer(evidence), evidence);
  }
}
