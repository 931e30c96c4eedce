package org.plimsoll.app.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.files.run.Sum;
import org.plimsoll.border.files.run.Totals;
import org.plimsoll.border.levy.ContentText;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;

/** A run over entries as one page: what is owed, by whom, what was refused, and by which law. */
public final class AssessPage {
  /** Importers with a row of their own; the results have all. */
  private static final int MOST_IMPORTERS = 50;

  /** Lines that stand more than once with a row of their own; their list has all. */
  public static final int MOST_TWICE = 50;

  private final AssessRun.Report report;
  private final ScheduleBook book;
  private final List<Duplicates.Twice> twice;
  private final long countTwice;
  private final CurrencyCode currency;

  private AssessPage(
      AssessRun.Report report, ScheduleBook book, List<Duplicates.Twice> twice, long countTwice) {
    this.report = report;
    this.book = book;
    this.twice = List.copyOf(twice);
    this.countTwice = countTwice;
    currency = book.versions().getFirst().currency();
  }

  /**
   * The page; equal runs give equal bytes.
   *
   * @param entries as the caller named them
   * @param twice the first of the lines that stand more than once
   * @param countTwice how many of them there are
   */
  public static Page of(
      AssessRun.Report report,
      ScheduleBook book,
      String entries,
      List<Duplicates.Twice> twice,
      long countTwice) {
    return new AssessPage(report, book, twice, countTwice).page(entries);
  }

