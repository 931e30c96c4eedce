package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.commitments.PromiseState;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.study.CaseId;

/** What to read first: a function of the rest of the plan, so that a reader can check it. */
public final class Headline {
  private static final double TWENTIETH = 0.05;
  private static final double WORTH_A_CLAUSE = 0.1;

  private final ActionPlan plan;
  private final List<ActionPlan.Statement> statements = new ArrayList<>();

  private Headline(ActionPlan plan) {
    this.plan = plan;
  }

  /** The statements that the parts of a plan support, the most important first. */
  public static List<ActionPlan.Statement> of(ActionPlan plan) {
    return new Headline(plan).statements();
  }

  private List<ActionPlan.Statement> statements() {
    asked();
    plan.floors().stream().filter(f -> f.status() == Status.REPORTED).forEach(this::floor);
    leverage();
    proposed();
    stockpile();
    projects();
    eitherWay();
    disparities();
    register();
    return List.copyOf(statements);
  }

  private String nameOf(String code) {
    return plan.frame().names().getOrDefault(code, code);
  }

  private String nameOf(ProductId product) {
    return plan.coverage().stream()
        .filter(line -> line.product().equals(product))
        .map(ActionPlan.Coverage::name)
        .findFirst()
        .orElse(product.toString());
  }

  private void say(String text, Figure... figures) {
    statements.add(new ActionPlan.Statement(text, List.of(figures)));
  }

  /** What members and restricting exporters gain or lose by what the scenario asks. */
  private void asked() {
    Optional<ActionPlan.Case> asked =
        plan.cases().stream().filter(c -> c.id().equals(CaseId.SCENARIO)).findFirst();
    if (plan.frame().asksFloorsOnly() || asked.isEmpty()) {
      return;
    }
    List<Figure> figures = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (ActionPlan.Balance balance : asked.get().countries()) {
      if (balance.role() != ActionPlan.Role.OTHER && balance.total() instanceof Figure total) {
        parts.add(nameOf(balance.country()) + " {" + figures.size() + "}");
        figures.add(total);
      }
    }
    say(
        "What this scenario asks, against what is in force today, a year (a loss is below 0): "
            + String.join("; ", parts)
            + ".",
        figures.toArray(Figure[]::new));
  }

  /** If the verdict on a reported floor differs between vintages, that is said first. */
  private void floor(ActionPlan.Floor floor) {
    List<Figure> figures = new ArrayList<>(List.of(floor.price()));
    long verdicts = floor.vintages().stream().map(ActionPlan.FloorAt::verdict).distinct().count();
    List<String> parts = new ArrayList<>();
    for (ActionPlan.FloorAt at : floor.vintages()) {
      figures.add(at.basePrice());
      String part =
          "against {%d} (%s) it is %s"
              .formatted(figures.size() - 1, at.date(), at.verdict().word());
      part += paid(at, figures) + levy(at, figures) + nextStage(at, figures);
      parts.add(part);
    }
    say(
        "The reported floor on "
            + floor.name()
            + " of {0}"
            + (verdicts > 1 ? " depends on the price it meets: " : ": ")
            + String.join("; ", parts)
            + ".",
        figures.toArray(Figure[]::new));
  }

  /** What the maker that is paid least gets, where the floor is not held. */
  private String paid(ActionPlan.FloorAt at, List<Figure> figures) {
    Optional<ActionPlan.CountryFigure> least =
        at.makers().stream()
            .filter(maker -> maker.figure() instanceof Figure)
            .min(
                Comparator.comparing(
                    ActionPlan.CountryFigure::figure, (a, b) -> Result.largestFirst(b, a)));
    if (at.verdict() != FloorVerdict.LEVIED_NOT_HELD || least.isEmpty()) {
      return "";
    }
    figures.add(least.get().figure().find().orElseThrow());
    return " (makers in %s are paid {%d})"
        .formatted(nameOf(least.get().country()), figures.size() - 1);
  }

  private static String levy(ActionPlan.FloorAt at, List<Figure> figures) {
    if (at.verdict() == FloorVerdict.IDLE || !at.levy().isAbove(0)) {
      return "";
    }
    figures.add(at.levy().find().orElseThrow());
    return ", the largest levy being {%d}".formatted(figures.size() - 1);
  }

  private static String nextStage(ActionPlan.FloorAt at, List<Figure> figures) {
    if (!at.nextStageOutput().isBelow(-WORTH_A_CLAUSE)) {
      return "";
    }
    figures.add(at.nextStageOutput().find().orElseThrow());
    return ", and the alliance's output of the next stage changes by {%d}"
        .formatted(figures.size() - 1);
  }

  private void leverage() {
    List<ActionPlan.LeverageCell> cells = plan.leverage().cells();
    cells.stream()
        .map(ActionPlan.LeverageCell::toAlliance)
        .filter(stop -> stop.usersLoss() instanceof Figure && stop.loss() instanceof Figure)
        .min(Comparator.comparing(ActionPlan.StopEffect::usersLoss, Result::largestFirst))
        .ifPresent(costliest ->
            cells.stream()
                .filter(cell -> cell.toAlliance().equals(costliest))
                .findFirst()
                .ifPresent(this::costliest));
    Map<String, Long> byExporter = new TreeMap<>();
    for (ActionPlan.LeverageCell cell : cells) {
      if (cell.toAlliance().useGivenUp().isAbove(TWENTIETH)) {
        byExporter.merge(cell.exporter(), 1L, Long::sum);
      }
    }
    byExporter.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(e ->
            say(
                nameOf(e.getKey())
                    + " alone could end more than a twentieth of the alliance's use in {0} of {1}"
                    + " products, one stop at a time.",
                Figure.count(e.getValue(), "leverage"),
                Figure.count(plan.leverage().products().size(), "products solved")));
    long unsolved =
        cells.stream().filter(cell -> cell.toAlliance().loss() instanceof NoFigure).count();
    if (unsolved > 0) {
      say(
          "{0} of {1} stops have no solution; what rests on them is missing and says so.",
          Figure.count(unsolved, "leverage"), Figure.count(cells.size(), "leverage"));
    }
  }

