package org.plimsoll.app.cli;

import java.util.concurrent.Callable;
import org.plimsoll.app.registers.PartnerList;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll partners}. */
@Command(
    name = "partners",
    description = "Who attends and who signed frameworks of cooperation, and who makes what.",
    footerHeading = "%nExamples:%n",
    footer = {"  plimsoll partners", "  plimsoll partners --signed --json"})
final class PartnersVerb implements Callable<Integer> {
  @Option(names = "--signed", description = "Only those that signed a framework.")
  private boolean signed;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  PartnersVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.readWorld(options.world());
    return console.print(new PartnerList(signed).answer(evidence), options, evidence);
  }
}
