package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.border.GenerateEntries;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll entries generate}. */
@Command(
    name = "generate",
    description = {
      "Makes up entries of a year whose masses add up to the pack's trade into a country.",
      "Circumvention is planted as asked, and what is true of it written beside them:",
      "FILE.truth.csv. Line i depends on the seed and i alone. None of it is anybody's entry."
    },
    footer = {
      "  plimsoll entries generate --seed 1 --lines 100000 --out out/entries.csv",
      "  plimsoll entries generate --seed 1 --lines 100000 --out out/entries.csv \\",
      "      --plant undervaluation=0.01 --plant rerouting=0.1",
      "",
      "Kinds: undervaluation, rerouting, relabelling, false-origin; the rate is a share of the",
      "lines for which the kind is possible. Distributions: docs/method/screening.md."
    })
final class EntriesGenerateVerb extends WorldVerb {
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

  EntriesGenerateVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    GenerateEntries asked =
        new GenerateEntries(
            seed,
            lines,
            out,
            importer,
            year,
            since.map(text -> OptionWords.day("--since", text)),
            restricted,
            planted);
    asked.requirePlaces();
    Evidence evidence = readWorld();
    return print(asked.run(evidence), evidence);
  }
}
