package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.border.files.GeneratedFiles;
import org.plimsoll.border.screening.CircumventionKind;
import org.plimsoll.border.screening.EntryGenerator;
import org.plimsoll.border.screening.TradePattern;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll entries generate}. */
@Command(
    name = "generate",
    description = {
      "Makes up entries of a year whose masses add up to the pack's trade into a country.",
      "Circumvention is planted as asked, and what is true of it written beside them:",
      "FILE.truth.csv. Line i depends on the seed and i alone. None of it is anybody's entry."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll entries generate --seed 1 --lines 100000 --out out/entries.csv",
      "  plimsoll entries generate --seed 1 --lines 100000 --out out/entries.csv \\",
      "      --plant undervaluation=0.01 --plant rerouting=0.1",
      "",
      "Kinds: undervaluation, rerouting, relabelling, false-origin; the rate is a share of the",
      "lines for which the kind is possible. Distributions: docs/method/screening.md."
    })
final class EntriesGenerateVerb implements Callable<Integer> {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  @Option(names = "--seed", paramLabel = "N", description = "Seed; default: 1.")
  private long seed = 1;

  @Option(names = "--lines", required = true, paramLabel = "N", description = "Lines to make.")
  private long lines;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV to write.")
  private Path out = Path.of("");

  @Option(
      names = "--importer",
      paramLabel = "CODE",
      description = "Country or customs territory that buys; default: USA.")
  private String importer = "USA";

  @Option(names = "--year", paramLabel = "YEAR", description = "Year of entry; default: 2027.")
  private int year = 2027;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Day from which there is a reason to cheat; default: 1 July of the year.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--restricted",
      paramLabel = "CODE",
      description = "Origin that is hidden by rerouting and false origin; default: CHN.")
  private String restricted = "CHN";

  @Option(
      names = "--plant",
      paramLabel = "KIND=RATE",
      description = "What to plant; may be given for several kinds.")
  private Map<String, Double> planted = new TreeMap<>();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  EntriesGenerateVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (lines < 1) {
      throw Refusal.of("--lines is " + lines + ", but must be 1 or more", "write --lines 1000");
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.of("--year is " + year + ", which is no year of entries", "write 2027");
    }
    Output entries = Output.file("--out", out);
    Path truth = out.resolveSibling(out.getFileName() + ".truth.csv");
    Output.file("the truth beside --out", truth);
    SortedMap<CircumventionKind, Double> rates = new TreeMap<>();
    planted.forEach((kind, rate) -> rates.put(CircumventionKind.parse(kind), share(kind, rate)));
    LocalDate day =
        since
            .map(text -> OptionWords.day("--since", text))
            .orElseGet(() -> LocalDate.of(year, 7, 1));
    Evidence evidence = console.session().readWorld(options.world());
    Selection selection = new Selection(evidence);
    selection.regions(importer, day); // refuses a name that is none, with those near it
    CountryCode origin = selection.country(restricted);
    EntryGenerator generator =
        new EntryGenerator(
            TradePattern.of(evidence, importer),
            new EntryGenerator.Plan(seed, lines, year, day, origin, rates));
    SortedMap<CircumventionKind, Long> counts =
        GeneratedFiles.write(generator, lines, entries.ready(), truth);
    Answer.Builder table =
        Table.of("planted", "Planted", new Column("kind", "kind"), new Column("lines", "lines"));
    counts.forEach(
        (kind, count) -> table.row(Cell.words(kind.word()), new Cell.Amount(Long.toString(count))));
    List<Table> tables = counts.isEmpty() ? List.of() : List.of(table.build());
    return console.print(
        new Answer(
            new TreeMap<>(Map.of("seed", Long.toString(seed), "lines", Long.toString(lines))),
            tables,
            List.of("%,d lines into %s: %s".formatted(lines, importer, out), "Truth: " + truth)),
        options.asJson());
  }

  private static double share(String kind, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw Refusal.of(
          "--plant %s=%s is no share from 0 to 1".formatted(kind, rate), "write 0.01 for 1%");
    }
    return rate;
  }
}
