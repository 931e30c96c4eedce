package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.ScheduleFile;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.levy.ScheduleCheck;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.quantity.PricePerKilogram;
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
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll schedule check out/schedule.yaml",
      "  plimsoll schedule check out/law --on 2027-03-01",
      "",
      "Keys: docs/reference/schedule-file.md. Exit codes: 0 sound, 2 a fault."
    })
final class ScheduleCheckVerb implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "FILE", description = "A schedule, or a folder of them.")
  private Path file = Path.of("");

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Only the version in force on this day.")
  private Optional<String> on = Optional.empty();

  @Option(names = "--json", description = "For programs.")
  private boolean asJson;

  @Mixin final HelpOption help = new HelpOption();
  private final Console console;

  ScheduleCheckVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ScheduleBook book = read(file);
    Optional<LocalDate> day = on.map(text -> OptionWords.day("--on", text));
    List<LevySchedule> versions = day.map(date -> inForce(book, date)).orElse(book.versions());
    List<String> remarks = new ArrayList<>();
    Answer.Builder table =
        Table.of(
            "rules",
            "Rules",
            new Column("version", "version"),
            new Column("from", "from"),
            new Column("until", "until before"),
            new Column("rule", "rule"),
            new Column("product", "product"),
            new Column("codes", "codes"),
            new Column("basis", "basis"),
            new Column("instrument", "instrument"),
            new Column("pricePerKilogram", "price a kg"),
            new Column("reference", "reference"));
    for (LevySchedule version : versions) {
      remarks.addAll(version.listGaps());
      remarks.addAll(ScheduleCheck.listDoubts(version));
      for (LevyRule rule : version.rules()) {
        table.row(
            Cell.words(version.version()),
            Cell.words(version.from().toString()),
            Cell.words(version.until().map(LocalDate::toString).orElse("")),
            Cell.words(rule.id()),
            Cell.words(rule.product().toString()),
            new Cell.Names(rule.codes()),
            Cell.words(rule.basis()),
            Cell.words(rule.instrument().word()),
            Cell.words(
                rule.instrument().findReferencePrice().map(PricePerKilogram::toString).orElse("")),
            Cell.words(rule.reference()));
      }
    }
    return console.print(new Answer(new TreeMap<>(), List.of(table.build()), remarks), asJson);
  }

  private static List<LevySchedule> inForce(ScheduleBook book, LocalDate day) {
    return List.of(
        book.find(day)
            .orElseThrow(() ->
                Refusal.of(
                    "no version of schedule %s is in force on %s: %s"
                        .formatted(
                            book.versions().getFirst().id(),
                            day,
                            String.join(
                                ", ",
                                book.versions().stream()
                                    .map(ScheduleCheckVerb::sentence)
                                    .toList())),
                    "name a day of one of them")));
  }

  private static String sentence(LevySchedule version) {
    return "%s from %s%s"
        .formatted(
            version.version(),
            version.from(),
            version.until().map(until -> " until before " + until).orElse(""));
  }

  /**
   * The versions in a file or folder.
   *
   * @throws Refusal with every fault
   */
  static ScheduleBook read(Path file) {
    Loaded<Optional<ScheduleBook>> loaded = ScheduleFile.readBook(file);
    return loaded
        .value()
        .orElseThrow(() -> Refusal.ofIssues("the schedule " + file, loaded.issues()));
  }
}
