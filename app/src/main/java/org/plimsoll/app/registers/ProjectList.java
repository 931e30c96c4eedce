package org.plimsoll.app.registers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Project;
import org.plimsoll.planner.commitments.CommitmentCalendar;

/**
 * The pipeline of mines, refineries and magnet plants.
 *
 * @param material a word of minerals or products; all if empty
 * @param country its code or name; all if empty
 */
public record ProjectList(Optional<String> material, Optional<String> country) {
  /**
   * The projects that are meant.
   *
   * @throws org.plimsoll.app.session.Refusal if a word names no material or no country
   */
  public Answer answer(Evidence evidence) {
    Optional<CountryCode> where = country.map(new Selection(evidence)::country);
    material
        .filter(word -> evidence.projects().stream().noneMatch(row -> isAbout(row, word)))
        .ifPresent(new Selection(evidence)::products); // refuses a word that names no material
    List<Project> wanted =
        evidence.projects().stream()
            .filter(project -> where.isEmpty() || where.equals(project.country()))
            .filter(project -> material.map(word -> isAbout(project, word)).orElse(true))
            .toList();
    return answerOf(evidence, wanted);
  }

  /** The answer about some rows. */
  public Answer answerOf(Evidence evidence, List<Project> wanted) {
    return Answer.of("Projects")
        .fact("asOf", evidence.asOf())
        .with(table(wanted))
        .with(
            Traces.table(
                Traces.of(
                    evidence,
                    CommitmentCalendar.of(evidence, evidence.asOf()),
                    tie -> wanted.stream().anyMatch(row -> row.id().equals(tie.project())))))
        .remark(
            wanted.stream().anyMatch(Project::isProductUnknown)
                ? List.of(
                    "Where products stand under 'or', nothing reported tells which of them it"
                        + " makes: markets and the plan count it under 'product'.")
                : List.of())
        .remark("Operator, support, source and mark of verification of each: --json.");
  }

  /** Projects as the register has them. */
  public static Table<Project> table(List<Project> projects) {
    return Table.of("projects", "Projects", projects)
        .words("id", "id", Project::id)
        .country("country", "country", Project::country)
        .words("mineral", "mineral", Project::mineral)
        .words("stage", "stage", Project::stage)
        .product("product", "product", Project::product)
        .names("orProducts", "or, not reported", Project::orProducts)
        .figure("capacityTonnesPerYear", "t/year", Project::capacityTonnesPerYear, "not said")
        .figure("capitalUsdMillion", "USD m", Project::capitalUsdMillion, "not said")
        .cell("startYear", "start", Kind.NUMBER, ProjectList::start)
        .words("state", "state", Project::state)
        .words("operator", "", Project::operator)
        .words("capacityNote", "", Project::capacityNote)
        .words("support", "", Project::support)
        .words("url", "", Project::url)
        .words("verification", "", Project::verification)
        .knownQuietly(Project::provenance)
        .words("name", "project", Project::name);
  }

  private static Cell start(Project project) {
    return project.startYear().isPresent()
        ? new Cell.Whole(project.startYear().getAsInt())
        : new Cell.Missing("not said");
  }

  private static boolean isAbout(Project project, String word) {
    String sought = word.toLowerCase(Locale.ROOT);
    return project.mineral().toLowerCase(Locale.ROOT).contains(sought)
        || project.product().map(p -> p.toString().contains(sought)).orElse(false)
        || project.orProducts().stream().anyMatch(p -> p.toString().contains(sought));
  }
}
