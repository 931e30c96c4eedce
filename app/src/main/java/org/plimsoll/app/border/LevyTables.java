package org.plimsoll.app.border;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Duplicates;
import org.plimsoll.border.files.run.FirstLines;
import org.plimsoll.border.files.run.Sum;
import org.plimsoll.border.levy.ContentText;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.model.quantity.CurrencyCode;

/** What a run over entries found, in tables. */
record LevyTables(AssessRun.Report report, ScheduleBook book) {
  /** Decimals of a kilogram that people see, and that there are. */
  private static final int GRAMS = 3;

  private static final int MICROGRAMS = 9;

  CurrencyCode currency() {
    return book.versions().getFirst().currency();
  }

  Table<?> products() {
    return sums("products", "By product", report.totals().products());
  }

  Table<?> origins() {
    return sums("origins", "By country of the last step that is stated", report.totals().origins());
  }

  Table<?> importers() {
    return sums("importers", "By importer", report.totals().importers());
  }

  /** Those that owe most first; those that owe the same by name. */
  private Table<?> sums(String key, String title, SortedMap<String, Sum> sums) {
    List<Map.Entry<String, Sum>> rows =
        sums.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, Sum> e) -> e.getValue().levyMinor())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .toList();
    return Table.of(key, title, rows)
        .words("name", "name", Map.Entry::getKey)
        .count("lines", "lines", e -> e.getValue().lines())
        .exact(
            "contentKilograms",
            "content kg",
            e -> new BigDecimal(e.getValue().contentMicrograms(), MICROGRAMS),
            GRAMS)
        .exact("value", "value " + currency(), money(Sum::valueMinor))
        .exact("otherDuties", "other duties", money(Sum::dutiesMinor))
        .exact("levy", "levy " + currency(), money(Sum::levyMinor));
  }

  private Function<Map.Entry<String, Sum>, BigDecimal> money(Function<Sum, BigInteger> minor) {
    return entry -> major(minor.apply(entry.getValue()));
  }

  private BigDecimal major(BigInteger minor) {
    return new BigDecimal(minor, currency().minorDigits());
  }

  /** An amount in words. */
  String money(BigInteger minor) {
    return Cell.Exact.of(major(minor)).text() + " " + currency();
  }

  Table<?> quotas() {
    return Table.of(
            "quotas",
            "Quotas, kg of content with what earlier runs took",
            report.quotasTaken().entrySet())
        .words("name", "name", e -> e.getKey().quota())
        .year("year", "year", e -> e.getKey().year())
        .exact("takenKilograms", "taken", e -> new BigDecimal(ContentText.of(e.getValue())))
        .exact(
            "leftKilograms",
            "left",
            e -> new BigDecimal(ContentText.of(book.leftMicrograms(e.getKey(), e.getValue()))));
  }

  Table<?> flags() {
    return counts("flags", "Flags", report.totals().flags());
  }

  Table<?> refusals() {
    return counts("refusals", "Refused, by column", report.totals().refusals());
  }

  private static Table<?> counts(String key, String title, SortedMap<String, Long> counts) {
    return Table.of(key, title, counts.entrySet())
        .words("name", "name", Map.Entry::getKey)
        .count("lines", "lines", Map.Entry::getValue);
  }

  /**
   * Lines that stand more than once.
   *
   * @param twice the first of them
   * @param count how many there are
   */
  Table<?> twice(List<Duplicates.Twice> twice, long count) {
    return Table.of("twice", first("Lines that stand more than once", twice.size(), count), twice)
        .words("entry", "entry", Duplicates.Twice::entryId)
        .words("line", "line", Duplicates.Twice::line)
        .count("times", "times", Duplicates.Twice::times)
        .words("rows", "rows", Duplicates.Twice::rows)
        .exact("levies", "levies together " + currency(), Duplicates.Twice::levies);
  }

  /**
   * Lines that were refused.
   *
   * @param rejected the first of them
   * @param count how many there are
   */
  Table<?> rejected(List<FirstLines.Rejected> rejected, long count) {
    return Table.of("rejected", first("Lines that were refused", rejected.size(), count), rejected)
        .count("place", "line of the file", FirstLines.Rejected::line)
        .words("column", "column", FirstLines.Rejected::column)
        .words("reason", "reason", FirstLines.Rejected::reason);
  }

  /**
   * Lines with a flag.
   *
   * @param most of each flag that are among them
   */
  Table<?> flagged(List<FirstLines.Flagged> flagged, int most) {
    return Table.of("flagged", "Lines with a flag: the first %d of each".formatted(most), flagged)
        .words("entry", "entry", f -> f.entryId() + "/" + f.line())
        .words("flag", "flag", FirstLines.Flagged::flag)
        .words("rule", "rule", FirstLines.Flagged::rule)
        .exact("levy", "levy " + currency(), FirstLines.Flagged::levy);
  }

  private static String first(String title, int shown, long count) {
    return shown < count ? "%s: the first %d of %,d".formatted(title, shown, count) : title;
  }
}
