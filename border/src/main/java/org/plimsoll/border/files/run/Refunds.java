package org.plimsoll.border.files.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.input.SeparatedCells;
import org.plimsoll.border.files.input.TextSource;
import org.plimsoll.border.files.table.EntryCsv;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.levy.Drawback;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;

/**
 * Pays back on goods that leave again: exports in their order, each against the line of a run by
 * which levy and duties were paid. The parts of a line together get exactly the levy that was paid
 * on it, and exactly the duties for which the schedule allows drawback. What was paid back before
 * is known from the lists that were written then.
 */
public final class Refunds {
  private static final List<String> EXPORT =
      List.of("entry_id", "line", "export_id", "net_mass_kg");

  /** The first line of a file of exports. */
  public static final String HEADER = String.join(",", EXPORT);

  private static final List<String> REFUND =
      List.of(
          "entry_id",
          "line",
          "export_id",
          "net_mass_kg",
          "of_levy",
          "of_duties",
          "currency",
          "reason");
  private static final List<String> RESULT =
      List.of("entry_id", "line", "net_mass_kg", "levy", "duties_paid_back", "levy_currency");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

  /** What was paid on each line that is asked for; nothing for one that stands twice. */
  private final Map<Line, Optional<Part>> paid = new HashMap<>();

  private final Map<Line, Part> gone = new HashMap<>();
  private final Set<Export> done = new HashSet<>();

  private Refunds() {}

  /**
   * What came of the exports.
   *
   * @param refunded how many
   * @param refused how many; the list says why
   * @param earlier exports that were paid back before
   * @param sums paid back, one for each currency of levies
   */
  public record Outcome(long refunded, long refused, long earlier, List<Money> sums) {}

  private record Line(String entry, String number) {
    static Line of(Cells cells) {
      return new Line(cells.text(0), cells.text(1));
    }
  }

  private record Export(Line line, String id) {
    static Export of(Cells cells) {
      return new Export(Line.of(cells), cells.text(2));
    }
  }

  private record Asked(Export export, String kilograms) {}

  /** A mass with levy and duties on it, which are two accounts. */
  private record Part(Mass mass, Money levy, Money duties) {
    static Part of(BigDecimal kilograms, String levy, String duties, String currency) {
      CurrencyCode code = CurrencyCode.of(currency);
      return new Part(
          Mass.ofKilograms(kilograms),
          Money.of(number(levy), code),
          Money.of(number(duties), code));
    }

    Part plus(Part other) {
      return new Part(
          new Mass(Math.addExact(mass.grams(), other.mass.grams())),
          levy.plus(other.levy),
          duties.plus(other.duties));
    }

    /** What is due on so much more, of which that part is gone. */
    Part export(Mass more, Part before) {
      return new Part(
          more,
          new Drawback(levy, mass, before.mass, before.levy)
              .export(more)
              .refunded()
              .minus(before.levy),
          new Drawback(duties, mass, before.mass, before.duties)
              .export(more)
              .refunded()
              .minus(before.duties));
    }
  }

