package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.session.OptionWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll schedule check}. */
@Command(
    name = "check",
    description = {
      "Reads a schedule, or a folder of its versions, and shows its rules.",
      "Every fault comes with line and column. What may not be meant is said below them."
    },
    footer = {
      "  plimsoll schedule check out/schedule.yaml",
      "  plimsoll schedule check out/law --on 2027-03-01",
      "",
      "Keys: docs/reference/schedule-file.md. Exit codes: 0 sound, 2 a fault."
    })
final class ScheduleCheckVerb extends ConsoleVerb {
  @Parameters(arity = "1", paramLabel = "FILE", description = "A schedule, or a folder of them.")
  private Path file = Path.of("");

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Only the version in force on this day.")
  private Optional<String> on = Optional.empty();

  @Mixin private final AnswerOptions options = new AnswerOptions();

  ScheduleCheckVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return console.print(
        Schedules.check(Schedules.read(file), on.map(text -> OptionWords.day("--on", text))),
        options);
  }
}
