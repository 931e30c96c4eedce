package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.ScheduleDiff;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll schedule diff}. */
@Command(
    name = "diff",
    description = "What one version of a schedule says otherwise than another, key by key.",
    footerHeading = "%nExamples:%n",
    footer = "  plimsoll schedule diff schedules/2027-1.yaml schedules/2027-2.yaml")
final class ScheduleDiffVerb implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "EARLIER", description = "A version.")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "LATER", description = "Another.")
  private Path later = Path.of("");

  @Option(names = "--json", description = "For programs.")
  private boolean asJson;

  @Mixin final HelpOption help = new HelpOption();
  private final Console console;

  ScheduleDiffVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Answer.Builder table =
        Table.of(
            "changes",
            "Changes",
            new Column("place", "where"),
            new Column("before", "before"),
            new Column("after", "after"));
    List<ScheduleDiff.Change> changes = ScheduleDiff.between(only(earlier), only(later));
    for (ScheduleDiff.Change change : changes) {
      table.row(
          Cell.words(change.place()), Cell.words(change.before()), Cell.words(change.after()));
    }
    return console.print(
        new Answer(
            new TreeMap<>(),
            changes.isEmpty() ? List.of() : List.of(table.build()),
            changes.isEmpty() ? List.of("The two say the same.") : List.of()),
        asJson);
  }

  private static LevySchedule only(Path file) {
    ScheduleBook book = ScheduleCheckVerb.read(file);
    if (book.versions().size() > 1) {
      throw Refusal.of(
          file + " holds " + book.versions().size() + " versions", "name the file of one of them");
    }
    return book.versions().getFirst();
  }
}
