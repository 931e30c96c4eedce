package org.plimsoll.app.cli;

import org.plimsoll.app.registers.PartyList;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plimsoll parties}. */
@Command(
    name = "parties",
    description = {
      "Which organisations of the registers a name may be, and why.",
      "Case, accents, punctuation and legal form do not count; aliases are rows with a source."
    },
    footer = {
      "  plimsoll parties 'Mitsubishi Heavy Industries, Ltd.'",
      "  plimsoll parties SRC --json",
      "",
      "It gives evidence and no verdict. Customs entries: plimsoll screen."
    })
final class PartiesVerb extends WorldVerb {
  @Parameters(paramLabel = "NAME", description = "The name as a person or document writes it.")
  private String name = "";

  PartiesVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Evidence evidence = readWorld();
    return print(new PartyList(name).answer(evidence), evidence);
  }
}
