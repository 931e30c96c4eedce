package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.plan.PlanJson;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.PlanFile;
import org.plimsoll.app.vault.PlanProgramme;
import org.plimsoll.vault.ledger.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll vault import-plan}. */
@Command(
    name = "import-plan",
    description = {
      "Makes of a plan's stockpile a programme of purchases, and books nothing.",
      "They are events to acquire, each with its source, for vault post. What only a delivery",
      "shows stays empty, and is refused until it is filled in."
    },
    footer = {
      "  plimsoll vault import-plan out/plan/plan.json --out purchases.csv",
      "  plimsoll vault import-plan plan.json --site north --custody keeper"
    })
final class VaultImportPlanVerb extends ConsoleVerb {
  @Parameters(paramLabel = "PLAN", description = "plan.json of a plan.")
  private Path plan = Path.of("");

  @Option(names = "--site", paramLabel = "WORD", description = "Where all lots come in.")
  private Optional<String> site = Optional.empty();

  @Option(names = "--custody", paramLabel = "WORD", description = "Who keeps them.")
  private Optional<String> custody = Optional.empty();

  @Option(names = "--grade", paramLabel = "WORD", description = "Their grade.")
  private Optional<String> grade = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write; default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Mixin final HelpOption help = new HelpOption();

  VaultImportPlanVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Optional<Output> file = out.map(path -> Output.file("--out", path, plan));
    Map<Field, Optional<String>> options =
        new TreeMap<>(Map.of(Field.SITE, site, Field.CUSTODY, custody, Field.GRADE, grade));
    PlanProgramme programme =
        PlanFile.read(
            plan, json -> PlanProgramme.of(PlanJson.read(json), PlanProgramme.said(options)));
    console.aside(programme.remarks());
    return file.isPresent()
        ? console.write(file.get(), programme.toCsv())
        : console.print(programme.toCsv());
  }
}
