package org.plimsoll.app.cli;

import org.plimsoll.app.registers.PartnerList;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll partners}. */
@Command(
    name = "partners",
    description = "Who attends and who signed frameworks of cooperation, and who makes what.",
    footer = {"  plimsoll partners", "  plimsoll partners --signed --json"})
final class PartnersVerb extends WorldVerb {
  @Option(names = "--signed", description = "Only those that signed a framework.")
  private boolean signed;

  PartnersVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Evidence evidence = readWorld();
    return print(new PartnerList(signed).answer(evidence), evidence);
  }
}
