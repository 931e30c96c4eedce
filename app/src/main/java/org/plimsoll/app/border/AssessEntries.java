package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.files.run.Explained;
import org.plimsoll.border.files.run.QuotaFile;
import org.plimsoll.border.files.run.ResultsParquet;
import org.plimsoll.border.files.run.Totals;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.levy.Step;

/**
 * Assesses customs entries by a schedule: what is owed on each line, exactly.
 *
 * @param name of the entries: their file, or - for standard input
 * @param schedule a file, or a folder of versions
 * @param rates of exchange beside those of the schedule
 * @param materials bills of materials
 * @param quotas what earlier runs took of quotas
 * @param out folder of the results
 * @param html whether to write a page as well
 * @param parquet whether to write the results in Parquet as well
 * @param threads that assess
 */
public record AssessEntries(
    String name,
    Path schedule,
    Optional<Path> rates,
    Optional<Path> materials,
    Optional<Path> quotas,
    Path out,
    boolean html,
    boolean parquet,
    int threads) {
  private static final int SHOWN = 10;

  /** More than any machine has cores that a run can use; each has batches of its own in memory. */
  private static final int MOST_THREADS = 256;

  private static final String PAGE = "summary.html";

  /** What is written into the folder of a run. */
  private static final List<String> FIRST =
      List.of(AssessRun.RESULTS, AssessRun.REJECTS, AssessRun.MATERIAL_REJECTS);

  /** What is written when it has come to its end. */
  private static final List<String> LAST =
      List.of(QuotaFile.NAME, Duplicates.NAME, ResultsParquet.NAME, PAGE);

  public AssessEntries {
    if (threads < 1 || threads > MOST_THREADS) {
      throw Refusal.of(
          "--threads is %d, but must be from 1 to %d".formatted(threads, MOST_THREADS),
          "leave it out");
    }
  }

  /**
   * What came of a run.
   *
   * @param isClean whether every line is assessed and stands once, and every bill is kept
   * @param page if one was asked for
   */
  public record Done(Answer answer, boolean isClean, Optional<Page> page) {}

  /** Looks on while a run goes. */
  public interface Watcher {
    /**
     * Is told behind every batch, by the thread that writes; what it throws stops the run, which
     * goes on when it is asked for again.
     *
     * @param read lines so far
     * @param page of the sums so far, which is made now or never
     */
    void at(long read, Supplier<Page> page);
  }

  /**
   * Assesses them.
   *
   * @param aside is told what the reader should know of the schedule
   * @throws Refusal if a place cannot be written, before the work, or a file has a fault
   */
  public Done run(EntryInput input, Consumer<String> aside) throws IOException {
    return run(input, aside, (read, page) -> {});
  }

  /** The same while somebody looks on. */
  public Done run(EntryInput input, Consumer<String> aside, Watcher watcher) throws IOException {
    requirePlaces();
    ScheduleBook book = book(aside);
    AssessRun run =
        prepared(book)
            .watchedBy(soFar ->
                watcher.at(soFar.totals().read(), () -> AssessPage.soFar(soFar, book, name)));
    return done(run.run(input, out), book);
  }

  /**
   * Every step of one entry; writes nothing.
   *
   * @param entry its entry_id, or entry_id/line
   */
  public Answer explain(EntryInput input, String entry, Consumer<String> aside) throws IOException {
    Refusal.requireUse("--html", !html, "beside --explain, which writes nothing");
    Refusal.requireUse("--parquet", !parquet, "beside --explain, which writes nothing");
    AssessRun.Explanations explained = prepared(book(aside)).explain(input, entry);
    List<Explained> found = explained.lines();
    if (found.isEmpty()) {
      throw Refusal.of(
          Incomplete.sentence(name, explained.brokenAfter()).map(said -> said + "\n").orElse("")
              + "no line has the entry_id, or entry_id/line, '"
              + entry
              + "'",
          "compare the spelling, or assess the file without --explain: rejects.csv has the lines"
              + " of which nobody can say whose they are, each by its number in the file");
    }
    List<Explanation> steps = new ArrayList<>();
    found.forEach(line -> line.steps().forEach(step -> steps.add(new Explanation(line, step))));
    return Incomplete.mark(Answer.of("Entry " + entry), name, explained.brokenAfter())
        .with(
            Table.of("steps", "Entry " + entry + ", step by step", steps)
                .words("entry", "entry", e -> e.line().name())
                .count("place", "", e -> e.line().place())
                .words("date", "", e -> e.line().date())
                .words("step", "step", e -> e.step().word())
                .words("result", "result", e -> e.step().result())
                .words("how", "how", e -> e.step().how()))
        .remark(found.stream().map(AssessEntries::outcome).toList());
  }

  private record Explanation(Explained line, Step step) {}

  private static String outcome(Explained line) {
    return "%s, line %d of the file, of %s: %s"
        .formatted(
            line.name(),
            line.place(),
            line.date(),
            switch (line.outcome()) {
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

  private AssessRun prepared(ScheduleBook book) {
    AssessRun plain = new AssessRun(book, threads, AssessRun.OFTEN);
    AssessRun withBills = materials.map(plain::withMaterials).orElse(plain);
    return quotas.map(withBills::withQuotas).orElse(withBills);
  }

  /** Looked at before the run, which may take long. */
  private void requirePlaces() {
    Output folder = Output.folder("--out", out);
    List<Path> read = new ArrayList<>(List.of(schedule, Path.of(name)));
    rates.ifPresent(read::add);
    materials.ifPresent(read::add);
    quotas.ifPresent(read::add);
    for (Path file : read) {
      FIRST.forEach(written -> folder.requireOther(written, file));
      LAST.forEach(written -> folder.requireOther(written, file));
    }
    if (html) {
      Output.file("--html", out.resolve(PAGE));
    }
    for (String written : AssessRun.isBegun(out) ? List.<String>of() : LAST) {
      if (Files.exists(out.resolve(written))) {
        throw Refusal.of(
            out.resolve(written) + " is there already, and no run was begun in its folder",
            "name another folder with --out, or move it away");
      }
    }
  }

  private ScheduleBook book(Consumer<String> aside) {
    ScheduleBook book = Schedules.read(schedule, rates);
    for (LevySchedule version : book.versions()) {
      version.listGaps().forEach(aside);
    }
    if (book.asksForMaterials() && materials.isEmpty()) {
      aside.accept(
          "The schedule exempts goods by their materials, and no bills are given: such claims"
              + " stay unshown. Maybe add --materials FILE.");
    } else if (!book.asksForMaterials() && materials.isPresent()) {
      aside.accept(
          "No version of the schedule asks for materials: the bills decide nothing."
              + " Maybe look at origin: under exempt.");
    }
    if (quotas.isPresent() && !book.hasQuotas()) {
      aside.accept("No version of the schedule has a quota.");
    }
    return book;
  }

  private Done done(AssessRun.Report report, ScheduleBook book) throws IOException {
    List<String> remarks = new ArrayList<>();
    Totals totals = report.totals();
    LevyTables tables = new LevyTables(report, book);
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
    if (book.hasQuotas() && totals.brokenAfter().isPresent()) {
      remarks.add(
          "No %s: nobody knows what the lost lines take of the quotas.".formatted(QuotaFile.NAME));
    } else if (book.hasQuotas()) {
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
    Optional<Page> page = Optional.empty();
    if (html) {
      Page made = AssessPage.of(report, book, name, out, twice);
      remarks.add("Page: " + Output.file("--html", out.resolve(PAGE)).write(made.render()));
      page = Optional.of(made);
    }
    Answer answer =
        Answer.of("Assessment of " + name)
            .fact("read", totals.read())
            .fact("assessed", totals.assessed())
            .fact("refused", totals.refused())
            .fact("duplicates", twice)
            .fact("currency", tables.currency().code());
    answer = Incomplete.mark(answer, name, totals.brokenAfter());
    if (materials.isPresent()) {
      answer =
          answer.fact("materialRows", bills.read()).fact("materialRowsRefused", bills.refused());
    }
    return new Done(
        answer
            .with(
                tables.products().first(SHOWN).ifAny(),
                tables.origins().first(SHOWN).ifAny(),
                tables.importers().first(SHOWN).ifAny(),
                tables.quotas().ifAny(),
                tables.flags().ifAny(),
                tables.refusals().ifAny())
            .remark(remarks),
        totals.refused() == 0 && twice == 0 && bills.refused() == 0,
        page);
  }
}