  private void costliest(ActionPlan.LeverageCell cell) {
    ActionPlan.StopEffect stop = cell.toAlliance();
    List<Figure> figures = new ArrayList<>();
    String text =
        "The stop that costs the alliance's users most is "
            + nameOf(cell.exporter())
            + " stopping "
            + nameOf(cell.product())
            + " to it: they lose "
            + slot(stop.usersLoss(), figures)
            + " a year and give up "
            + slot(stop.useGivenUp(), figures)
            + " of their use, "
            + slot(stop.unservedShare(), figures)
            + " of it at the ceiling and unserved; net of what its makers and treasuries gain the"
            + " alliance loses "
            + slot(stop.loss(), figures)
            + " against the base year.";
    say(text, figures.toArray(Figure[]::new));
  }

  /** The place of a figure in a sentence. */
  private static String slot(Result result, List<Figure> figures) {
    result.find().ifPresent(figures::add);
    return result instanceof Figure ? "{%d}".formatted(figures.size() - 1) : "an unknown sum";
  }

  private void proposed() {
    List<ActionPlan.Floor> proposed =
        plan.floors().stream().filter(f -> f.status() == Status.PROPOSED).toList();
    say(
        "Of {0} floors proposed at the price that new projects need, {1} would be held at the"
            + " prices of this plan, {2} levied and not held; nobody has announced them.",
        Figure.count(proposed.size(), "floors"),
        Figure.count(count(proposed, FloorVerdict.HELD), "floors"),
        Figure.count(count(proposed, FloorVerdict.LEVIED_NOT_HELD), "floors"));
  }

  private long count(List<ActionPlan.Floor> floors, FloorVerdict verdict) {
    return floors.stream()
        .flatMap(f -> f.vintages().stream())
        .filter(v -> v.vintage().equals(plan.solvedVintage()) && v.verdict() == verdict)
        .count();
  }

  private void stockpile() {
    ActionPlan.Stockpile stockpile = plan.stockpile();
    if (stockpile.budget().central() > 0) {
      say(
          "Of the stockpile's {0}, {1} is spent; {2} stays unspent, since more would avoid less"
              + " than it costs to carry or thin markets cannot absorb it.",
          stockpile.budget(), stockpile.spent(), stockpile.unspent());
    }
  }

  private void projects() {
    plan.projects().ranked().stream()
        .filter(p -> p.expected() instanceof Figure)
        .findFirst()
        .ifPresent(p ->
            say(
                "The announced plant with the largest expected value is "
                    + p.name()
                    + " ("
                    + nameOf(p.country())
                    + "): {0} a year.",
                p.expected().find().orElseThrow()));
  }

  private void eitherWay() {
    plan.eitherWay().stream()
        .filter(e -> e.inForce().usersLoss() instanceof Figure)
        .min(Comparator.comparing(e -> e.inForce().usersLoss(), Result::largestFirst))
        .ifPresent(e -> {
          List<Figure> figures = new ArrayList<>();
          String text =
              "Of the controls whose state nobody knows, "
                  + nameOf(e.exporter())
                  + "'s on "
                  + nameOf(e.product())
                  + " matters most: suspended, the alliance's users lose "
                  + slot(e.suspended().usersLoss(), figures)
                  + " a year against the base; in force "
                  + slot(e.inForce().usersLoss(), figures)
                  + ".";
          say(text, figures.toArray(Figure[]::new));
        });
  }

  private void disparities() {
    plan.disparities().stream()
        .filter(d -> d.dearPrice() instanceof Figure && d.cheapPrice() instanceof Figure)
        .findFirst()
        .ifPresent(d ->
            say(
                "Of {0} products two members pay prices that freight, duty and the stated friction"
                    + " do not explain; the widest is "
                    + nameOf(d.product())
                    + ": {1} in "
                    + nameOf(d.dear())
                    + ", {2} in "
                    + nameOf(d.cheap())
                    + ".",
                Figure.count(plan.disparities().size(), "disparities"),
                d.dearPrice().find().orElseThrow(),
                d.cheapPrice().find().orElseThrow()));
  }

  private void register() {
    List<ActionPlan.Promise> promises = plan.commitments();
    say(
        "Of {0} commitments in the register, {1} came late, {2} are overdue, and of {3} nobody can"
            + " say what became of them by their date.",
        Figure.count(promises.size(), "commitments"),
        count(promises, PromiseState.KEPT_LATE),
        count(promises, PromiseState.OVERDUE),
        count(promises, PromiseState.UNKNOWN));
    long unknown = plan.controls().stream().filter(ActionPlan.Control::isUnknown).count();
    if (unknown > 0) {
      say(
          "{0} export controls have a date behind them and no later evidence: nobody can say"
              + " whether they are in force. Those that a market can be solved for are shown both"
              + " ways.",
          Figure.count(unknown, "export_controls"));
    }
  }

  private static Figure count(List<ActionPlan.Promise> promises, PromiseState state) {
    return Figure.count(promises.stream().filter(p -> p.state() == state).count(), "commitments");
  }
}
