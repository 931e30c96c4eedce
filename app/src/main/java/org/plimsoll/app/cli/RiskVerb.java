package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.risk.AssessRisk;
import org.plimsoll.app.risk.RiskMethod;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll risk}. */
@Command(
    name = "risk",
    description = {
      "How concentrated each product is, and how far a country relies on imports of it.",
      "With the scores of two published methods: the European Union's supply risk and GeoPolRisk."
    },
    footer = {
      "  plimsoll risk                                  every product, world output",
      "  plimsoll risk --material gallium               and who relies on whom for it",
      "  plimsoll risk --country JPN,EU27               each on its own",
      "  plimsoll risk --country USA+JPN+EU27 --json    the three as one region",
      "  plimsoll risk --method eu-supply-risk          of the EU27",
      "  plimsoll risk --input examples/risk/nickel-usa-2022.csv      one's own figures",
      "",
      "Definitions and limits: docs/method/risk.md; tables: docs/reference/risk-input.md"
    })
final class RiskVerb extends WorldVerb {
  @Option(
      names = {"-m", "--material"},
      paramLabel = "NAME",
      description = "A commodity or product: gallium, gallium/refined.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = {"-c", "--country"},
      paramLabel = "NAMES",
      description = "Countries or territories, by comma; joined by + they are one region.")
  private Optional<String> country = Optional.empty();

  @Option(
      names = "--method",
      paramLabel = "NAMES",
      description = "concentration, eu-supply-risk, geopolrisk, or all, by comma.")
  private Optional<String> method = Optional.empty();

  @Option(names = "--year", paramLabel = "YEAR", description = "Of the volumes.")
  private Optional<Integer> year = Optional.empty();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "A table of one's own figures instead of the world's volumes.")
  private Optional<Path> input = Optional.empty();

  @Option(
      names = "--any-material",
      description = "With --input: take materials and stages that the world does not have.")
  private boolean anyMaterial;

  RiskVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    AssessRisk asked =
        new AssessRisk(material, country, method.map(RiskMethod::parse), year, input, anyMaterial);
    Evidence evidence = readWorld();
    Path world = console.session().world(options.world());
    return print(asked.answer(evidence, world), evidence);
  }
}
