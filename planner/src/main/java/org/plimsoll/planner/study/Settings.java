package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * How a study is made, apart from what it asks.
 *
 * @param draws of the parameters behind each range; 0 for the central case alone
 * @param seed of the draws: draw i depends on seed and i alone
 * @param vintages of base prices that floors are judged at, beside the scenario's own
 * @param limits of each search
 * @param past what prices did in past shocks, to stand beside the stops
 * @param fit to past shocks that draws are of; empty for draws of the priors
 */
public record Settings(
    int draws,
    long seed,
    List<String> vintages,
    SolverLimits limits,
    List<ShockOutcome> past,
    Optional<FittedDraws> fit) {
  /** Most draws that a study takes. */
  private static final int MOST_DRAWS = 10_000;

  /** Draws behind each range of a full plan. */
  public static final int DRAWS = 20;

  /** Seed of the draws. */
  public static final long SEED = 20260204;

  /** Prices of the base year beside the scenario's own, and the draws of a full plan. */
  public static final Settings FULL =
      new Settings(DRAWS, SEED, List.of("base2024"), SolverLimits.USUAL);

  /** The central case alone. */
  public static final Settings QUICK = FULL.withDraws(0);

  public Settings {
    vintages = List.copyOf(vintages);
    past = List.copyOf(past);
    if (draws < 0 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws is %d\nMaybe 0 for the central case alone, 20 for ranges, at most %d"
              .formatted(draws, MOST_DRAWS));
    }
  }

  /** Without what past shocks did. */
  public Settings(int draws, long seed, List<String> vintages, SolverLimits limits) {
    this(draws, seed, vintages, limits, List.of(), Optional.empty());
  }

  /** The same with what past shocks did. */
  public Settings withPast(List<ShockOutcome> outcomes) {
    return new Settings(draws, seed, vintages, limits, outcomes, fit);
  }

  /** The same with the draws of a fit. */
  public Settings withFit(Optional<FittedDraws> its) {
    return new Settings(draws, seed, vintages, limits, past, its);
  }

  /** Draw i: of the fit if there is one, else of the priors. */
  public ParameterDraw draw(int i) {
    return fit.map(its -> its.draw(seed, i)).orElseGet(() -> ParameterDraw.of(seed, i));
  }

  /** The same with another number of draws. */
  public Settings withDraws(int others) {
    return new Settings(others, seed, vintages, limits, past, fit);
  }

  /** The same with this vintage of base prices among its own. */
  public Settings with(String vintage) {
    if (vintages.contains(vintage)) {
      return this;
    }
    List<String> more = new ArrayList<>(vintages);
    more.add(vintage);
    return new Settings(draws, seed, more, limits, past, fit);
  }

  /** The same with one vintage of base prices in the place of another. */
  public Settings replacing(String vintage, String by) {
    return new Settings(
        draws,
        seed,
        vintages.stream().map(v -> v.equals(vintage) ? by : v).distinct().toList(),
        limits,
        past,
        fit);
  }

  /** The same with one vintage of base prices alone. */
  public Settings only(String vintage) {
    return new Settings(draws, seed, List.of(vintage), limits, past, fit);
  }

  /** The same with another seed. */
  public Settings withSeed(long other) {
    return new Settings(draws, other, vintages, limits, past, fit);
  }

  /**
   * Refuses what the world cannot answer, before any work.
   *
   * @throws IllegalArgumentException if a vintage is unknown, the scenario's own among them
   */
  public void check(Evidence evidence, Scenario scenario) {
    List<String> known =
        evidence.prices().stream().map(p -> p.vintage()).distinct().sorted().toList();
    for (String vintage : with(scenario.priceVintage()).vintages) {
      String held = vintage.equals(Scenario.PRE_CONTROL) ? Scenario.LATEST : vintage;
      if (!known.contains(held)) {
        throw unknown(vintage, known);
      }
    }
  }

  private static IllegalArgumentException unknown(String vintage, List<String> known) {
    return new IllegalArgumentException(
        "no price vintage is called '%s'\nMaybe %s".formatted(vintage, String.join(" or ", known)));
  }
}
