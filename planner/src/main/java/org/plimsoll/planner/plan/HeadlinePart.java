package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** What to read first. */
final class HeadlinePart {
  private static final double CENT = 0.01;
  private static final double WORTH_A_CLAUSE = 0.1;

  private final Evidence evidence;
  private final Runs runs;
  private final List<ActionPlan.Statement> statements = new ArrayList<>();

  HeadlinePart(Evidence evidence, Runs runs) {
    this.evidence = evidence;
    this.runs = runs;
  }

  /**
   * @param asked the case of the scenario's own measures; empty if it asks about floors alone
   */
  List<ActionPlan.Statement> headline(
      Optional<ActionPlan.Case> asked,
      List<ActionPlan.Floor> floors,
      ActionPlan.Leverage leverage,
      ActionPlan.Stockpile stockpile,
      ActionPlan.Projects projects,
      List<ActionPlan.Control> controls,
      List<ActionPlan.Promise> promises) {
    asked.ifPresent(this::asked);
    floors.stream().filter(f -> f.status() == Status.REPORTED).forEach(this::floor);
    leverage(leverage);
    proposed(floors);
    if (stockpile.budget().central() > 0) {
      stockpile(stockpile);
    }
    projects.ranked().stream()
        .findFirst()
        .ifPresent(p ->
            say(
                "The announced project with the largest expected value is "
                    + p.name()
                    + " ("
                    + runs.nameOf(p.country())
                    + "): {0} a year.",
                p.expected()));
    register(controls, promises);
    return statements;
  }

  /** What members and restricting exporters gain or lose by what the scenario asks. */
  private void asked(ActionPlan.Case asked) {
    List<Figure> figures = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (ActionPlan.Balance balance : asked.countries()) {
      if (!balance.role().equals("other")) {
        parts.add(runs.nameOf(balance.country()) + " {" + figures.size() + "}");
        figures.add(balance.total());
      }
    }
    say(
        "What this scenario asks, against what is in force today, a year (a loss is below 0): "
            + String.join("; ", parts)
            + ".",
        figures.toArray(Figure[]::new));
  }

  private void stockpile(ActionPlan.Stockpile stockpile) {
    say(
        "Of the stockpile's {0}, {1} is spent; {2} stays unspent, since more would avoid less than"
            + " it costs to carry or thin markets cannot absorb it.",
        stockpile.budget(), stockpile.spent(), stockpile.unspent());
  }

  private void say(String text, Figure... figures) {
    statements.add(new ActionPlan.Statement(text, List.of(figures)));
  }

  /** If the verdict of a reported floor differs between vintages, that is said first. */
  private void floor(ActionPlan.Floor floor) {
    List<Figure> figures = new ArrayList<>(List.of(floor.price()));
    StringBuilder text = new StringBuilder("The reported floor on " + floor.name() + " of {0}");
    Optional<String> first = floor.vintages().stream().map(ActionPlan.FloorAt::verdict).findFirst();
    boolean differs =
        floor.vintages().stream().anyMatch(v -> !v.verdict().equals(first.orElse("")));
    text.append(differs ? " depends on the price it meets: " : ": ");
    List<String> parts = new ArrayList<>();
    for (ActionPlan.FloorAt at : floor.vintages()) {
      figures.add(at.basePrice());
      String part = "against {%d} (%s) it %s".formatted(figures.size() - 1, at.date(), words(at));
      if (!at.verdict().equals("idle")) {
        figures.add(at.levy());
        part += ", the largest levy being {%d}".formatted(figures.size() - 1);
        Optional<Figure> next =
            at.nextStageOutput().filter(f -> f.value().central() < -WORTH_A_CLAUSE);
        if (next.isPresent()) {
          figures.add(next.get());
          part +=
              ", and the alliance's output of the next stage changes by {%d}"
                  .formatted(figures.size() - 1);
        }
      }
      parts.add(part);
    }
    text.append(String.join("; ", parts)).append('.');
    statements.add(new ActionPlan.Statement(text.toString(), figures));
  }

  private static String words(ActionPlan.FloorAt at) {
    return switch (at.verdict()) {
      case "idle" -> "is idle";
      case "binds" -> at.levy().value().low() > 0 ? "binds" : "binds in some draws";
      default -> "does not hold";
    };
  }

  private void leverage(ActionPlan.Leverage leverage) {
    leverage.cells().stream()
        .max(Comparator.comparingDouble(c -> c.loss().central()))
        .ifPresent(c ->
            say(
                "The costliest stop is "
                    + runs.nameOf(c.exporter())
                    + " stopping "
                    + LeveragePart.nameOf(evidence, c.product())
                    + " to the alliance: "
                    + (c.atCeiling() ? "at least " : "")
                    + "{0}, with {1} of its use left unserved.",
                c.loss(),
                c.unservedShare()));
    Map<String, Long> byExporter = new TreeMap<>();
    for (ActionPlan.LeverageCell cell : leverage.cells()) {
      if (cell.unservedShare().central() > CENT) {
        byExporter.merge(cell.exporter(), 1L, Long::sum);
      }
    }
    byExporter.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(e ->
            say(
                runs.nameOf(e.getKey())
                    + " alone could leave more than a hundredth of the alliance's use unserved"
                    + " in {0} of {1} products, one stop at a time.",
                count(e.getValue(), "leverage"),
                count(leverage.products().size(), "products solved")));
  }

  private void proposed(List<ActionPlan.Floor> floors) {
    long binding =
        floors.stream()
            .filter(f -> f.status() == Status.PROPOSED)
            .filter(f ->
                f.vintages().stream()
                    .filter(v -> v.vintage().equals(runs.vintage()))
                    .anyMatch(v -> v.verdict().equals("binds")))
            .count();
    long all = floors.stream().filter(f -> f.status() == Status.PROPOSED).count();
    say(
        "Of {0} floors proposed at the price that new projects need, {1} would bind at the prices"
            + " of this plan; nobody has announced them.",
        count(all, "floors"), count(binding, "floors"));
  }

  private void register(List<ActionPlan.Control> controls, List<ActionPlan.Promise> promises) {
    say(
        "Of {0} commitments in the register, {1} came late, and of {2} nobody can say what"
            + " became of them by their date.",
        count(promises.size(), "commitments"),
        count(promises.stream().filter(p -> p.word().equals("late")).count(), "commitments"),
        count(promises.stream().filter(p -> p.word().equals("unknown")).count(), "commitments"));
    long unknown = controls.stream().filter(c -> c.standing().startsWith("unknown")).count();
    if (unknown > 0) {
      say(
          "{0} export controls have a date behind them and no later evidence: this plan does not"
              + " treat them as in force, nor as ended.",
          count(unknown, "export_controls"));
    }
  }

  private static Figure count(long number, String what) {
    return Figure.derived(
        Interval.exactly((double) number),
        "count",
        Grade.A,
        List.of("count of " + what + " in this plan"));
  }
}
