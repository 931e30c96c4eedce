package org.plimsoll.app.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.assess.AssessPage;
import org.plimsoll.app.assess.LevyText;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.files.run.Explained;
import org.plimsoll.border.files.run.QuotaFile;
import org.plimsoll.border.files.run.ResultsParquet;
import org.plimsoll.border.files.run.Sum;
import org.plimsoll.border.files.run.Totals;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.ContentText;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.levy.Step;
import org.plimsoll.model.quantity.CurrencyCode;
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
    footerHeading = "%nExamples:%n",
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
final class AssessVerb implements Callable<Integer> {
  private static final int SHOWN = 10;

  /** The exit code of a file of which a part is lost. */
  private static final int INCOMPLETE = 2;

  /** More than any machine has cores that a run can use; each has batches of its own in memory. */
  private static final int MOST_THREADS = 256;

  private static final String PAGE = "summary.html";

  /** What is written into the folder of a run. */
  private static final List<String> FIRST =
      List.of(AssessRun.RESULTS, AssessRun.REJECTS, AssessRun.MATERIAL_REJECTS);

  /** What is written when it has come to its end. */
  private static final List<String> LAST =
      List.of(QuotaFile.NAME, Duplicates.NAME, ResultsParquet.NAME, PAGE);

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

  @Option(names = "--json", description = "For programs; amounts as exact texts.")
  private boolean asJson;

  @Mixin final HelpOption help = new HelpOption();
  private final Session session;

  AssessVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw Refusal.of(
          "--threads is %d, but must be from 1 to %d".formatted(threads, MOST_THREADS),
          "leave it out");
    }
    if (explained.isPresent()) {
      Refusal.requireUse("--html", !html, "beside --explain, which writes nothing");
      Refusal.requireUse("--parquet", !parquet, "beside --explain, which writes nothing");
    } else {
      requirePlace();
    }
    ScheduleBook book = ScheduleCheckVerb.read(schedule);
    for (LevySchedule version : book.versions()) {
      version.listGaps().forEach(session.terminal().err()::println);
    }
    sayWhetherMaterialsAreAskedFor(book);
    if (quotas.isPresent() && !book.hasQuotas()) {
      session.terminal().err().println("No version of the schedule has a quota.");
    }
    session.terminal().err().flush();
    AssessRun plain = new AssessRun(book, threads, AssessRun.OFTEN);
    AssessRun withBills = materials.map(plain::withMaterials).orElse(plain);
    AssessRun run = quotas.map(withBills::withQuotas).orElse(withBills);
    EntryInput input =
        entries.equals("-") ? EntryInput.of("-", System.in) : EntryInput.of(Path.of(entries));
    return explained.isPresent()
        ? explain(run.explain(input, explained.get()), explained.get())
        : answer(run.run(input, out), book);
  }

  /** Looked at before the run, which may take long. */
  private void requirePlace() {
    Output folder = Output.folder("--out", out);
    List<Path> read = new ArrayList<>(List.of(schedule, Path.of(entries)));
    materials.ifPresent(read::add);
    quotas.ifPresent(read::add);
    for (Path file : read) {
      FIRST.forEach(name -> folder.requireOther(name, file));
      LAST.forEach(name -> folder.requireOther(name, file));
    }
    if (html) {
      Output.file("--html", out.resolve(PAGE));
    }
    for (String name : AssessRun.isBegun(out) ? List.<String>of() : LAST) {
      if (Files.exists(out.resolve(name))) {
        throw Refusal.of(
            out.resolve(name) + " is there already, and no run was begun in its folder",
            "name another folder with --out, or move it away");
      }
    }
  }

  private void sayWhetherMaterialsAreAskedFor(ScheduleBook book) {
    if (book.asksForMaterials() && materials.isEmpty()) {
      session
          .terminal()
          .err()
          .println(
              "The schedule exempts goods by their materials, and no bills are given: such claims"
                  + " stay unshown. Maybe add --materials FILE.");
    } else if (!book.asksForMaterials() && materials.isPresent()) {
      session
          .terminal()
          .err()
          .println(
              "No version of the schedule asks for materials: the bills decide nothing."
                  + " Maybe look at origin: under exempt.");
    }
  }

  private int answer(AssessRun.Report report, ScheduleBook book) throws IOException {
    List<String> remarks = new ArrayList<>();
    Totals totals = report.totals();
    if (report.resumedAt() > 0) {
      remarks.add("An earlier run had done %,d lines.".formatted(report.resumedAt()));
    }
    remarks.add(
        "%,d lines read: %,d assessed, %,d refused."
            .formatted(totals.read(), totals.assessed(), totals.refused()));
    remarks.add("Results: " + out.resolve(AssessRun.RESULTS));
    if (totals.refused() > 0) {
      remarks.add("Refused: " + out.resolve(AssessRun.REJECTS));
    }
    MaterialRows bills = report.materials();
    if (materials.isPresent()) {
      remarks.add(
          "%,d rows of bills of materials read: %,d kept, %,d refused%s."
              .formatted(
                  bills.read(),
                  bills.read() - bills.refused(),
                  bills.refused(),
                  bills.refused() == 0 ? "" : ": " + out.resolve(AssessRun.MATERIAL_REJECTS)));
    }
    if (book.hasQuotas()) {
      remarks.add("Quotas, for the entries that come next: " + out.resolve(QuotaFile.NAME));
    }
    long twice = Duplicates.write(out);
    if (twice > 0) {
      remarks.add(
          "%,d lines stand more than once, and each is assessed as often as it stands: %s"
              .formatted(twice, out.resolve(Duplicates.NAME)));
    }
    if (parquet) {
      remarks.add("Parquet: " + ResultsParquet.write(out));
    }
    if (html) {
      String page =
          AssessPage.of(report, book, entries, Duplicates.list(out, AssessPage.MOST_TWICE), twice)
              .render();
      remarks.add("Page: " + Output.file("--html", out.resolve(PAGE)).write(page));
    }
    CurrencyCode currency = book.versions().getFirst().currency();
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("read", Long.toString(totals.read()));
    facts.put("assessed", Long.toString(totals.assessed()));
    facts.put("refused", Long.toString(totals.refused()));
    facts.put("duplicates", Long.toString(twice));
    if (materials.isPresent()) {
      facts.put("materialRows", Long.toString(bills.read()));
      facts.put("materialRowsRefused", Long.toString(bills.refused()));
    }
    facts.put("currency", currency.code());
    List<Table> tables = new ArrayList<>();
    tables.add(sums("products", "By product", totals.products(), currency));
    tables.add(sums("origins", "By origin", totals.origins(), currency));
    tables.add(sums("importers", "By importer", totals.importers(), currency));
    tables.add(quotas(report, book));
    tables.add(counts("flags", "Flags", totals.flags()));
    tables.add(counts("refusals", "Refused, by column", totals.refusals()));
    tables.removeIf(table -> table.rows().isEmpty());
    String incomplete = incomplete(totals);
    if (!incomplete.isEmpty()) {
      facts.put("incomplete", incomplete);
      session.print(asJson ? "" : incomplete + "\n\n");
    }
    session.print(new Answer(facts, tables, remarks), asJson);
    if (!incomplete.isEmpty()) {
      return INCOMPLETE;
    }
    return totals.refused() == 0 && twice == 0 && bills.refused() == 0 ? 0 : 1;
  }

  /** What opens the answer if the file is broken; empty if it is whole. */
  private String incomplete(Totals totals) {
    return totals.brokenAfter().isEmpty()
        ? ""
        : "INCOMPLETE: %s breaks after line %,d, and what follows is lost. Maybe fetch it again."
            .formatted(entries, totals.brokenAfter().getAsLong());
  }

  /** All in JSON; in text those that owe most. */
  private Table sums(String key, String title, SortedMap<String, Sum> sums, CurrencyCode currency) {
    List<Map.Entry<String, Sum>> rows = LevyText.byLevy(sums);
    boolean isCut = !asJson && rows.size() > SHOWN;
    Answer.Builder table =
        Table.of(
            key,
            isCut ? "%s: the first %d of %,d".formatted(title, SHOWN, rows.size()) : title,
            new Column("name", "name"),
            new Column("lines", "lines"),
            new Column("contentKilograms", "content kg"),
            new Column("value", "value " + currency),
            new Column("otherDuties", "other duties"),
            new Column("levy", "levy " + currency));
    for (Map.Entry<String, Sum> row : isCut ? rows.subList(0, SHOWN) : rows) {
      Sum sum = row.getValue();
      table.row(
          Cell.words(row.getKey()),
          exact(LevyText.count(sum.lines()), Long.toString(sum.lines())),
          exact(LevyText.kilograms(sum), LevyText.plainKilograms(sum)),
          money(sum.valueMinor(), currency),
          money(sum.dutiesMinor(), currency),
          money(sum.levyMinor(), currency));
    }
    return table.build();
  }

  private Cell money(BigInteger minor, CurrencyCode currency) {
    return exact(LevyText.money(minor, currency), LevyText.plainMoney(minor, currency));
  }

  private Cell exact(String grouped, String plain) {
    return new Cell.Amount(asJson ? plain : grouped);
  }

  private static Table quotas(AssessRun.Report report, ScheduleBook book) {
    Answer.Builder table =
        Table.of(
            "quotas",
            "Quotas, kg of content with what earlier runs took",
            new Column("name", "name"),
            new Column("year", "year"),
            new Column("takenKilograms", "taken"),
            new Column("leftKilograms", "left"));
    report
        .quotasTaken()
        .forEach((quota, taken) ->
            table.row(
                Cell.words(quota.quota()),
                Cell.words(Integer.toString(quota.year())),
                new Cell.Amount(ContentText.of(taken)),
                new Cell.Amount(ContentText.of(book.leftMicrograms(quota, taken)))));
    return table.build();
  }

  private static Table counts(String key, String title, SortedMap<String, Long> counts) {
    Answer.Builder table =
        Table.of(key, title, new Column("name", "name"), new Column("lines", "lines"));
    counts.forEach(
        (name, count) -> table.row(Cell.words(name), new Cell.Amount(LevyText.count(count))));
    return table.build();
  }

  private int explain(List<Explained> found, String entry) {
    if (found.isEmpty()) {
      throw Refusal.of(
          "no line has the entry_id, or entry_id/line, '" + entry + "'",
          "compare the spelling, or assess the file without --explain: rejects.csv has the lines"
              + " of which nobody can say whose they are, each by its number in the file");
    }
    List<Table> tables = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (Explained line : found) {
      String name = line.name();
      Answer.Builder table =
          Table.of(
              "steps " + name,
              "Entry %s, line %d of the file, of %s".formatted(name, line.place(), line.date()),
              new Column("step", "step"),
              new Column("result", "result"),
              new Column("how", "how"));
      for (Step step : line.steps()) {
        table.row(Cell.words(step.word()), Cell.words(step.result()), Cell.words(step.how()));
      }
      tables.add(table.build());
      remarks.add(
          name
              + ": "
              + switch (line.outcome()) {
                case Assessed.Levied(var a) ->
                    "owes %s by rule %s, version %s%s"
                        .formatted(
                            a.levy(),
                            a.ruleId().isEmpty() ? "(none)" : a.ruleId(),
                            a.ruleVersion(),
                            a.flags().bits() == 0 ? "" : "; flags: " + a.flags());
                case Assessed.NotLevied(var refused) ->
                    "refused: " + refused.column().word() + " " + refused.reason();
              });
    }
    return session.print(new Answer(new TreeMap<>(), tables, remarks), asJson);
  }
}
