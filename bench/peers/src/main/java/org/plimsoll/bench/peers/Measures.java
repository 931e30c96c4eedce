package org.plimsoll.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** Measures that bite, given the market without any. */
final class Measures {
  /** A floor over the buyer's price without it. */
  private static final double FLOOR = 1.1;

  private final SpatialProblem problem;
  private final Plan free;

  /**
   * @param free the equilibrium without measures
   */
  Measures(SpatialProblem problem, Plan free) {
    this.problem = problem;
    this.free = free;
  }

  /**
   * A floor of its own for a third of the buyers, a tenth over what they pay without. It binds only
   * where its buyer still imports, since no levy is due on what a place makes for itself: those are
   * the first of the file that use more at the floor than they would make at it.
   */
  List<Measure> floors() {
    List<Measure> floors = new ArrayList<>();
    for (int j = 0; j < problem.places() && floors.size() < problem.places() / 3; j++) {
      double floor = FLOOR * problem.use(j).priceAt(free.used()[j]);
      double home = problem.supply(j).quantityAt(floor - problem.cost(j, j));
      if (free.used()[j] > 0 && problem.use(j).quantityAt(floor) > home) {
        floors.add(
            new BorderMeasure.PriceFloor(
                terms(floors.size(), Parties.UNNAMED, Parties.of(place(j).id())),
                Interval.exactly(floor),
                Optional.empty(),
                BorderMeasure.GapGoesTo.IMPORTER));
      }
    }
    return floors;
  }

  /** Nothing leaves the place that makes the most. */
  List<Measure> ban() {
    int biggest =
        IntStream.range(0, problem.places())
            .reduce(0, (a, b) -> free.made()[b] > free.made()[a] ? b : a);
    return List.of(
        new BorderMeasure.ExportBan(terms(0, Parties.of(place(biggest).id()), Parties.UNNAMED)));
  }

  private Region place(int row) {
    return problem.file().nodes().get(row).place();
  }

  private Terms terms(int number, Parties from, Parties to) {
    return Terms.of(
        "measures[%d]".formatted(number),
        List.of(problem.file().products().getFirst().id()),
        from,
        to,
        Status.ASSUMED,
        "numbers of a bench");
  }
}
