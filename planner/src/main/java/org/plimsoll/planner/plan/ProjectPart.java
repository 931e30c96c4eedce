package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.projects.Ranking;

/** Projects by the loss that their announced capacity would avoid in a stop. */
final class ProjectPart {
  private final Evidence evidence;
  private final Bloc bloc;
  private final Runs runs;
  private final Map<ProductId, LeveragePart.Stop> worst;
  private final Map<ProductId, Double> lossOfStop = new HashMap<>();

  ProjectPart(Evidence evidence, Bloc bloc, Runs runs, Map<ProductId, LeveragePart.Stop> worst) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.runs = runs;
    this.worst = worst;
  }

  ActionPlan.Projects projects() {
    prepare();
    Ranking ranking =
        Ranking.of(
            candidates(),
            this::avoidedLoss,
            product -> evidence.getParameter("disruption-probability", product).value().central());
    List<ActionPlan.RankedProject> ranked = new ArrayList<>();
    ranking.valued().forEach(v -> ranked.add(line(v)));
    List<String> notValued = new ArrayList<>();
    for (Project project : ranking.notValued()) {
      notValued.add(project.id() + " " + project.name() + ": " + missing(project));
    }
    return new ActionPlan.Projects(ranked, notValued, narrow());
  }

  private void prepare() {
    List<List<Measure>> all = new ArrayList<>();
    for (Project project : candidates()) {
      Optional<ProductId> product = project.product();
      Optional<CountryCode> country = project.country();
      if (product.isPresent()
          && country.isPresent()
          && project.capacityTonnesPerYear().isPresent()
          && worst.containsKey(product.get())) {
        Measure added =
            capacity(product.get(), country.get(), project.capacityTonnesPerYear().getAsDouble());
        LeveragePart.Stop stop = worst.get(product.get());
        all.add(List.of(added));
        if (stop != null) {
          all.add(List.of(LeveragePart.ban(stop, bloc), added));
        }
      }
    }
    runs.prepare(all);
  }

  /** Projects in the chains that are solved. */
  private List<Project> candidates() {
    return evidence.projects().stream()
        .filter(p -> p.product().map(runs.products()::contains).orElse(false))
        .toList();
  }

  /** Every announced project that makes a product, as capacity added. */
  List<Measure> capacities(ProductId made) {
    List<Measure> measures = new ArrayList<>();
    for (Project project : candidates()) {
      Optional<ProductId> product = project.product();
      Optional<CountryCode> country = project.country();
      if (product.isPresent()
          && product.get().equals(made)
          && country.isPresent()
          && project.capacityTonnesPerYear().isPresent()) {
        measures.add(
            capacity(
                project.id(),
                product.get(),
                country.get(),
                project.capacityTonnesPerYear().getAsDouble()));
      }
    }
    return measures;
  }

  private static String missing(Project project) {
    return project.country().isEmpty()
        ? "no single country"
        : "no capacity published on the product's basis";
  }

  private double avoidedLoss(ProductId product, CountryCode country, double tonnes) {
    LeveragePart.Stop stop = worst.get(product);
    if (stop == null || country.equals(stop.exporter())) {
      return 0;
    }
    double without =
        lossOfStop.computeIfAbsent(
            product,
            p -> -runs.also(List.of(LeveragePart.ban(stop, bloc))).welfare(bloc.countries()));
    Optional<Solved> with =
        runs.find(List.of(LeveragePart.ban(stop, bloc), capacity(product, country, tonnes)));
    Optional<Solved> calm = runs.find(List.of(capacity(product, country, tonnes)));
    if (with.isEmpty() || calm.isEmpty()) {
      return 0;
    }
    double calmGain =
        calm.get().welfare(bloc.countries()) - runs.statusQuo().welfare(bloc.countries());
    // What the capacity earns without a stop is not protection against one. In whole dollars, so
    // that the solver's last digits rank nothing.
    double avoided = without + with.get().welfare(bloc.countries()) - calmGain;
    return StrictMath.round(avoided);
  }

  private static SupplyMeasure.CapacityChange capacity(
      ProductId product, CountryCode country, double tonnes) {
    return capacity("project", product, country, tonnes);
  }

  private static SupplyMeasure.CapacityChange capacity(
      String id, ProductId product, CountryCode country, double tonnes) {
    return new SupplyMeasure.CapacityChange(
        new Terms(
            id,
            List.of(product),
            Parties.of(country.alpha3()),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.REPORTED,
            "projects"),
        Interval.exactly(tonnes));
  }

  private ActionPlan.RankedProject line(Ranking.Valued valued) {
    Project project = valued.project();
    ProductId product = project.product().orElseThrow();
    String run = "a stop by the first supplier with the project built, less the same without it";
    return new ActionPlan.RankedProject(
        project.id(),
        project.name(),
        project.operator(),
        project.country().map(CountryCode::alpha3).orElse(""),
        product,
        Figure.read(project.capacityTonnesPerYear().orElseThrow(), "t/year", project.provenance()),
        runs.figure(valued.avoidedLossUsd(), "USD/year", run, product),
        runs.figure(valued.expectedUsdPerYear(), "USD/year", run, product),
        project.startYear().isPresent()
            ? Integer.toString(project.startYear().getAsInt())
            : "not announced",
        project.state(),
        project.support(),
        project.url());
  }

  /** Per commodity, the stage whose stop costs the alliance most. */
  private List<ActionPlan.Statement> narrow() {
    Map<String, LeveragePart.Stop> stage = new java.util.TreeMap<>();
    Map<String, Double> loss = new HashMap<>();
    worst.forEach((product, stop) -> {
      double value =
          runs.statusQuo().welfare(bloc.countries())
              - runs.also(List.of(LeveragePart.ban(stop, bloc))).welfare(bloc.countries());
      if (value > loss.getOrDefault(product.commodity(), 0.0)) {
        loss.put(product.commodity(), value);
        stage.put(product.commodity(), stop);
      }
    });
    List<ActionPlan.Statement> statements = new ArrayList<>();
    stage.forEach((commodity, stop) ->
        statements.add(
            new ActionPlan.Statement(
                LeveragePart.nameOf(evidence, stop.product())
                    + ": the stage of its chain where a stop by "
                    + runs.nameOf(stop.exporter())
                    + " costs the alliance most, {0} a year.",
                List.of(
                    runs.figure(
                        loss.getOrDefault(commodity, 0.0),
                        "USD/year",
                        LeveragePart.ban(stop, bloc).id(),
                        stop.product())))));
    return statements;
  }
}
