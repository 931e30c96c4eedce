package org.plimsoll.app.cli;

import java.nio.file.Path;
import org.plimsoll.app.border.Schedules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll schedule diff}. */
@Command(
    name = "diff",
    description = "What one version of a schedule says otherwise than another, key by key.",
    footer = "  plimsoll schedule diff schedules/2027-1.yaml schedules/2027-2.yaml")
final class ScheduleDiffVerb extends ConsoleVerb {
  @Parameters(index = "0", paramLabel = "EARLIER", description = "A version.")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "LATER", description = "Another.")
  private Path later = Path.of("");

  @Mixin private final AnswerOptions options = new AnswerOptions();

  ScheduleDiffVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return console.print(Schedules.diff(earlier, later), options);
  }
}
