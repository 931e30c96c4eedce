package org.plimsoll.bench.peers;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.bench.Machine;
import org.plimsoll.bench.SpatialMarket;
import org.plimsoll.model.policy.Measure;

/**
 * Random spatial equilibria, n × n routes, as {@code plimsoll solve FILE} solves them, beside what
 * one would pick instead, on the same numbers in one run; and ours with floors, with a ban, and
 * alone for its memory.
 */
public final class SpatialSpeed {
  private static final long SEED = 1;

  /** The others do not end in a reasonable time beyond. */
  private static final int MOST_PLACES_OF_ALL = 200;

  /** PDLP is tried with one thread and with two up to here, then as it was the faster one. */
  private static final int MOST_PLACES_OF_BOTH = 500;

  /** Heap in which ours is run alone for its memory. */
  private static final String HEAP_ALONE = "1400m";

  private final PrintStream out;
  private Pdlp fastest = new Pdlp(2);

  private SpatialSpeed(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the table.
   *
   * @param arguments numbers of places, rising
   */
  public static void main(String[] arguments) {
    SpatialSpeed speed = new SpatialSpeed(System.out);
    speed.out.println(Machine.describe());
    speed.out.println();
    SpatialTable.printHead(speed.out);
    for (String argument : arguments) {
      speed.compare(SpatialProblem.of(SpatialMarket.of(Integer.parseInt(argument), SEED)));
    }
  }

  /** One contender's row. */
  private record Row(String what, Timed timed) {
    static Row of(Contender contender, SpatialProblem problem) {
      return new Row(contender.name(), Timed.of(contender, problem));
    }

    Optional<Plan> plan() {
      return timed.last() instanceof Attempt.Found found
          ? Optional.of(found.plan())
          : Optional.empty();
    }
  }

  private void compare(SpatialProblem problem) {
    Row ours = Row.of(new Ours("ours", List.of()), problem);
    List<Row> pdlp = pdlp(problem);
    Optional<Verdict> reference =
        pdlp.stream()
            .flatMap(row -> row.plan().stream())
            .findFirst()
            .map(plan -> Verdict.of(problem, plan));
    SpatialTable table = new SpatialTable(out, problem, ours.timed(), reference);
    table.print(ours.what(), ours.timed());
    pdlp.forEach(row -> table.print(row.what(), row.timed()));
    if (problem.places() <= MOST_PLACES_OF_ALL) {
      for (Contender other : others()) {
        Row row = Row.of(other, problem);
        table.print(row.what(), row.timed());
      }
    }
    table.print(
        "ours alone, heap of at most " + HEAP_ALONE,
        MemoryAlone.measure(problem.places(), HEAP_ALONE));
    ours.plan().ifPresent(free -> compareMeasures(table, new Measures(problem, free), problem));
  }

  /** With one thread and with two; in the largest problems with what was the faster one before. */
  private List<Row> pdlp(SpatialProblem problem) {
    List<Pdlp> tried =
        problem.places() <= MOST_PLACES_OF_BOTH
            ? List.of(new Pdlp(1), new Pdlp(2))
            : List.of(fastest);
    List<Row> rows =
        tried.stream().map(pdlp -> Row.of(Contender.quadratic(pdlp), problem)).toList();
    Row first =
        rows.stream().min(Comparator.comparingDouble(row -> row.timed().clock())).orElseThrow();
    fastest = tried.get(rows.indexOf(first));
    return rows;
  }

  private static List<Contender> others() {
    return List.of(
        Contender.quadratic(new Highs()),
        Contender.quadratic(new OjAlgo()),
        Contender.stairs(20, new Highs()),
        Contender.stairs(200, new Highs()));
  }

  private static void compareMeasures(
      SpatialTable table, Measures measures, SpatialProblem problem) {
    List<Measure> binding = measures.floors();
    Row floors =
        Row.of(new Ours("ours, floors on %d buyers".formatted(binding.size()), binding), problem);
    table.printUnderMeasures(floors.what(), floors.timed());
    Ours banned = new Ours("ours, biggest seller banned", measures.ban());
    for (Contender way : List.of(banned, banned.restarted())) {
      Row ban = Row.of(way, problem);
      table.printUnderMeasures(ban.what(), ban.timed());
    }
  }
}
