package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.plimsoll.app.border.CorrectAssessment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll correct}. */
@Command(
    name = "correct",
    description = {
      "Compares two assessments of the same entries, after an entry or the law was put right.",
      "Lists what each line owes more, or is to be paid back, of the levy and of other duties.",
      "Neither of the two is changed."
    },
    footer = {
      "  plimsoll assess corrected.csv --schedule schedule.yaml --out out/again",
      "  plimsoll correct out/run out/again --out out/corrections.csv",
      "",
      "Exit codes: 0 compared, 2 a folder without a complete run, or lines that stand twice."
    })
final class CorrectVerb extends ConsoleVerb {
  @Parameters(index = "0", paramLabel = "EARLIER", description = "Folder of the run paid by.")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "LATER", description = "Folder of the run owed by.")
  private Path later = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Lines that owe another amount; default: out/corrections.csv.")
  private Path out = Path.of("out", "corrections.csv");

  @Mixin private final AnswerOptions options = new AnswerOptions();

  CorrectVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    return console.print(new CorrectAssessment(earlier, later, out).answer(), options);
  }
}
