package org.plimsoll.bench.peers;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.bench.Machine;
import org.plimsoll.bench.SpatialMarket;

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
  private List<Integer> threads = List.of(1, 2);

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
    ours.plan().ifPresent(free -> compareMeasures(table, new Measures(problem, free), problem));
    table.print(
        "ours alone, heap of at most " + HEAP_ALONE,
        MemoryAlone.measure(problem.places(), HEAP_ALONE));
  }

  /** The faster one first. */
  private List<Row> pdlp(SpatialProblem problem) {
    List<Integer> tried =
        problem.places() <= MOST_PLACES_OF_BOTH ? List.of(1, 2) : threads.subList(0, 1);
    List<Row> rows = new ArrayList<>();
    for (int count : tried) {
      rows.add(Row.of(Contender.quadratic(new Pdlp(count)), problem));
    }
    if (tried.size() == 2 && rows.get(1).timed().clock() < rows.get(0).timed().clock()) {
      threads = List.of(2, 1);
    } else if (tried.size() == 2) {
      threads = List.of(1, 2);
    }
    rows.sort(Comparator.comparingDouble(row -> row.timed().clock()));
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
    Row floors = Row.of(new Ours("ours, floors on a third", measures.floors()), problem);
    table.printUnderMeasures(floors.what(), floors.timed());
    Row ban = Row.of(new Ours("ours, biggest seller banned", measures.ban()), problem);
    table.printUnderMeasures(ban.what(), ban.timed());
    table.printDifference("of it the warm restart", ban.timed());
  }
}
