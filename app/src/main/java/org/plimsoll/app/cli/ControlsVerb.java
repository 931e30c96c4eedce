package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.registers.ControlList;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll controls}. */
@Command(
    name = "controls",
    description = "Export controls, and whether each applied on a day.",
    footer = {
      "  plimsoll controls",
      "  plimsoll controls --material gallium",
      "  plimsoll controls --only unknown,unsettled --as-of 2026-11-24",
      "",
      "unknown: its suspension ran out, and nothing tells what followed."
    })
final class ControlsVerb extends WorldVerb {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day asked about; default: the world's own date.")
  private Optional<String> asOf = Optional.empty();

  @Option(
      names = {"-m", "--material"},
      paramLabel = "WORD",
      description = "Only controls whose minerals or products have this word.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      split = ",",
      description =
          "Only these standings: in force, suspended, announced, ended, unknown, unsettled.")
  private List<String> only = List.of();

  ControlsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    OptionWords.requireOneOf("--only", only, ControlList.WORDS);
    ControlList asked =
        new ControlList(asOf.map(day -> OptionWords.day("--as-of", day)), material, only);
    Evidence evidence = readWorld();
    return print(asked.answer(evidence), evidence);
  }
}
