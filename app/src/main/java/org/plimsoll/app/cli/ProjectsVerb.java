package org.plimsoll.app.cli;

import java.util.Optional;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll projects}. */
@Command(
    name = "projects",
    description = "The pipeline of mines, refineries and magnet plants.",
    footer = {"  plimsoll projects --material gallium", "  plimsoll projects --country AUS --json"})
final class ProjectsVerb extends WorldVerb {
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

  ProjectsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Evidence evidence = readWorld();
    return print(new ProjectList(material, country).answer(evidence), evidence);
  }
}
