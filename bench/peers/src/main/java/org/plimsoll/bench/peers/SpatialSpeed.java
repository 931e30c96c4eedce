package org.plimsoll.bench.peers;

import com.google.ortools.linearsolver.MPModelRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.plimsoll.bench.Machine;
import org.plimsoll.bench.SpatialMarket;
import org.plimsoll.model.policy.Measure;

/**
 * Random spatial equilibria, n × n routes, as {@code plimsoll solve FILE} solves them, beside what
 * one would pick instead, on the same numbers in one run.
 *
 * <p>Ours is timed without measures, with floors, and with a ban.
 */
public final class SpatialSpeed {
  private static final long SEED = 1;
  private static final int PDLP_THREADS = 2;

  /** HiGHS and ojAlgo do not end in a reasonable time beyond. */
  private static final int MOST_PLACES_OF_SLOW_ONES = 200;

  /** Heap in which ours is run alone for its memory. */
  private static final String HEAP_ALONE = "1400m";

  private SpatialSpeed() {}

  /**
   * Prints the table.
   *
   * @param arguments numbers of places
   */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    out.println(Machine.describe());
    out.println();
    SpatialTable.printHead(out);
    for (String argument : arguments) {
      compare(out, SpatialProblem.of(SpatialMarket.of(Integer.parseInt(argument), SEED)));
    }
  }

  private static void compare(PrintStream out, SpatialProblem problem) {
    Contender us = new Ours("ours", List.of());
    Contender pdlp = new Pdlp(PDLP_THREADS);
    Timed ours = Timed.of(us, problem);
    Timed theirs = Timed.of(pdlp, problem);
    SpatialTable table =
        new SpatialTable(out, problem, ours, plan(theirs).map(p -> Verdict.of(problem, p)));
    table.print(us.name(), ours);
    table.print(pdlp.name(), theirs);
    if (problem.places() <= MOST_PLACES_OF_SLOW_ONES) {
      for (Contender other : slowOnes()) {
        table.print(other.name(), Timed.of(other, problem));
      }
    }
    plan(ours).ifPresent(free -> compareMeasures(table, problem, free));
    table.print(
        "ours alone, heap of at most " + HEAP_ALONE,
        MemoryAlone.measure(problem.places(), HEAP_ALONE));
  }

  private static List<Contender> slowOnes() {
    return List.of(
        new Highs(),
        new OjAlgo(),
        new PiecewiseLp(20, MPModelRequest.SolverType.GLOP_LINEAR_PROGRAMMING),
        new PiecewiseLp(100, MPModelRequest.SolverType.GLOP_LINEAR_PROGRAMMING));
  }

  private static void compareMeasures(SpatialTable table, SpatialProblem problem, Plan free) {
    Measures measures = new Measures(problem, free);
    List<Measure> floors = measures.floors();
    Contender floored = new Ours("ours, floors of %d buyers".formatted(floors.size()), floors);
    table.printUnderMeasures(floored.name(), Timed.of(floored, problem));
    Contender banned = new Ours("ours, ban of the biggest seller", measures.ban());
    Timed ban = Timed.of(banned, problem);
    table.printUnderMeasures(banned.name(), ban);
    table.printDifference("of it the warm restart under the ban", ban);
  }

  private static Optional<Plan> plan(Timed timed) {
    return timed.last() instanceof Attempt.Found found
        ? Optional.of(found.plan())
        : Optional.empty();
  }
}
