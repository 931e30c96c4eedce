package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.border.AssessEntries;
import org.plimsoll.border.files.input.EntryInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll assess}. */
@Command(
    name = "assess",
    description = {
      "Assesses customs entries by a schedule: what is owed on each line, exactly.",
      "Sums are by product, origin and importer. Lines that cannot be assessed go to rejects.csv,",
      "and the run goes on. A run that was stopped goes on where it was; one that is complete does",
      "nothing."
    },
    footer = {
      "  plimsoll assess entries.csv --schedule schedule.yaml --out out/run --html",
      "  plimsoll assess entries.parquet --schedule schedules/ --out out/run --parquet",
      "  plimsoll assess entries.csv --schedule schedule.yaml --explain E17",
      "  plimsoll assess entries.csv --schedule schedule.yaml --materials bills.csv",
      "  plimsoll assess april.csv --schedule schedule.yaml --quotas out/march/quotas.csv",
      "  zcat entries.jsonl.gz | plimsoll assess - --schedule schedule.yaml --out out/run",
      "",
      "Columns: docs/reference/entries.md. Exit codes: 0 all lines assessed, 1 some refused",
      "or standing twice, or rows of materials refused, 2 a fault in the schedule or a file, or a",
      "file of entries that breaks off."
    })
final class AssessVerb extends ConsoleVerb {
  @Parameters(
      arity = "1",
      paramLabel = "ENTRIES",
      description = "CSV, JSON lines or Parquet, packed with gzip or not; - is standard input.")
  private String entries = "";

  @Option(
      names = "--schedule",
      required = true,
      paramLabel = "FILE",
      description = "A schedule, or a folder of its versions.")
  private Path schedule = Path.of("");

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "Rates of exchange beside those of the schedule: currency,from,rate.")
  private Optional<Path> rates = Optional.empty();

  @Option(
      names = "--materials",
      paramLabel = "FILE",
      description = {
        "Bills of materials, CSV, for schedules that exempt goods by tariff shift or regional",
        "value."
      })
  private Optional<Path> materials = Optional.empty();

  @Option(
      names = "--quotas",
      paramLabel = "FILE",
      description = {
        "What earlier runs took of quotas: quotas.csv of the run over the entries before these.",
        "Without it every quota is whole. First come is the order of the file."
      })
  private Optional<Path> quotas = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results; default: out/assess.")
  private Path out = Path.of("out", "assess");

  @Option(
      names = "--explain",
      paramLabel = "ENTRY",
      description = "Every step for this entry_id, or entry_id/line; writes nothing.")
  private Optional<String> explained = Optional.empty();

  @Option(names = "--html", description = "Also a page to read: summary.html in the folder.")
  private boolean html;

  @Option(names = "--parquet", description = "Also the results in Parquet.")
  private boolean parquet;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that assess; default: one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "For programs; amounts with every digit.")
  private boolean asJson;

  @Mixin final HelpOption help = new HelpOption();

  AssessVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    AssessEntries asked =
        new AssessEntries(entries, schedule, rates, materials, quotas, out, html, parquet, threads);
    EntryInput input =
        entries.equals("-") ? EntryInput.of("-", System.in) : EntryInput.of(Path.of(entries));
    Consumer<String> aside = remark -> console.aside(List.of(remark));
    if (explained.isPresent()) {
      Answer answer = asked.explain(input, explained.get(), aside);
      return console.print(answer, asJson);
    }
    AssessEntries.Done done = asked.run(input, aside);
    int code = console.print(done.answer(), asJson);
    return code == 0 && !done.isClean() ? 1 : code;
  }
}
