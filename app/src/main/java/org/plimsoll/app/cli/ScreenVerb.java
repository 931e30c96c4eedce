package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.border.ScreenEntries;
import org.plimsoll.app.border.ScreenTrade;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll screen}. */
@Command(
    name = "screen",
    description = {
      "Which entries to look at first, with the figures behind it and what else may explain them.",
      "Evidence, never a verdict: a flag asks for proof, it does not replace a declared value. A",
      "control sample is drawn at random, so that what inspections find can be compared."
    },
    footer = {
      "  plimsoll screen entries.csv --since 2027-07-01",
      "  plimsoll screen out/entries.csv --since 2027-07-01 --truth out/entries.csv.truth.csv",
      "  plimsoll screen out/entries.csv --schedule examples/border/schedule-made-up.yaml",
      "      --rates out/entries.csv.rates.csv --out out/screen --html",
      "  plimsoll screen --trade examples/border/trade-antimony.csv --restricted CHN --since 2025",
      "  plimsoll screen --mirror mirror.csv",
      "",
      "Method: docs/method/screening.md. Memory grows with the lines."
    })
final class ScreenVerb extends WorldVerb {
  @Parameters(
      arity = "0..1",
      paramLabel = "ENTRIES",
      description = "CSV, JSON lines or Parquet, packed with gzip or not; - is standard input.")
  private String entries = "";

  @Option(
      names = "--trade",
      paramLabel = "FILE",
      description = "A table of trade in place of entries; needs --restricted and --since.")
  private Optional<Path> trade = Optional.empty();

  @Option(
      names = "--mirror",
      paramLabel = "FILE",
      description = {
        "A table of what both sides declare, in place of entries: whether goods go missing as",
        "duty rises."
      })
  private Optional<Path> mirror = Optional.empty();

  @Option(
      names = "--restricted",
      paramLabel = "CODE",
      description = "With --trade: the exporter that the measure is about.")
  private Optional<String> restricted = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = {
        "First day of a measure: looks for origins that grow as others fall. With --trade the",
        "first period, as the table writes it."
      })
  private Optional<String> since = Optional.empty();

  @Option(names = "--top", paramLabel = "N", description = "Lines to show; default: 20.")
  private int top = 20;

  @Option(
      names = "--control",
      paramLabel = "N",
      description = "Lines of the control sample; default: 20.")
  private int control = 20;

  @Option(names = "--seed", paramLabel = "N", description = "Of the control sample; default: 1.")
  private long seed = 1;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "What was planted, or what inspections found: precision and recall at k.")
  private Optional<Path> truth = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "FILE",
      description = {
        "With entries: a schedule, or a folder of its versions. Lines come by the levy at stake,",
        "goods under no measure last."
      })
  private Optional<Path> schedule = Optional.empty();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "With --schedule: rates of exchange beside its own, currency,from,rate.")
  private Optional<Path> rates = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "With --schedule: folder for screen.csv, and for screen.html with --html alone."
      })
  void setOut(Path folder) {
    out = Optional.of(folder);
    options.answer().usePage(folder.resolve("screen.html"));
  }

  private Optional<Path> out = Optional.empty();

  ScreenVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    int inputs =
        (entries.isEmpty() ? 0 : 1) + (trade.isPresent() ? 1 : 0) + (mirror.isPresent() ? 1 : 0);
    if (inputs != 1) {
      throw Refusal.of(
          "screen needs a file of entries, or --trade or --mirror with a table",
          "name one of them");
    }
    Refusal.requireUse(
        "--restricted", restricted.isEmpty() || trade.isPresent(), "without --trade");
    Refusal.requireUse("--since", since.isEmpty() || mirror.isEmpty(), "beside --mirror");
    Refusal.requireUse("--truth", truth.isEmpty() || !entries.isEmpty(), "without entries");
    Refusal.requireUse("--schedule", schedule.isEmpty() || !entries.isEmpty(), "without entries");
    Refusal.requireUse("--rates", rates.isEmpty() || schedule.isPresent(), "without --schedule");
    Refusal.requireUse("--out", out.isEmpty() || schedule.isPresent(), "without --schedule");
    out.ifPresent(folder -> Output.folder("--out", folder));
    if (mirror.isPresent()) {
      return console.print(ScreenTrade.ofMirror(mirror.get(), top), options.answer());
    }
    if (trade.isPresent()) {
      if (restricted.isEmpty() || since.isEmpty()) {
        throw Refusal.of(
            "--trade needs the exporter and the first period of the measure",
            "add --restricted CHN --since 2025");
      }
      ScreenTrade asked = new ScreenTrade(trade.get(), restricted.get(), since.get());
      Evidence evidence = readWorld();
      return print(asked.answer(evidence), evidence);
    }
    ScreenEntries asked =
        new ScreenEntries(
            since.map(text -> OptionWords.day("--since", text)), top, control, seed, truth);
    Optional<ScheduleBook> book = schedule.map(file -> Schedules.read(file, rates));
    Evidence evidence = readWorld();
    EntryInput input =
        entries.equals("-") ? EntryInput.of("-", System.in) : EntryInput.of(Path.of(entries));
    ScreenEntries.Screened screened = asked.screened(input, evidence, book);
    if (book.isEmpty()) {
      return print(screened.answer(), evidence);
    }
    Answer answer = screened.answer();
    if (out.isPresent()) {
      Output lines = Output.file("--out", out.get().resolve("screen.csv"));
      answer = answer.remark("Lines: " + lines.write(screened.csv()));
    }
    return console.print(answer, options.answer(), () -> screened.page().render());
  }
}