  private static BigDecimal number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no number from 0\nMaybe write 1234.5, with a point and no separator"
              .formatted(text));
    }
    return new BigDecimal(text);
  }

  /**
   * Reads exports, looks up their lines in a run, and writes a row for each export: what is paid
   * back, or why nothing is. Memory grows with the exports, not with the run.
   *
   * @param earlier lists that were written for exports before these
   * @param run folder of a complete run
   * @param list CSV to be written, which must not be there yet
   * @throws UnreadableInput if a file is none of exports or of refunds, the folder holds no run
   *     that is complete, or the list is there already
   */
  public static Outcome write(Path exports, List<Path> earlier, Path run, Path list)
      throws IOException {
    if (Files.exists(list)) {
      throw new UnreadableInput(
          list
              + " is there already, and may be the only record of what was paid back\n"
              + "Maybe name another file with --out, or remove it if nothing was paid by it");
    }
    Path results = ResultsTable.requireComplete(run);
    Refunds refunds = new Refunds();
    List<Asked> asked = new ArrayList<>();
    read(exports, EXPORT, cells -> asked.add(new Asked(Export.of(cells), cells.text(3))));
    for (Path file : earlier) {
      read(file, REFUND, refunds::count);
    }
    long counted = refunds.done.size();
    Set<Line> wanted = new HashSet<>();
    asked.forEach(export -> wanted.add(export.export().line()));
    read(results, RESULT, cells -> refunds.lookUp(cells, wanted));
    return refunds.write(asked, list, counted);
  }

  private interface Row {
    void take(Cells cells);
  }

  private static void read(Path file, List<String> columns, Row row) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableInput("there is no file " + file + "\nMaybe check the path");
    }
    Records records = new Records();
    try (TextSource source =
        TextSource.of(
            Files.newInputStream(file), header -> SeparatedCells.ofWholeHeader(header, columns))) {
      while (source.next(records)) {
        records.split(source.splitter());
        for (int i = 0; i < records.count(); i++) {
          try {
            row.take(records.cells(i));
          } catch (UnreadableRecord | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableInput(
                "%s, line %d: %s".formatted(file, records.line(i), e.getMessage()), e);
          }
        }
      }
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(file + ": " + e.reason(), e);
    }
  }

  /** Counts a row of an earlier list, if anything was paid back by it. */
  private void count(Cells cells) {
    if (cells.text(7).isEmpty()) {
      Part part = Part.of(number(cells.text(3)), cells.text(4), cells.text(5), cells.text(6));
      Export export = Export.of(cells);
      if (!done.add(export)) {
        throw new IllegalArgumentException(
            "export %s of this line stands in the earlier lists twice".formatted(export.id())
                + "\nMaybe one list is given twice");
      }
      gone.merge(export.line(), part, Part::plus);
    }
  }

  /** Results have the mass as it was declared, which may be 1e2. */
  private void lookUp(Cells cells, Set<Line> wanted) {
    Line line = Line.of(cells);
    if (wanted.contains(line)) {
      Part part =
          Part.of(new BigDecimal(cells.text(2)), cells.text(3), cells.text(4), cells.text(5));
      paid.merge(line, Optional.of(part), (first, second) -> Optional.empty());
    }
  }

  private Outcome write(List<Asked> asked, Path list, long counted) throws IOException {
    Map<CurrencyCode, Money> sums = new HashMap<>();
    long refused = 0;
    // Whole or not at all: half a list would bar the next run, and tell it half of what was paid.
    Path partial = list.resolveSibling(list.getFileName() + ".partial");
    try (BufferedWriter out = Files.newBufferedWriter(partial)) {
      out.write(HEADER + ",refund,of_levy,of_duties,currency,reason\n");
      for (Asked export : asked) {
        String answer;
        try {
          Part part = refund(export);
          Money refund = part.levy().plus(part.duties());
          sums.merge(refund.currency(), refund, Money::plus);
          answer =
              "%s,%s,%s,%s,"
                  .formatted(
                      plain(refund), plain(part.levy()), plain(part.duties()), refund.currency());
        } catch (IllegalArgumentException e) {
          refused++;
          String reason = String.valueOf(e.getMessage()).replace('\n', ' ');
          answer = ",,,," + EntryCsv.quoted(reason);
        }
        out.write(
            String.join(
                ",",
                EntryCsv.safe(export.export().line().entry()),
                EntryCsv.safe(export.export().line().number()),
                EntryCsv.safe(export.export().id()),
                EntryCsv.safe(export.kilograms()),
                answer));
        out.write('\n');
      }
    }
    Files.move(partial, list);
    return new Outcome(
        asked.size() - refused,
        refused,
        counted,
        sums.values().stream().sorted((a, b) -> a.currency().compareTo(b.currency())).toList());
  }

  /** The part that leaves, with what is paid back on it. */
  private Part refund(Asked asked) {
    Export export = asked.export();
    Part whole =
        paid.getOrDefault(export.line(), Optional.empty())
            .orElseThrow(
                () -> new IllegalArgumentException("the run has no such line, or has it twice"));
    if (done.contains(export)) {
      throw new IllegalArgumentException(
          "export %s of this line was paid back already\nMaybe its export_id is another"
              .formatted(export.id()));
    }
    Money none = Money.none(whole.levy().currency());
    Part before = gone.getOrDefault(export.line(), new Part(new Mass(0), none, none));
    Part part = whole.export(Mass.ofKilograms(number(asked.kilograms())), before);
    gone.put(export.line(), before.plus(part));
    done.add(export);
    return part;
  }

  private static String plain(Money amount) {
    return amount.toDecimal().toPlainString();
  }
}
