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
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Snapshot;
import org.plimsoll.planner.market.file.FileMarket;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

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
    return () ->
        attempt(problem, FileMarket.of(file), new Answers(Answers.USUAL_BYTES));
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
      Market free = FileMarket.of(problem.file().withMeasures(List.of()));
      Answers answers = new Answers(Answers.USUAL_BYTES);
      answers.solve(free);
      return () -> whole.attempt(problem, free.with(whole.measures), answers);
    }
  }

  private Attempt attempt(SpatialProblem problem, Market market, Answers answers) {
    return switch (answers.solve(market)) {
      case Outcome.Converged solved -> {
        Snapshot found = solved.equilibrium().snapshot();
        yield new Attempt.Found(plan(problem, found), remark(found, solved.certificate()));
      }
      case Outcome.Failure failure -> new Attempt.None(failure.toString());
    };
  }

  /** What is made and used is read off the file's curves at the answer's prices. */
  private static Plan plan(SpatialProblem problem, Snapshot found) {
    int n = problem.places();
    ProductId good = problem.file().products().getFirst().id();
    List<Region> places = problem.file().nodes().stream().map(node -> node.place()).toList();
    TreeMap<Place, Integer> rows = new TreeMap<>();
    IntStream.range(0, n).forEach(i -> rows.put(places.get(i), i));
    double[] flows = new double[problem.routes()];
    of(found.flows(), good)
        .forEach((from, tos) ->
            tos.forEach((to, flow) ->
                flows[problem.flow(rows.getOrDefault(from, -1), rows.getOrDefault(to, -1))] =
                    flow));
    SortedMap<Place, Double> producer = of(found.producerPrices(), good);
    SortedMap<Place, Double> buyer = of(found.buyerPrices(), good);
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

  private String remark(Snapshot found, Certificate certificate) {
    long levied =
        found.wedges().values().stream()
            .flatMap(byOrigin -> byOrigin.values().stream())
            .flatMap(byBuyer -> byBuyer.entrySet().stream())
            .filter(entry -> entry.getValue().levy() > 0)
            .map(entry -> entry.getKey())
            .distinct()
            .count();
    String certified =
        "%d steps, complementarity %.1e"
            .formatted(
                certificate.iterations(), certificate.largestComplementarity());
    return levied == 0
        ? certified
        : "%s; %d of %d floors levy".formatted(certified, levied, measures.size());
  }
}
