package org.plimsoll.app.finance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Workers;

/**
 * Whether a project of the register pays.
 *
 * @param project its id or name
 * @param floor at the alliance's border, as {@code 110USD/kg}; the scenario's own if empty
 * @param exempt partners to whose goods that floor does not apply, by comma
 * @param cfd contract on its price, as {@code 110USD/kg,30%,10m}
 * @param debt loan, as {@code 60%,8%,12}; what the rules have if empty
 * @param price one price in all years, in the money of the project's costs, instead of the market's
 * @param until year up to which the market is solved; the usual if empty
 * @param beforeTax whether nothing is taxed
 */
public record FinanceProject(
    String project,
    Optional<String> floor,
    Optional<String> exempt,
    Optional<String> cfd,
    Optional<String> debt,
    Optional<String> price,
    Optional<Integer> until,
    boolean beforeTax) {
  /** The page of the method. */
  static final String METHOD = "docs/method/finance.md";

  public FinanceProject {
    Refusal.requireUse("--floor", floor.isEmpty() || price.isEmpty(), "with --price");
    Refusal.requireUse("--until", until.isEmpty() || price.isEmpty(), "with --price");
    Refusal.requireUse("--exempt", exempt.isEmpty() || floor.isPresent(), "without --floor");
    floor.ifPresent(text -> Amounts.statedUsdPerTonne("--floor", text));
    price.ifPresent(text -> Amounts.statedUsdPerTonne("--price", text));
    debt.ifPresent(DebtText::parse);
    boolean hasIndex = cfd.map(Contract::parse).flatMap(Contract::index).isPresent();
    Refusal.requireUse("an index in --cfd", !hasIndex || price.isEmpty(), "with --price");
  }

  /** The question without any option. */
  public static FinanceProject of(String project) {
    return new FinanceProject(
        project,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /**
   * What it earns.
   *
   * @throws Refusal if the register has no such project, or an option cannot be answered
   */
  public Answer answer(Evidence evidence, Scenario scenario, Workers workers) {
    ProjectFacts facts = new ProjectFacts(evidence, row(evidence));
    return price.isPresent()
        ? FinanceAnswer.atPrice(this, evidence, facts)
        : FinanceAnswer.throughMarket(this, evidence, scenario, facts, workers);
  }

  private Project row(Evidence evidence) {
    String sought = project.strip();
    List<Project> found =
        evidence.projects().stream()
            .filter(p -> p.id().equalsIgnoreCase(sought) || p.name().equalsIgnoreCase(sought))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    List<Project> part =
        evidence.projects().stream()
            .filter(p ->
                !sought.isEmpty()
                    && p.name().toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT)))
            .toList();
    if (part.size() == 1) {
      return part.getFirst();
    }
    if (part.size() > 1) {
      throw Refusal.of(
          "'%s' is the name of %d projects".formatted(project, part.size()),
          "you meant "
              + String.join(
                  " or ", part.stream().limit(4).map(p -> p.id() + " " + p.name()).toList()));
    }
    List<String> names =
        evidence.projects().stream().flatMap(p -> Stream.of(p.id(), p.name())).toList();
    throw Refusal.of(
        "the register has no project '%s'".formatted(project),
        Nearest.wayOut(sought, names, "plimsoll projects lists them"));
  }
}
