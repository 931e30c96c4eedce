package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.files.run.FirstLines;
import org.plimsoll.border.files.run.Sum;
import org.plimsoll.border.files.run.Totals;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;

/** A run over entries as one page: what is owed, by whom, what was refused, and by which law. */
final class AssessPage {
  /** Importers with a row of their own; the results have all. */
  private static final int MOST_IMPORTERS = 50;

  /** Lines that were refused, or stand more than once, with a row of their own; a file has all. */
  private static final int MOST_LISTED = 50;

  /** Lines of each flag with a row of their own; the results have all. */
  private static final int MOST_FLAGGED = 5;

  private final AssessRun.Report report;
  private final ScheduleBook book;
  private final Listed listed;
  private final LevyTables tables;

  private AssessPage(AssessRun.Report report, ScheduleBook book, Listed listed) {
    this.report = report;
    this.book = book;
    this.listed = listed;
    tables = new LevyTables(report, book);
  }

  /**
   * The page; equal runs give equal bytes.
   *
   * @param entries as the caller named them
   * @param folder of the run, whose lines that stand more than once are listed already
   * @param twice how many of them there are
   */
  static Page of(
      AssessRun.Report report, ScheduleBook book, String entries, Path folder, long twice)
      throws IOException {
    return new AssessPage(report, book, Listed.in(folder, report.totals(), twice)).page(entries);
  }

  /** What is owed so far, of a run that goes on. */
  static Page soFar(AssessRun.Report report, ScheduleBook book, String entries) {
    AssessPage page = new AssessPage(report, book, Listed.NONE);
    return new Page(
        "Levies on " + entries,
        "So far: the run goes on",
        page.particulars(),
        page.sums(),
        List.of(),
        "");
  }

  /**
   * Lines of their own.
   *
   * @param twice the first of the lines that stand more than once
   * @param countTwice how many of them there are
   * @param rejected the first of those that were refused
   * @param flagged the first of each flag
   */
  private record Listed(
      List<Duplicates.Twice> twice,
      long countTwice,
      List<FirstLines.Rejected> rejected,
      List<FirstLines.Flagged> flagged) {
    static final Listed NONE = new Listed(List.of(), 0, List.of(), List.of());

    static Listed in(Path folder, Totals totals, long twice) throws IOException {
      return new Listed(
          Duplicates.list(folder, MOST_LISTED),
          twice,
          totals.refused() == 0 ? List.of() : FirstLines.rejected(folder, MOST_LISTED),
          FirstLines.flagged(folder, totals.flags().keySet(), MOST_FLAGGED));
    }
  }

  private Page page(String entries) {
    LevySchedule first = book.versions().getFirst();
    List<Section> sections = new ArrayList<>(sums());
    sections.add(new Section("twice", "What stands more than once", standingTwice()));
    sections.add(new Section("law", "The law that was applied", law()));
    return new Page(
        "Levies on " + entries,
        Incomplete.sentence(entries, report.totals().brokenAfter())
            .orElse("What each line owes under schedule " + first.id() + ", added up exactly"),
        particulars(),
        sections,
        List.of(),
        "Made by Plimsoll. The same entries under the same schedule give the same page.");
  }

  private List<Section> sums() {
    return List.of(
        new Section("owed", "What is owed", owed()),
        new Section("flags", "What to look at", looked()),
        new Section("refused", "What was refused", refused()));
  }

  private List<Page.Particular> particulars() {
    Totals totals = report.totals();
    MaterialRows materials = report.materials();
    List<Page.Particular> particulars = new ArrayList<>();
    particulars.add(new Page.Particular("Lines read", count(totals.read())));
    particulars.add(new Page.Particular("Assessed", count(totals.assessed())));
    particulars.add(new Page.Particular("Refused", count(totals.refused())));
    particulars.add(new Page.Particular("Standing more than once", count(listed.countTwice())));
    if (materials.read() > 0) {
      particulars.add(new Page.Particular("Rows of bills of materials", count(materials.read())));
      particulars.add(new Page.Particular("Of them refused", count(materials.refused())));
    }
    particulars.add(new Page.Particular("Currency", tables.currency().code()));
    return particulars;
  }

