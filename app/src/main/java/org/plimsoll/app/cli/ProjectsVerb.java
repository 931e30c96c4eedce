package org.plimsoll.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Project;
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
    Evidence evidence = console.session().readWorld(options.world());
    return console.print(answer(evidence, material, country), options.asJson());
  }

  static Answer answer(Evidence evidence, Optional<String> material, Optional<String> country) {
    Optional<CountryCode> where = country.map(new Selection(evidence)::country);
    material
        .filter(word -> evidence.projects().stream().noneMatch(row -> isAbout(row, word)))
        .ifPresent(new Selection(evidence)::products); // refuses a word that names no material
    Answer.Builder rows =
        Table.of(
            "projects",
            "Projects",
            new Column("id", "id"),
            new Column("country", "country"),
            new Column("mineral", "mineral"),
            new Column("stage", "stage"),
            new Column("product", "product"),
            new Column("capacityTonnesPerYear", "t/year"),
            new Column("capitalUsdMillion", "USD m"),
            new Column("startYear", "start"),
            new Column("state", "state"),
            Column.hidden("operator"),
            Column.hidden("capacityNote"),
            Column.hidden("support"),
            Column.hidden("url"),
            Column.hidden("verification"),
            Column.hidden("grade"),
            Column.hidden("status"),
            Column.hidden("source"),
            new Column("name", "project"));
    for (Project project : evidence.projects()) {
      if ((where.isEmpty() || where.equals(project.country()))
          && material.map(word -> isAbout(project, word)).orElse(true)) {
        add(rows, project);
      }
    }
    return new Answer(
        new TreeMap<>(Map.of("asOf", evidence.asOf().toString())),
        List.of(rows.build()),
        List.of("Operator, support, source and mark of verification of each: --json."));
  }

  private static void add(Answer.Builder rows, Project project) {
    rows.row(
        Cell.words(project.id()),
        Cell.words(project.country()),
        Cell.words(project.mineral()),
        Cell.words(project.stage()),
        Cell.words(project.product()),
        Cell.figure(project.capacityTonnesPerYear(), Cell.DIGITS),
        Cell.figure(project.capitalUsdMillion(), Cell.DIGITS),
        project.startYear().isPresent()
            ? new Cell.Whole(project.startYear().getAsInt())
            : new Cell.Nothing(),
        Cell.words(project.state()),
        Cell.words(project.operator()),
        Cell.words(project.capacityNote()),
        Cell.words(project.support()),
        Cell.words(project.url()),
        Cell.words(project.verification()),
        Cell.words(project.provenance().grade().name()),
        Cell.words(project.provenance().status().word()),
        Cell.words(project.provenance().source().toString()),
        Cell.words(project.name()));
  }

  private static boolean isAbout(Project project, String word) {
    String sought = word.toLowerCase(Locale.ROOT);
    return project.mineral().toLowerCase(Locale.ROOT).contains(sought)
        || project.product().map(p -> p.toString().contains(sought)).orElse(false);
  }
}