  private Page page(String entries) {
    LevySchedule first = book.versions().getFirst();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("owed", "What is owed", owed()));
    sections.add(new Section("flags", "What to look at", looked()));
    sections.add(new Section("refused", "What was refused", refused()));
    sections.add(new Section("twice", "What stands more than once", standingTwice()));
    sections.add(new Section("law", "The law that was applied", law()));
    return new Page(
        "Levies on " + entries,
        "What each line owes under schedule " + first.id() + ", added up exactly",
        particulars(),
        sections,
        List.of(),
        "Made by Plimsoll. The same entries under the same schedule give the same page.");
  }

  private List<Page.Particular> particulars() {
    List<Page.Particular> particulars = new ArrayList<>();
    particulars.add(new Page.Particular("Lines read", LevyText.count(report.totals().read())));
    particulars.add(new Page.Particular("Assessed", LevyText.count(report.totals().assessed())));
    particulars.add(new Page.Particular("Refused", LevyText.count(report.totals().refused())));
    particulars.add(new Page.Particular("Standing more than once", LevyText.count(countTwice)));
    MaterialRows materials = report.materials();
    if (materials.read() > 0) {
      particulars.add(
          new Page.Particular("Rows of bills of materials", LevyText.count(materials.read())));
      particulars.add(new Page.Particular("Of them refused", LevyText.count(materials.refused())));
    }
    particulars.add(new Page.Particular("Currency", currency.code()));
    return particulars;
  }

  private List<Block> owed() {
    Totals totals = report.totals();
    Sum whole = totals.whole();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        KeyFigures.of(
            new KeyFigures.Item(
                "Levies",
                Inline.text(LevyText.money(whole.levyMinor(), currency) + " " + currency),
                "on " + LevyText.count(totals.assessed()) + " lines"),
            new KeyFigures.Item(
                "Customs value",
                Inline.text(LevyText.money(whole.valueMinor(), currency) + " " + currency),
                "of goods that a rule covers, on the schedule's basis"),
            new KeyFigures.Item(
                "Other duties",
                Inline.text(LevyText.money(whole.dutiesMinor(), currency) + " " + currency),
                "levied or declared beside them")));
    blocks.add(sums("By product", "product", totals.products(), Integer.MAX_VALUE));
    blocks.add(
        sums(
            "By country of the last step that is stated",
            "origin",
            totals.origins(),
            Integer.MAX_VALUE));
    blocks.add(sums("By importer", "importer", totals.importers(), MOST_IMPORTERS));
    return blocks;
  }

  private Table sums(String caption, String what, SortedMap<String, Sum> sums, int most) {
    List<Map.Entry<String, Sum>> all = LevyText.byLevy(sums);
    List<Map.Entry<String, Sum>> shown = all.subList(0, Math.min(most, all.size()));
    String cut =
        shown.size() < all.size()
            ? "; the %d who owe most of %s".formatted(shown.size(), LevyText.count(all.size()))
            : "";
    return new Table(
        caption + cut,
        List.of(
            Table.Column.words(what),
            Table.Column.numbers("lines"),
            Table.Column.numbers("content kg"),
            Table.Column.numbers("value " + currency),
            Table.Column.numbers("other duties " + currency),
            Table.Column.numbers("levy " + currency)),
        shown.stream()
            .map(row ->
                Table.Row.ofText(
                    row.getKey(),
                    LevyText.count(row.getValue().lines()),
                    LevyText.kilograms(row.getValue()),
                    LevyText.money(row.getValue().valueMinor(), currency),
                    LevyText.money(row.getValue().dutiesMinor(), currency),
                    LevyText.money(row.getValue().levyMinor(), currency)))
            .toList());
  }

  private List<Block> looked() {
    SortedMap<String, Long> flags = report.totals().flags();
    if (flags.isEmpty()) {
      return List.of(Paragraph.text("No line has a flag."));
    }
    return List.of(
        Paragraph.text(
            "A flag says what a reader should know of a line; it is no verdict."
                + " What each means is in docs/reference/entries.md."),
        counts("Lines with a flag", "flag", flags));
  }

  private List<Block> refused() {
    List<Block> blocks = new ArrayList<>();
    SortedMap<String, Long> refusals = report.totals().refusals();
    if (refusals.isEmpty()) {
      blocks.add(Paragraph.text("Nothing: every line could be assessed."));
    } else {
      blocks.add(
          Paragraph.text(
              "These lines are in rejects.csv, each with its place and the reason. They owe nothing"
                  + " yet: put right, they are assessed as entries of their own."));
      blocks.add(counts("Lines refused, by the column that was wrong", "column", refusals));
    }
    if (report.materials().refused() > 0) {
      blocks.add(
          Paragraph.text(
              LevyText.count(report.materials().refused())
                  + " rows of bills of materials were refused too: they are in"
                  + " materials-rejects.csv, each with its place and the reason. A row takes its"
                  + " bill with it, and the line is assessed as one without a bill: look there"
                  + " first where a claim of origin was not shown."));
    }
    return blocks;
  }

  private List<Block> standingTwice() {
    if (countTwice == 0) {
      return List.of(Paragraph.text("Nothing: every entry_id and line stands once."));
    }
    String cut =
        twice.size() < countTwice
            ? "; the first %d of %s".formatted(twice.size(), LevyText.count(countTwice))
            : "";
    return List.of(
        Paragraph.text(
            "Each of these lines was assessed as often as it stands, since nobody but an officer"
                + " can say which is meant; the sums above hold all of them. Rows are those of"
                + " results.csv, where the header is row 1. All are in duplicates.csv."),
        new Table(
            "Lines that stand more than once" + cut,
            List.of(
                Table.Column.words("entry"),
                Table.Column.numbers("line"),
                Table.Column.numbers("times"),
                Table.Column.words("rows"),
                Table.Column.numbers("levies together " + currency)),
            twice.stream()
                .map(line ->
                    Table.Row.ofText(
                        line.entryId(),
                        line.line(),
                        LevyText.count(line.times()),
                        line.rows(),
                        LevyText.money(
                            line.levies()
                                .movePointRight(currency.minorDigits())
                                .toBigIntegerExact(),
                            currency)))
                .toList()));
  }

  private static Table counts(String caption, String what, SortedMap<String, Long> counts) {
    return new Table(
        caption,
        List.of(Table.Column.words(what), Table.Column.numbers("lines")),
        counts.entrySet().stream()
            .map(row -> Table.Row.ofText(row.getKey(), LevyText.count(row.getValue())))
            .toList());
  }

  private List<Block> law() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Bullets(
            false, book.versions().stream().map(AssessPage::sentence).map(Inline::text).toList()));
    List<Table.Row> rows = new ArrayList<>();
    for (LevySchedule version : book.versions()) {
      for (LevyRule rule : version.rules()) {
        rows.add(
            Table.Row.ofText(
                rule.id() + ", " + version.version(),
                rule.product().toString(),
                String.join(" ", rule.codes()),
                rule.instrument().word(),
                rule.instrument().findReferencePrice().map(PricePerKilogram::toString).orElse(""),
                rule.reference()));
      }
    }
    blocks.add(
        new Table(
            "Rules",
            List.of(
                Table.Column.words("rule, version"),
                Table.Column.words("product"),
                Table.Column.words("codes"),
                Table.Column.words("instrument"),
                Table.Column.numbers("price a kg of content"),
                Table.Column.sentences("reference")),
            rows));
    if (!report.quotasTaken().isEmpty()) {
      blocks.add(
          new Table(
              "Quotas, kg of content, with what earlier runs took",
              List.of(
                  Table.Column.words("quota"),
                  Table.Column.words("year"),
                  Table.Column.numbers("taken"),
                  Table.Column.numbers("left")),
              report.quotasTaken().entrySet().stream()
                  .map(quota ->
                      Table.Row.ofText(
                          quota.getKey().quota(),
                          Integer.toString(quota.getKey().year()),
                          ContentText.of(quota.getValue()),
                          ContentText.of(book.leftMicrograms(quota.getKey(), quota.getValue()))))
                  .toList()));
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
