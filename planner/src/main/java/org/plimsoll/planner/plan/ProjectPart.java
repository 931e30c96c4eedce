package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.projects.Plant;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/**
 * Plants by what their announced capacity gains the alliance in a stop.
 *
 * <pre>
 *   avoided loss   W(in force + plant + stop) − W(in force + stop)
 *   calm gain      W(in force + plant) − W(in force)
 * </pre>
 *
 * <p>W is the members' surplus. A plant is built whole: all its products at once.
 */
final class ProjectPart {
  private static final String METHOD = "docs/method/leverage.md";

  private final PlanContext context;
  private final LeveragePart leverage;
  private final SortedMap<ProductId, Stop> worst;
  private final List<Plant> plants;

  ProjectPart(PlanContext context, LeveragePart leverage, SortedMap<ProductId, Stop> worst) {
    this.context = context;
    this.leverage = leverage;
    this.worst = worst;
    plants = Plant.of(candidates());
  }

  /** Projects in the chains that are solved. */
  private List<Project> candidates() {
    List<ProductId> products = context.products();
    return context.evidence.projects().stream()
        .filter(p -> p.product().map(products::contains).orElse(false))
        .toList();
  }

  ActionPlan.Projects projects() {
    List<Request> requests = new ArrayList<>();
    List<Quantity> surplus = List.of(PlanContext.surplus(context.whole));
    requests.add(new Request(context.statusQuo(), surplus));
    for (Plant plant : plants) {
      requests.add(new Request(built(plant), surplus));
      for (Stop stop : stops(plant)) {
        requests.add(new Request(leverage.question(stop), surplus));
        requests.add(new Request(built(plant, stop), inStop(plant)));
      }
    }
    Study study = context.inquiry.study("plants", requests);
    List<ActionPlan.RankedProject> ranked = new ArrayList<>();
    plants.forEach(plant -> ranked.add(line(plant, study)));
    ranked.sort(
        Comparator.comparing(ActionPlan.RankedProject::expected, Result::largestFirst)
            .thenComparing(p -> p.ids().getFirst()));
    List<String> notValued =
        candidates().stream()
            .filter(project -> !Plant.isValuable(project))
            .map(project -> project.id() + " " + project.name() + ": " + missing(project))
            .toList();
    return new ActionPlan.Projects(ranked, notValued, narrow());
  }

  /** The stops that a plant may help in: the costliest of each of its products, by others. */
  private List<Stop> stops(Plant plant) {
    return plant.rows().stream()
        .flatMap(row -> row.product().stream())
        .distinct()
        .flatMap(product -> Optional.ofNullable(worst.get(product)).stream())
        .filter(stop -> !stop.exporter().equals(plant.country()))
        .toList();
  }

  /** What is read of a stop in which the plant stands. */
  private List<Quantity> inStop(Plant plant) {
    List<Quantity> quantities = new ArrayList<>(List.of(PlanContext.surplus(context.whole)));
    plant.rows().forEach(row -> quantities.add(made(row)));
    return quantities;
  }

  private static Quantity made(Project row) {
    return new Quantity.NewOutput(row.id(), row.product().orElseThrow());
  }

  private static CaseId id(Plant plant) {
    return CaseId.of("plant", plant.name(), plant.rows().getFirst().id());
  }

  private Question built(Plant plant) {
    return context.question(id(plant), capacities(plant.rows()));
  }

  private Question built(Plant plant, Stop stop) {
    List<Measure> measures = new ArrayList<>(List.of(stop.ban(context.bloc)));
    measures.addAll(capacities(plant.rows()));
    return context.question(CaseId.of(id(plant).id(), "in", stop.id().id()), measures);
  }

  private static List<Measure> capacities(List<Project> rows) {
    return rows.stream().<Measure>map(Plant::measure).toList();
  }

  /** Every announced plant that makes a product, as capacity added. */
  List<Measure> capacities(ProductId made) {
    return capacities(
        plants.stream()
            .flatMap(plant -> plant.rows().stream())
            .filter(row -> row.product().equals(Optional.of(made)))
            .toList());
  }

  private static String missing(Project project) {
    return project.country().isEmpty()
        ? "no single country"
        : "no capacity published on the product's basis";
  }

