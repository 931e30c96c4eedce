package org.plimsoll.planner.study;

import java.util.List;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * How a study is made, apart from what it asks.
 *
 * @param draws of the parameters behind each range; 0 for the central case alone
 * @param seed of the draws: draw i depends on seed and i alone
 * @param vintages of base prices that floors are judged at, the scenario's own among them
 * @param limits of each search
 */
public record Settings(int draws, long seed, List<String> vintages, SolverLimits limits) {
  /** Most draws that a study takes. */
  private static final int MOST_DRAWS = 10_000;

  /** Draws behind each range of a full plan. */
  public static final int DRAWS = 20;

  /** Seed of the draws. */
  public static final long SEED = 20260204;

  /** Both price vintages, and the draws of a full plan. */
  public static final Settings FULL =
      new Settings(DRAWS, SEED, List.of("base2024", "latest"), SolverLimits.USUAL);

  /** The central case alone. */
  public static final Settings QUICK = FULL.withDraws(0);

  public Settings {
    vintages = List.copyOf(vintages);
    if (draws < 0 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws is %d\nMaybe 0 for the central case alone, 20 for ranges, at most %d"
              .formatted(draws, MOST_DRAWS));
    }
  }

  /** The same with another number of draws. */
  public Settings withDraws(int others) {
    return new Settings(others, seed, vintages, limits);
  }

  /** The same with another seed. */
  public Settings withSeed(long other) {
    return new Settings(draws, other, vintages, limits);
  }

  /**
   * Refuses what the world cannot answer, before any work.
   *
   * @throws IllegalArgumentException if a vintage is unknown, or the scenario's own is not asked
   *     for
   */
  public void check(Evidence evidence, Scenario scenario) {
    List<String> known =
        evidence.prices().stream().map(p -> p.vintage()).distinct().sorted().toList();
    for (String vintage : vintages) {
      if (!known.contains(vintage)) {
        throw unknown(vintage, known);
      }
    }
    if (!vintages.contains(scenario.priceVintage())) {
      throw unknown(scenario.priceVintage(), vintages);
    }
  }

  private static IllegalArgumentException unknown(String vintage, List<String> known) {
    return new IllegalArgumentException(
        "no price vintage is called '%s'\nMaybe %s".formatted(vintage, String.join(" or ", known)));
  }
}
