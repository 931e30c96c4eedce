package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.session.Output;
import picocli.CommandLine.Option;

/** In which forms an answer is wanted: for verbs whose help comes with other options. */
class AnswerForms {
  @Option(
      names = "--json",
      description = "Answer as JSON, with every figure whole: docs/reference/answers.md.")
  private boolean json;

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description = "Write the tables as CSV into this folder, a file each.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--xlsx",
      paramLabel = "FILE",
      description = "Write the tables as a workbook, a sheet each.")
  private Optional<Path> xlsx = Optional.empty();

  /** What {@code --html} means without a file: no file has such a name. */
  private static final String NO_FILE = "?";

  @Option(
      names = "--html",
      arity = "0..1",
      fallbackValue = NO_FILE,
      paramLabel = "FILE",
      description = "Write the answer as a page.")
  private Optional<Path> html = Optional.empty();

  private Path page = Path.of("");
  private boolean isForOwner;

  /** Files that their owner alone may read. */
  static AnswerForms forOwner() {
    AnswerForms forms = new AnswerForms();
    forms.isForOwner = true;
    return forms;
  }

  final boolean asJson() {
    return json;
  }

  /** A file in the folder of {@code --csv}. */
  final Optional<Output> csv(String name) {
    return csv.map(folder -> place("--csv", folder.resolve(name)));
  }

  final Optional<Output> xlsx() {
    return xlsx.map(file -> place("--xlsx", file));
  }

  final Optional<Output> page() {
    return html().map(file -> place("--html", file));
  }

  private Output place(String option, Path file) {
    Output output = Output.file(option, file);
    return isForOwner ? output.forOwner() : output;
  }

  final Optional<Path> html() {
    return html.map(file -> file.equals(Path.of(NO_FILE)) ? page : file);
  }

  /** Where the page goes if {@code --html} names no file; a verb without such a place refuses. */
  final void usePage(Path file) {
    page = file;
  }

  /** Whether files are wanted, and no text. */
  final boolean asFiles() {
    return csv.isPresent() || xlsx.isPresent() || html.isPresent();
  }

  /**
   * Looks at the places that are named, before the work.
   *
   * @throws org.plimsoll.app.session.Refusal if one cannot be written
   */
  final void requirePlaces() {
    csv.ifPresent(folder -> Output.folder("--csv", folder));
    xlsx.ifPresent(file -> Output.file("--xlsx", file));
    html().ifPresent(file -> Output.file("--html", file, xlsx.stream().toArray(Path[]::new)));
  }
}
