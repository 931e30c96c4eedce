package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Snapshot;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.search.SolverLimits;

/** Measures that change nothing: each is left out in turn, and the market solved without it. */
public final class Redundancy {
  /** Relative difference up to which two markets are the same. */
  private static final double SAME = 1e-6;

  private Redundancy() {}

  /**
   * The measures that change nothing, in their order: those that could not, and those without which
   * the market is the same. A market that is not solved without one says nothing of it.
   *
   * @param answers that solved the market
   * @param isAsked measures that are left out in turn; of others only those that could not
   */
  public static List<IdleMeasure> find(
      Market market,
      Equilibrium solved,
      Answers answers,
      SolverLimits limits,
      Predicate<Measure> isAsked) {
    List<IdleMeasure> idle = new ArrayList<>(solved.listIdleMeasures());
    Set<String> known = idle.stream().map(IdleMeasure::id).collect(Collectors.toSet());
    List<Measure> measures = market.listMeasures();
    for (Measure measure : measures) {
      if (isAsked.test(measure) && !known.contains(measure.id())) {
        List<Measure> others = measures.stream().filter(m -> !m.equals(measure)).toList();
        Outcome without = answers.solve(market.with(others), limits, () -> false);
        if (without instanceof Outcome.Converged other && isSame(solved, other.equilibrium())) {
          idle.add(IdleMeasure.sameWithout(measure.id()));
        }
      }
    }
    return idle;
  }

  private static boolean isSame(Equilibrium one, Equilibrium other) {
    Figures now = Figures.of(one);
    Figures then = Figures.of(other);
    return Stream.of(now, then)
        .flatMap(figures -> figures.values.keySet().stream())
        .allMatch(key -> Math.abs(now.at(key) - then.at(key)) <= SAME * now.scale(key, then));
  }

  /** What a market answers, by name and what it is about; figures of one kind have one scale. */
  private static final class Figures {
    private final TreeMap<List<String>, Double> values = new TreeMap<>(Figures::compare);
    private final TreeMap<String, Double> largest = new TreeMap<>();

    static Figures of(Equilibrium solved) {
      Figures figures = new Figures();
      Snapshot market = solved.snapshot();
      figures.enter("producer price", market.producerPrices());
      figures.enter("buyer price", market.buyerPrices());
      figures.enter("supply", market.supply());
      figures.enter("demand", market.demand());
      market
          .flows()
          .forEach((product, byOrigin) ->
              byOrigin.forEach((from, byDestination) ->
                  byDestination.forEach((to, tonnes) ->
                      figures.put("flow " + product, from.id() + " to " + to.id(), tonnes))));
      for (CountryWelfare w : solved.welfare().countries()) {
        figures.put("money", w.country().id() + " consumers", w.consumerSurplus());
        figures.put("money", w.country().id() + " producers", w.producerSurplus());
        figures.put("money", w.country().id() + " treasury", w.publicRevenue());
        figures.put("money", w.country().id() + " exporters", w.exportRents());
        figures.put("money", w.country().id() + " importers", w.importRents());
        figures.put("money", w.country().id() + " routes", w.routeSurplus());
        figures.put("money", w.country().id() + " stocks", w.stockGains());
        figures.put("money", w.country().id() + " subsidies", w.subsidies());
      }
      figures.largest.put("money", figures.largestTrade(market.flows().keySet()));
      return figures;
    }

    /** Money of a product's largest flow: gains are differences of such sums. */
    private double largestTrade(Set<ProductId> products) {
      return products.stream()
          .mapToDouble(product ->
              largest.getOrDefault("flow " + product, 0.0)
                  * largest.getOrDefault("buyer price " + product, 0.0))
          .max()
          .orElse(0);
    }

    private static int compare(List<String> one, List<String> other) {
      int byKind = one.getFirst().compareTo(other.getFirst());
      return byKind == 0 ? one.getLast().compareTo(other.getLast()) : byKind;
    }

    private void enter(String what, SortedMap<ProductId, SortedMap<Place, Double>> byProduct) {
      byProduct.forEach((product, byPlace) ->
          byPlace.forEach((place, value) -> put(what + " " + product, place.id(), value)));
    }

    private void put(String kind, String what, double value) {
      values.put(List.of(kind, what), value);
      largest.merge(kind, Math.abs(value), Math::max);
    }

    double at(List<String> key) {
      return values.getOrDefault(key, 0.0);
    }

    double scale(List<String> key, Figures other) {
      String kind = key.getFirst();
      return Math.max(largest.getOrDefault(kind, 0.0), other.largest.getOrDefault(kind, 0.0));
    }
  }
}
