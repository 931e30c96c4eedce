package org.plimsoll.bench.peers;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.plimsoll.bench.Machine;
import org.plimsoll.bench.SpatialMarket;

/**
 * Whether ours agrees with solvers that know nothing of it: random spatial equilibria of 2 to 40
 * places, each solved by ours and as a quadratic program by PDLP and HiGHS. Prints how far the
 * objectives are apart and how good each plan is by itself, and every market on which they differ.
 */
public final class SpatialAgreement {
  private static final int FEWEST_PLACES = 2;
  private static final int MOST_PLACES = 40;

  /** Share of the objective by which two count as different; PDLP stops at a gap of 1e-8. */
  private static final double DIFFERENT = 1e-7;

  private final PrintStream out;
  private boolean isAgreed = true;

  private SpatialAgreement(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the table; exit code 1 if some objectives differ or ours has no answer.
   *
   * @param arguments how many markets
   */
  public static void main(String[] arguments) {
    SpatialAgreement agreement = new SpatialAgreement(System.out);
    agreement.out.println(Machine.describe());
    agreement.out.println();
    agreement.compare(Integer.parseInt(arguments[0]));
    System.exit(agreement.isAgreed ? 0 : 1);
  }

  /** Two plans for one market. */
  private record Pair(Verdict ours, Verdict other) {
    double difference() {
      return Math.abs(ours.objective() - other.objective()) / Math.abs(ours.objective());
    }
  }

  private void compare(int markets) {
    out.println(
        "| beside | markets | both solved | objectives differ by at most"
            + " | imbalance: ours, theirs | gain left: ours, theirs |");
    out.println("|---|---|---|---|---|---|");
    for (ProgramSolver solver : List.of(new Pdlp(1), new Highs())) {
      List<Pair> pairs = new ArrayList<>();
      for (int seed = 1; seed <= markets; seed++) {
        SpatialProblem problem = problem(seed);
        Attempt ours = new Ours("ours", List.of()).prepare(problem).get();
        Attempt other = Contender.quadratic(solver).prepare(problem).get();
        if (ours instanceof Attempt.Found(Plan mine, String _)
            && other instanceof Attempt.Found(Plan theirs, String _)) {
          Pair pair = new Pair(Verdict.of(problem, mine), Verdict.of(problem, theirs));
          pairs.add(pair);
          report(seed, pair);
        } else if (ours instanceof Attempt.None(String why)) {
          isAgreed = false;
          out.printf(Locale.ROOT, "seed %d: ours has no answer: %s%n", seed, why);
        }
      }
      out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %.1e | %.1e, %.1e | %.1e, %.1e |%n",
          solver.name(),
          markets,
          pairs.size(),
          worst(pairs, Pair::difference),
          worst(pairs, pair -> pair.ours().imbalance()),
          worst(pairs, pair -> pair.other().imbalance()),
          worst(pairs, pair -> pair.ours().gainLeft()),
          worst(pairs, pair -> pair.other().gainLeft()));
    }
  }

  private static SpatialProblem problem(int seed) {
    int places = new SplittableRandom(seed).nextInt(FEWEST_PLACES, MOST_PLACES + 1);
    return SpatialProblem.of(SpatialMarket.of(places, seed));
  }

  private void report(int seed, Pair pair) {
    if (pair.difference() > DIFFERENT) {
      isAgreed = false;
      out.printf(
          Locale.ROOT,
          "seed %d: objective %.17g of ours, %.17g of theirs%n",
          seed,
          pair.ours().objective(),
          pair.other().objective());
    }
  }

  private static double worst(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
    return pairs.stream().mapToDouble(figure).max().orElse(0);
  }
}