  private ActionPlan.RankedProject line(Plant plant, Study study) {
    Quantity surplus = PlanContext.surplus(context.whole);
    Question built = built(plant);
    Result calm = context.figure(gain(study, built, context.statusQuo()), surplus, built);
    Optional<Stop> helps = helpsMost(plant, study);
    Result avoided =
        helps
            .map(stop ->
                context.figure(
                    gain(study, built(plant, stop), leverage.question(stop)),
                    surplus,
                    built(plant, stop)))
            .orElseGet(() -> new NoFigure("USD/year", whyNoStop(plant)));
    return new ActionPlan.RankedProject(
        plant.rows().stream().map(Project::id).toList(),
        plant.name(),
        plant.rows().getFirst().operator(),
        plant.country().alpha3(),
        plant.rows().stream()
            .map(row ->
                new ActionPlan.PlantOutput(
                    row.product().orElseThrow(),
                    Figure.read(
                        row.capacityTonnesPerYear().orElseThrow(), "t/year", row.provenance()),
                    inStop(plant, row, helps, study)))
            .toList(),
        helps.map(stop -> idle(plant, stop)).orElse(""),
        helps.map(Stop::id).orElse(CaseId.STATUS_QUO),
        calm,
        avoided,
        expected(avoided, helps),
        plant.start().map(year -> Integer.toString(year)).orElse("not announced"),
        plant.joined(this::stateOf),
        plant.joined(Project::support),
        plant.rows().getFirst().url());
  }

  private Result inStop(Plant plant, Project row, Optional<Stop> helps, Study study) {
    return helps
        .map(stop -> built(plant, stop))
        .map(question -> context.figure(study.get(question, made(row)), made(row), question))
        .orElseGet(() -> new NoFigure("t/year", whyNoStop(plant)));
  }

  /** Why no part of the plant makes anything in a stop; empty if one does, or nobody knows. */
  private String idle(Plant plant, Stop stop) {
    if (!(context.inquiry.ask(built(plant, stop)) instanceof Attempt.Answered answered)) {
      return "";
    }
    List<NewCapacity> added = answered.solved().equilibrium().listNewCapacity();
    return added.stream().anyMatch(NewCapacity::runs)
        ? ""
        : added.stream()
            .map(each -> FindingWords.whyIdle(context.evidence, each))
            .distinct()
            .collect(Collectors.joining("; "));
  }

  /** The register's words, and of which product it counts where nothing reported tells. */
  private String stateOf(Project row) {
    return row.isProductUnknown()
        ? "%s; counted as %s, since nothing reported tells it from %s"
            .formatted(
                row.state(),
                context.nameOf(row.product().orElseThrow()),
                String.join(" or ", row.orProducts().stream().map(context::nameOf).toList()))
        : row.state();
  }

  /** What members gain by the plant, in whole dollars, so that rounding ranks nothing. */
  private Series gain(Study study, Question with, Question without) {
    return study.change(with, without, PlanContext.surplus(context.whole)).map(Reading::rounded);
  }

  private String whyNoStop(Plant plant) {
    boolean isOwn =
        plant.rows().stream()
            .flatMap(row -> row.product().stream())
            .anyMatch(product -> worst.containsKey(product));
    return isOwn
        ? "it stands in the country whose stop it would have to help in"
        : "no stop of its products that was solved costs the alliance's users anything";
  }

  private Result expected(Result avoided, Optional<Stop> stop) {
    return switch (avoided) {
      case NoFigure none -> none;
      case Figure figure -> {
        Parameter chance =
            context.evidence.getParameter("disruption-probability", stop.orElseThrow().product());
        // The chance is the central one: its range is a judgement that every plant shares.
        yield Figure.of(
            Derivation.Rule.PRODUCT,
            "USD/year",
            METHOD,
            figure,
            Figure.read(chance.value().central(), "1", chance.provenance()));
      }
    };
  }

  /** The stop in which the plant gains the alliance most, in the central case. */
  private Optional<Stop> helpsMost(Plant plant, Study study) {
    List<Stop> stops = stops(plant);
    Optional<Stop> best = stops.stream().findFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (Stop stop : stops) {
      if (gain(study, built(plant, stop), leverage.question(stop)).central()
              instanceof Reading.Known gain
          && gain.value() > most) {
        most = gain.value();
        best = Optional.of(stop);
      }
    }
    return best;
  }

  /** Per commodity, the stage whose stop costs the alliance's users most. */
  private List<ActionPlan.Statement> narrow() {
    SortedMap<String, Stop> stage = new TreeMap<>();
    SortedMap<String, Double> largest = new TreeMap<>();
    worst.forEach((product, stop) -> {
      double loss = leverage.centralUsersLoss(stop).orElse(0);
      if (loss > largest.getOrDefault(product.commodity(), 0.0)) {
        largest.put(product.commodity(), loss);
        stage.put(product.commodity(), stop);
      }
    });
    List<ActionPlan.Statement> statements = new ArrayList<>();
    stage
        .values()
        .forEach(stop ->
            leverage
                .usersLoss(stop)
                .find()
                .ifPresent(loss ->
                    statements.add(
                        new ActionPlan.Statement(
                            context.nameOf(stop.product())
                                + ": the stage of its chain where a stop by "
                                + context.nameOf(stop.exporter())
                                + " costs the alliance's users most, {0} a year.",
                            List.of(loss)))));
    return statements;
  }
}
