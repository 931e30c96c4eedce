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
    description = "Export controls, whether each applied on a day, and what and whom they reach.",
    footer = {
      "  plimsoll controls",
      "  plimsoll controls --material gallium",
      "  plimsoll controls --only unknown,unsettled --as-of 2026-11-24",
      "  plimsoll controls --product dysprosium/oxide --to JPN --end-user military",
      "  plimsoll controls --to USA --end-user 'MP Materials Corp.' --json",
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
      names = "--product",
      paramLabel = "NAME",
      description = "Only what reaches this commodity or product, and why.")
  private Optional<String> product = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "Only what reaches this destination, a country or territory, and why.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--end-user",
      paramLabel = "WHO",
      description =
          "Only what reaches this end user, and why: military, or an organisation's name.")
  private Optional<String> endUser = Optional.empty();

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
        new ControlList(
            asOf.map(day -> OptionWords.day("--as-of", day)),
            material,
            new ControlList.About(product, to, endUser),
            only);
    Evidence evidence = readWorld();
    return print(asked.answer(evidence), evidence);
  }
}
