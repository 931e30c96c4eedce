package org.plimsoll.app.cli;

import java.nio.file.Path;
import org.plimsoll.app.market.SolveTariffCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll gsim}. */
@Command(
    name = "gsim",
    description = {
      "What a change of tariffs does in GSIM, a published model of one product among regions.",
      "A yardstick beside the market: plans never use it."
    },
    footer = {
      "  plimsoll gsim examples/gsim/us-eu.yaml         the published case of four regions",
      "  plimsoll gsim my-case.json --json",
      "",
      "Equations and limits: docs/method/gsim.md; file: docs/reference/gsim-file.md"
    })
final class GsimVerb extends ConsoleVerb {
  @Parameters(arity = "1", paramLabel = "FILE", description = "A case, in YAML or JSON.")
  private Path file = Path.of("");

  @Mixin private final AnswerOptions options = new AnswerOptions();

  GsimVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return console.print(SolveTariffCase.read(file).answer(), options);
  }
}
