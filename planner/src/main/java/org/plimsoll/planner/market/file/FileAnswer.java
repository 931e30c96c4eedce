package org.plimsoll.planner.market.file;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Snapshot;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.rows.Lazy;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Redundancy;

/**
 * A solved market file beside the same market without its measures, in the file's units.
 *
 * @param equilibrium with the file's measures
 * @param market the same, by product and node
 * @param without the market without them; empty if the file has none
 * @param objective of a file without measures; under them nobody maximises the payoff of all
 * @param certificate of the market with the measures
 * @param whatIsIdle measures that change nothing, found when first asked for
 */
public record FileAnswer(
    Equilibrium equilibrium,
    Snapshot market,
    Optional<Snapshot> without,
    FileMarket.Objective objective,
    Certificate certificate,
    Lazy<List<IdleMeasure>> whatIsIdle) {

  /**
   * The answer of a market that was solved.
   *
   * @param answers that solved it, and have its base
   * @throws IllegalStateException if the base is not solved within the limits
   */
  public static FileAnswer of(
      Market market, Outcome.Converged solved, Answers answers, SolverLimits limits) {
    Equilibrium now = solved.equilibrium();
    List<Snapshot> without =
        market.unmeasured().stream()
            .map(plain -> answers.solve(plain, limits, () -> false).getEquilibrium().snapshot())
            .toList();
    return new FileAnswer(
        now,
        now.snapshot(),
        without.stream().findFirst(),
        without.isEmpty()
            ? FileMarket.objective(now)
            : FileMarket.Objective.none(
                "the file has measures, and under them nobody maximises the payoff of all"),
        solved.certificate(),
        new Lazy<>(() -> Redundancy.find(market, now, answers, limits, measure -> true)));
  }

  /** Measures that change nothing, with the reason. */
  public List<IdleMeasure> idle() {
    return whatIsIdle.get();
  }

  /** By node, against the market without measures; nothing without any. */
  public SortedMap<Place, CountryWelfare> welfare() {
    SortedMap<Place, CountryWelfare> byPlace = new TreeMap<>();
    equilibrium.welfare().countries().forEach(node -> byPlace.put(node.country(), node));
    return byPlace;
  }
}
