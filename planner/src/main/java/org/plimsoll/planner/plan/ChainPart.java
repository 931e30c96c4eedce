package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;

/** Flows along each chain in the base year and in a case. */
final class ChainPart {
  private static final double SMALL = 1e-5;

  private final Evidence evidence;
  private final Runs runs;

  ChainPart(Evidence evidence, Runs runs) {
    this.evidence = evidence;
    this.runs = runs;
  }

  List<ActionPlan.Chain> chains(Solved after, String afterTitle) {
    Map<String, List<ProductId>> byCommodity = new LinkedHashMap<>();
    for (ProductId product : runs.products()) {
      byCommodity.computeIfAbsent(product.commodity(), c -> new ArrayList<>()).add(product);
    }
    List<ActionPlan.Chain> chains = new ArrayList<>();
    byCommodity.forEach(
        (commodity, products) -> chains.add(chain(commodity, products, after, afterTitle)));
    return chains;
  }

  private ActionPlan.Chain chain(
      String commodity, List<ProductId> products, Solved after, String afterTitle) {
    Map<ProductId, Double> factors = factors(products);
    List<ActionPlan.Stage> stages = new ArrayList<>();
    for (ProductId product : products) {
      stages.add(stage(product, factors.getOrDefault(product, 1.0), after));
    }
    String name =
        evidence.commodities().stream()
            .filter(c -> c.id().equals(commodity))
            .map(c -> c.name())
            .findFirst()
            .orElse(commodity);
    String basis =
        products.size() == 1
            ? evidence.getProduct(products.getFirst()).basis()
            : evidence.getProduct(products.getFirst()).basis() + ", as each stage takes it";
    return new ActionPlan.Chain(commodity, name, basis, stages, afterTitle);
  }

  /** Tonnes of the first product that go into a tonne of each later one. */
  private Map<ProductId, Double> factors(List<ProductId> products) {
    Map<ProductId, Double> factors = new HashMap<>();
    factors.put(products.getFirst(), 1.0);
    for (ProductId product : products) {
      for (Activity activity : evidence.activities()) {
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

  private ActionPlan.Stage stage(ProductId product, double factor, Solved after) {
    List<ActionPlan.FlowLine> lines = new ArrayList<>();
    double total =
        evidence.flows().stream()
            .filter(f -> f.product().equals(product))
            .mapToDouble(Flow::tonnes)
            .sum();
    Map<String, Flow> known = new HashMap<>();
    for (Flow flow : evidence.flows()) {
      if (flow.product().equals(product)) {
        known.put(flow.exporter() + ">" + flow.importer(), flow);
      }
    }
    for (Solved.Lane route : after.lanes(product)) {
      Flow flow = known.get(route.from() + ">" + route.to());
      double before = flow == null ? 0 : flow.tonnes();
      if (Math.max(before, route.tonnes()) > SMALL * total) {
        Grade grade = flow == null ? Grade.C : flow.provenance().grade();
        lines.add(line(product, route, before * factor, route.tonnes() * factor, grade, after));
      }
    }
    lines.sort(
        Comparator.comparingDouble((ActionPlan.FlowLine l) -> -l.before().central())
            .thenComparing(ActionPlan.FlowLine::from)
            .thenComparing(ActionPlan.FlowLine::to));
    return new ActionPlan.Stage(product, evidence.getProduct(product).name(), lines);
  }

  private static ActionPlan.FlowLine line(
      ProductId product,
      Solved.Lane route,
      double before,
      double after,
      Grade grade,
      Solved solved) {
    String row = "world/trade.csv: " + product;
    return new ActionPlan.FlowLine(
        route.from().alpha3(),
        route.to().alpha3(),
        Figure.derived(Interval.exactly(before), "t/year", grade, List.of(row)),
        Figure.derived(
            Interval.exactly(after),
            "t/year",
            Grade.C,
            List.of("run " + solved.run(), row, "docs/method/market.md")));
  }
}
