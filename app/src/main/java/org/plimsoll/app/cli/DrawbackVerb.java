package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.border.PayBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll drawback}. */
@Command(
    name = "drawback",
    description = {
      "Pays back levy and duties on goods that leave again.",
      "Each export is held against the line of a run by which they were paid, in the order of the",
      "file. All parts of a line together get exactly the levy that was paid, and the duties for",
      "which the schedule allows drawback; no more can leave than came in. What was paid back",
      "before is known only from the lists of then."
    },
    footer = {
      "  plimsoll drawback january.csv --run out/run --out out/january-refunds.csv",
      "  plimsoll drawback may.csv --run out/run --earlier out/january-refunds.csv",
      "",
      "Columns of exports: entry_id,line,export_id,net_mass_kg. An export_id is paid back once on",
      "a line. Exit codes: 0 all paid back, 1 some refused, 2 a fault in a file, or a run that is",
      "not complete."
    })
final class DrawbackVerb extends ConsoleVerb {
  @Parameters(arity = "1", paramLabel = "EXPORTS", description = "CSV of what left again.")
  private Path exports = Path.of("");

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the run by which the levies were paid.")
  private Path run = Path.of("");

  @Option(
      names = "--earlier",
      paramLabel = "FILE",
      description = "List of a drawback before; once for each that there was.")
  private List<Path> earlier = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "What is paid back on each, a new file; default: out/refunds.csv.")
  private Path out = Path.of("out", "refunds.csv");

  @Mixin private final AnswerOptions options = new AnswerOptions();

  DrawbackVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    PayBack.Done done = new PayBack(exports, run, earlier, out).pay();
    int code = console.print(done.answer(), options);
    return code == 0 && !done.isClean() ? 1 : code;
  }
}
