package org.plimsoll.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/**
 * How often the market is solved: random worlds of one to four stages and ten to sixty countries,
 * each under one to six random measures of every kind. Prints the share solved and the steps taken
 * by size, and every seed that was not.
 */
public final class Robustness {
  private static final int MOST_STAGES = 4;
  private static final int FEWEST_COUNTRIES = 10;
  private static final int MOST_COUNTRIES = 60;
  private static final int MOST_MEASURES = 6;

  /** Lengths of chain, and classes of number of countries, in the table. */
  private static final int CLASSES = 5;

  private Robustness() {}

  /**
   * One world and what became of it.
   *
   * @param seed of the world and its measures
   * @param stages of its chain
   * @param countries in it
   * @param steps taken; empty if it was not solved
   * @param failure what the solver said then
   */
  private record Case(
      int seed, int stages, int countries, Optional<Integer> steps, String failure) {}

  /**
   * Prints the table.
   *
   * @param arguments how many worlds
   */
  public static void main(String[] arguments) {
    int worlds = Integer.parseInt(arguments[0]);
    List<Case> cases = IntStream.range(0, worlds).parallel().mapToObj(Robustness::solve).toList();
    print(System.out, cases);
    boolean allSolved = cases.stream().allMatch(c -> c.steps().isPresent());
    System.exit(allSolved ? 0 : 1);
  }

  private static Case solve(int seed) {
    int stages = 1 + seed % MOST_STAGES;
    int countries =
        FEWEST_COUNTRIES
            + seed / MOST_STAGES % CLASSES * (MOST_COUNTRIES - FEWEST_COUNTRIES) / (CLASSES - 1);
    Evidence evidence = RandomMarkets.evidence(seed, stages, countries);
    Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    Outcome outcome =
        Answers.once(
            market.with(RandomMeasures.of(evidence, market.listProducts(), seed, MOST_MEASURES)));
    return switch (outcome) {
      case Outcome.Converged converged ->
          new Case(seed, stages, countries, Optional.of(converged.certificate().iterations()), "");
      case Outcome.NotConverged not ->
          new Case(seed, stages, countries, Optional.empty(), not.toString());
      case Outcome.Infeasible none ->
          new Case(seed, stages, countries, Optional.empty(), none.toString());
    };
  }

  private static void print(PrintStream out, List<Case> cases) {
    out.println("| stages | countries | worlds | solved | steps: median | 95 in 100 | most |");
    out.println("|---|---|---|---|---|---|---|");
    for (int stages = 1; stages <= MOST_STAGES; stages++) {
      int length = stages;
      cases.stream()
          .filter(c -> c.stages() == length)
          .mapToInt(Case::countries)
          .distinct()
          .sorted()
          .forEach(countries ->
              line(
                  out,
                  length + " | " + countries,
                  cases.stream()
                      .filter(c -> c.stages() == length && c.countries() == countries)
                      .toList()));
    }
    line(out, "all | all", cases);
    for (Case failed : cases) {
      if (failed.steps().isEmpty()) {
        out.printf(
            Locale.ROOT,
            "seed %d (%d stages, %d countries): %s%n",
            failed.seed(),
            failed.stages(),
            failed.countries(),
            failed.failure());
      }
    }
  }

  private static void line(PrintStream out, String name, List<Case> cases) {
    List<Integer> steps = new ArrayList<>();
    cases.forEach(c -> c.steps().ifPresent(steps::add));
    int[] sorted = steps.stream().mapToInt(Integer::intValue).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d |%n",
        name,
        cases.size(),
        sorted.length,
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        Arrays.stream(sorted).max().orElse(0));
  }

  private static int quantile(int[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }
}
