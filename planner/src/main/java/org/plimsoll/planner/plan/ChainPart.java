package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/** Flows along chains in one case and in another. */
final class ChainPart {
  private static final double SMALL = 1e-5;

  private final PlanContext context;

  /** The rows of trade in the base year. */
  private final Map<Quantity.Flow, Flow> baseRows = new HashMap<>();

  ChainPart(PlanContext context) {
    this.context = context;
    for (Flow row : context.evidence.flows()) {
      if (row.year() == context.evidence.baseYear()) {
        baseRows.put(new Quantity.Flow(row.product(), row.exporter(), row.importer()), row);
      }
    }
  }

  /** Flows along every chain in the base year and in a case, drawn where draws are asked. */
  List<ActionPlan.Chain> chains(Question after) {
    Question base = Question.base(context.vintage);
    return chains(base, after, study(context.products(), base, List.of(after)));
  }

  /** Flows along the chain of each stop, in force and in the stop. */
  List<ActionPlan.Chain> stops(List<Stop> stops, LeveragePart leverage) {
    List<ActionPlan.Chain> chains = new ArrayList<>();
    Question before = context.statusQuo();
    List<Request> requests = new ArrayList<>();
    for (Stop stop : stops) {
      List<ProductId> products = chainOf(stop.product());
      requests.addAll(requests(products, before, leverage.question(stop)));
    }
    Study study = context.inquiry.study("flows in stops", requests);
    for (Stop stop : stops) {
      Question after = leverage.question(stop);
      chains.add(chain(stop.product().commodity(), chainOf(stop.product()), before, after, study));
    }
    return chains;
  }

  private List<ProductId> chainOf(ProductId product) {
    return context.products().stream()
        .filter(p -> p.commodity().equals(product.commodity()))
        .toList();
  }

  private Study study(List<ProductId> products, Question before, List<Question> after) {
    List<Request> requests = new ArrayList<>();
    after.forEach(question -> requests.addAll(requests(products, before, question)));
    return context.inquiry.study("flows", requests);
  }

  private List<Request> requests(List<ProductId> products, Question before, Question after) {
    List<Quantity> flows = new ArrayList<>();
    products.forEach(product -> flows.addAll(flows(product, before, after)));
    return List.of(new Request(before, flows), new Request(after, flows));
  }

  /** Every flow of a product in either case. */
  private List<Quantity.Flow> flows(ProductId product, Question before, Question after) {
    Map<Quantity.Flow, Boolean> flows = new LinkedHashMap<>();
    for (Question question : List.of(after, before)) {
      context.inquiry.ask(question).get().listFlows(product).forEach(f -> flows.put(f, true));
    }
    return List.copyOf(flows.keySet());
  }

  private List<ActionPlan.Chain> chains(Question before, Question after, Study study) {
    Map<String, List<ProductId>> byCommodity = new LinkedHashMap<>();
    for (ProductId product : context.products()) {
      byCommodity.computeIfAbsent(product.commodity(), c -> new ArrayList<>()).add(product);
    }
    List<ActionPlan.Chain> chains = new ArrayList<>();
    byCommodity.forEach(
        (commodity, products) -> chains.add(chain(commodity, products, before, after, study)));
    return chains;
  }

  private ActionPlan.Chain chain(
      String commodity, List<ProductId> products, Question before, Question after, Study study) {
    Map<ProductId, Double> factors = factors(products);
    List<ActionPlan.Stage> stages = new ArrayList<>();
    for (ProductId product : products) {
      stages.add(stage(product, factors.getOrDefault(product, 1.0), before, after, study));
    }
    String name =
        context.evidence.commodities().stream()
            .filter(c -> c.id().equals(commodity))
            .map(Commodity::name)
            .findFirst()
            .orElse(commodity);
    String basis = context.evidence.getProduct(products.getFirst()).basis();
    return new ActionPlan.Chain(
        commodity,
        name,
        products.size() == 1 ? basis : basis + ", as each stage takes it",
        stages,
        before.id(),
        after.id());
  }

  /** Tonnes of the first product that go into a tonne of each later one. */
  private Map<ProductId, Double> factors(List<ProductId> products) {
    Map<ProductId, Double> factors = new HashMap<>();
    factors.put(products.getFirst(), 1.0);
    for (ProductId product : products) {
      for (Activity activity : context.evidence.activities()) {
        if (activity.primary().equals(product)) {
          activity
              .inputs()
              .forEach((input, perUnit) -> {
                Double upstream = factors.get(input);
                if (upstream != null && input.commodity().equals(product.commodity())) {
                  factors.putIfAbsent(product, upstream * perUnit);
                }
              });
        }
      }
    }
    return factors;
  }

  private ActionPlan.Stage stage(
      ProductId product, double factor, Question before, Question after, Study study) {
    List<Quantity.Flow> flows = flows(product, before, after);
    double total = flows.stream().mapToDouble(f -> central(f, before, study)).sum();
    List<ActionPlan.FlowLine> lines = new ArrayList<>();
    for (Quantity.Flow flow : flows) {
      double largest = Math.max(central(flow, before, study), central(flow, after, study));
      if (largest > SMALL * total) {
        lines.add(
            new ActionPlan.FlowLine(
                flow.from().alpha3(),
                flow.to().alpha3(),
                figure(flow, before, factor, study),
                figure(flow, after, factor, study)));
      }
    }
    lines.sort(
        Comparator.comparing(ActionPlan.FlowLine::before, Result::largestFirst)
            .thenComparing(ActionPlan.FlowLine::from)
            .thenComparing(ActionPlan.FlowLine::to));
    return new ActionPlan.Stage(product, context.evidence.getProduct(product).name(), lines);
  }

  private static double central(Quantity flow, Question question, Study study) {
    return study.get(question, flow).central() instanceof Reading.Known known ? known.value() : 0;
  }

  private Result figure(Quantity.Flow flow, Question question, double factor, Study study) {
    if (question.isBase()) {
      return inBase(flow, central(flow, question, study) * factor);
    }
    return context.figure(
        study.get(question, flow).times(factor), flow.unit(), question, flow.of());
  }

  /** A flow of the base year rests on its own row of trade. */
  private Figure inBase(Quantity.Flow flow, double tonnes) {
    Optional<Flow> row = Optional.ofNullable(baseRows.get(flow));
    return Figure.ofRows(
        Interval.exactly(tonnes),
        flow.unit(),
        row.map(f -> f.provenance().grade()).orElse(Grade.C),
        List.of(
            row.map(f -> f.provenance().source().toString())
                .orElse("no trade of " + flow.of() + " from " + flow.from() + " in the base year"),
            "docs/method/chains.md"));
  }
}
