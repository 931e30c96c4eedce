package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.border.files.schedule.RatesFile;
import org.plimsoll.border.files.screen.GeneratedFiles;
import org.plimsoll.border.screening.CircumventionKind;
import org.plimsoll.border.screening.EntryGenerator;
import org.plimsoll.border.screening.TradePattern;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;

/**
 * Makes up entries of a year whose masses add up to the world's trade into a country.
 *
 * @param seed line i depends on it and i alone
 * @param lines to make
 * @param out file to write; what is true of it goes beside it
 * @param importer country or customs territory that buys
 * @param year of entry
 * @param since day from which there is a reason to cheat; 1 July of the year if empty
 * @param restricted origin that is hidden
 * @param planted rates by the word of their kind
 */
public record GenerateEntries(
    long seed,
    long lines,
    Path out,
    String importer,
    int year,
    Optional<LocalDate> since,
    String restricted,
    Map<String, Double> planted) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  public GenerateEntries {
    if (lines < 1) {
      throw Refusal.of("--lines is " + lines + ", but must be 1 or more", "write --lines 1000");
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.of("--year is " + year + ", which is no year of entries", "write 2027");
    }
    planted = new TreeMap<>(planted);
    planted.forEach(GenerateEntries::requireShare);
  }

  private static void requireShare(String kind, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw Refusal.of(
          "--plant %s=%s is no share from 0 to 1".formatted(kind, rate), "write 0.01 for 1%");
    }
  }

  private Path truth() {
    return out.resolveSibling(out.getFileName() + ".truth.csv");
  }

  private Path rates() {
    return out.resolveSibling(out.getFileName() + ".rates.csv");
  }

  /**
   * Looks at the places to write.
   *
   * @throws Refusal if one cannot be written
   */
  public void requirePlaces() {
    Output.file("--out", out);
    Output.file("the truth beside --out", truth());
    Output.file("the rates beside --out", rates());
  }

  /**
   * Writes them.
   *
   * @throws Refusal if a name or a kind is not known
   */
  public Answer run(Evidence evidence) throws IOException {
    SortedMap<CircumventionKind, Double> rates = new TreeMap<>();
    planted.forEach((kind, rate) -> rates.put(CircumventionKind.parse(kind), rate));
    LocalDate day = since.orElseGet(() -> LocalDate.of(year, 7, 1));
    Selection selection = new Selection(evidence);
    selection.regions(importer, day); // refuses a name that is none, with those near it
    CountryCode origin = selection.country(restricted);
    EntryGenerator generator =
        new EntryGenerator(
            TradePattern.of(evidence, importer),
            new EntryGenerator.Plan(seed, lines, year, day, origin, rates));
    SortedMap<CircumventionKind, Long> counts =
        GeneratedFiles.write(generator, lines, Output.file("--out", out).ready(), truth());
    RatesFile.write(rates(), generator.rates());
    Answer answer = Answer.of("Entries made up").fact("seed", seed).fact("lines", lines);
    return (counts.isEmpty()
            ? answer
            : answer.with(
                Table.of("planted", "Planted", counts.entrySet())
                    .words("kind", "kind", e -> e.getKey().word())
                    .count("lines", "lines", Map.Entry::getValue)))
        .remark(
            "%,d lines into %s: %s".formatted(lines, importer, out),
            "Truth: " + truth(),
            "Rates of exchange, for --rates of assess and screen: " + rates());
  }
}
