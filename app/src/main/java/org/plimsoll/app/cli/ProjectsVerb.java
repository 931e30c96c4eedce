package org.plimsoll.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll projects}. */
@Command(
    name = "projects",
    description = "The pipeline of mines, refineries and magnet plants.",
    footerHeading = "%nExamples:%n",
    footer = {"  plimsoll projects --material gallium", "  plimsoll projects --country AUS --json"})
final class ProjectsVerb implements Callable<Integer> {
  @Option(
      names = {"-m", "--material"},
      paramLabel = "WORD",
      description = "Only projects whose mineral or product has this word.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = {"-c", "--country"},
      paramLabel = "NAME",
      description = "Only projects in this country.")
  private Optional<String> country = Optional.empty();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  ProjectsVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.readWorld(options.world());
    return console.print(new ProjectList(material, country).answer(evidence), options, evidence);
  }
}