  private static String count(long things) {
    return new Cell.Count(things).text();
  }

  private List<Block> owed() {
    Totals totals = report.totals();
    Sum whole = totals.whole();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        KeyFigures.of(
            new KeyFigures.Item(
                "Levies",
                Inline.text(tables.money(whole.levyMinor())),
                "on " + count(totals.assessed()) + " lines"),
            new KeyFigures.Item(
                "Customs value",
                Inline.text(tables.money(whole.valueMinor())),
                "of goods that a rule covers, on the schedule's basis"),
            new KeyFigures.Item(
                "Other duties",
                Inline.text(tables.money(whole.dutiesMinor())),
                "levied or declared beside them")));
    blocks.addAll(AnswerHtml.blocks(tables.products()));
    blocks.addAll(AnswerHtml.blocks(tables.origins()));
    blocks.addAll(AnswerHtml.blocks(tables.importers().first(MOST_IMPORTERS)));
    return blocks;
  }

  private List<Block> looked() {
    if (tables.flags().isEmpty()) {
      return List.of(Paragraph.text("No line has a flag."));
    }
    List<Block> blocks =
        said(
            tables.flags(),
            "A flag says what a reader should know of a line; it is no verdict."
                + " What each means is in docs/reference/entries.md.");
    if (!listed.flagged().isEmpty()) {
      blocks.addAll(AnswerHtml.blocks(tables.flagged(listed.flagged(), MOST_FLAGGED)));
    }
    return blocks;
  }

  private static List<Block> said(Table<?> table, String before) {
    List<Block> blocks = new ArrayList<>(List.of(Paragraph.text(before)));
    blocks.addAll(AnswerHtml.blocks(table));
    return blocks;
  }

  private List<Block> refused() {
    List<Block> blocks = new ArrayList<>();
    if (tables.refusals().isEmpty()) {
      blocks.add(Paragraph.text("Nothing: every line could be assessed."));
    } else {
      blocks.addAll(
          said(
              tables.refusals(),
              "These lines are in rejects.csv, each with its place and the reason. They owe nothing"
                  + " yet: put right, they are assessed as entries of their own."));
      if (!listed.rejected().isEmpty()) {
        blocks.addAll(
            AnswerHtml.blocks(tables.rejected(listed.rejected(), report.totals().refused())));
      }
    }
    if (report.materials().refused() > 0) {
      blocks.add(
          Paragraph.text(
              count(report.materials().refused())
                  + " rows of bills of materials were refused too: they are in"
                  + " materials-rejects.csv, each with its place and the reason. A row takes its"
                  + " bill with it, and the line is assessed as one without a bill: look there"
                  + " first where a claim of origin was not shown."));
    }
    return blocks;
  }

  private List<Block> standingTwice() {
    if (listed.countTwice() == 0) {
      return List.of(Paragraph.text("Nothing: every entry_id and line stands once."));
    }
    return said(
        tables.twice(listed.twice(), listed.countTwice()),
        "Each of these lines was assessed as often as it stands, since nobody but an officer"
            + " can say which is meant; the sums above hold all of them. Rows are those of"
            + " results.csv, where the header is row 1. All are in duplicates.csv.");
  }

  private List<Block> law() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Bullets(
            false, book.versions().stream().map(AssessPage::sentence).map(Inline::text).toList()));
    blocks.addAll(AnswerHtml.blocks(Schedules.rules(book.versions())));
    if (!tables.quotas().isEmpty()) {
      blocks.addAll(AnswerHtml.blocks(tables.quotas()));
    }
    return blocks;
  }

  private static String sentence(LevySchedule version) {
    return "Version %s, in force from %s%s: values %s in %s, codes of HS %s. %s"
        .formatted(
            version.version(),
            CalendarText.of(version.from()),
            version.until().map(until -> " until before " + CalendarText.of(until)).orElse(""),
            version.basis(),
            version.currency(),
            version.hsEdition(),
            version.title());
  }
}
