package org.plimsoll.bench.peers;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.file.CaseAnswer;
import org.plimsoll.planner.market.file.CaseMarket;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * What {@code plimsoll solve FILE} runs, from the market in memory to the certified answer.
 *
 * @param name as the table calls it
 * @param measures of the file; with any, the market is solved without them first, as the verb does
 */
record Ours(String name, List<Measure> measures) implements Contender {
  Ours {
    measures = List.copyOf(measures);
  }

  @Override
  public Supplier<Attempt> prepare(SpatialProblem problem) {
    MarketCase file = problem.file().withMeasures(measures);
    return () -> attempt(problem, CaseMarket.of(file));
  }

  /** The same from the market solved without measures, whose time does not count. */
  Contender restarted() {
    return new Restarted(this);
  }

  private record Restarted(Ours whole) implements Contender {
    @Override
    public String name() {
      return whole.name + ", from the market solved";
    }

    @Override
    public Supplier<Attempt> prepare(SpatialProblem problem) {
      CaseMarket solved = CaseMarket.of(problem.file().withMeasures(List.of()));
      solved.solve(SolverLimits.USUAL);
      return () -> whole.attempt(problem, solved.under(whole.measures));
    }
  }

  private Attempt attempt(SpatialProblem problem, CaseMarket market) {
    return switch (market.solve(SolverLimits.USUAL)) {
      case CaseMarket.Result.Solved(CaseAnswer answer) ->
          new Attempt.Found(plan(problem, answer), remark(answer));
      case CaseMarket.Result.Failed(var outcome) -> new Attempt.None(outcome.toString());
    };
  }

  /** What is made and used is read off the file's curves at the answer's prices. */
  private static Plan plan(SpatialProblem problem, CaseAnswer answer) {
    int n = problem.places();
    ProductId good = problem.file().products().getFirst().id();
    List<Region> places = problem.file().nodes().stream().map(node -> node.place()).toList();
    TreeMap<Place, Integer> rows = new TreeMap<>();
    IntStream.range(0, n).forEach(i -> rows.put(places.get(i), i));
    double[] flows = new double[problem.routes()];
    of(answer.market().flows(), good)
        .forEach((from, tos) ->
            tos.forEach((to, flow) ->
                flows[problem.flow(rows.getOrDefault(from, -1), rows.getOrDefault(to, -1))] =
                    flow));
    SortedMap<Place, Double> producer = of(answer.market().producerPrices(), good);
    SortedMap<Place, Double> buyer = of(answer.market().buyerPrices(), good);
    double[] made = new double[n];
    double[] used = new double[n];
    for (int i = 0; i < n; i++) {
      made[i] = problem.supply(i).quantityAt(producer.getOrDefault(places.get(i), 0.0));
      double never = problem.use(i).intercept();
      used[i] = problem.use(i).quantityAt(buyer.getOrDefault(places.get(i), never));
    }
    return new Plan(flows, made, used);
  }

  private static <V> SortedMap<Place, V> of(
      SortedMap<ProductId, SortedMap<Place, V>> byProduct, ProductId good) {
    return byProduct.getOrDefault(good, new TreeMap<>());
  }

  private String remark(CaseAnswer answer) {
    long levied =
        answer.measures().values().stream()
            .flatMap(byOrigin -> byOrigin.values().stream())
            .flatMap(byBuyer -> byBuyer.entrySet().stream())
            .filter(entry -> entry.getValue().levy() > 0)
            .map(entry -> entry.getKey())
            .distinct()
            .count();
    String certified =
        "%d steps, complementarity %.1e"
            .formatted(
                answer.certificate().iterations(), answer.certificate().largestComplementarity());
    return levied == 0
        ? certified
        : "%s; %d of %d floors levy".formatted(certified, levied, measures.size());
  }
}
