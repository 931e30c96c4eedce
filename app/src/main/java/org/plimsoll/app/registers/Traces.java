package org.plimsoll.app.registers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.StopText;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.ProjectTie;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.model.trade.Production;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.StartShift;
import org.plimsoll.planner.projects.Plant;
import org.plimsoll.planner.study.Stop;

/**
 * From a promise to what it does: its projects, what each makes, and how to solve a stop with it.
 */
public final class Traces {
  private Traces() {}

  /**
   * A promise and a project that hangs on it.
   *
   * @param tie how
   * @param standing where the promise stands
   * @param project the row
   * @param shift how far the start has moved; empty if it has not
   * @param stop exporter and product that the plant is tried against; empty if it cannot be
   * @param whyNot why there is no such stop; empty if there is one
   */
  public record Trace(
      ProjectTie tie,
      String standing,
      Project project,
      Optional<StartShift> shift,
      Optional<Stop> stop,
      String whyNot) {
    /** The verb that solves the stop with the plant. */
    Optional<String> command() {
      return stop.map(
          its -> "plimsoll solve --stop %s --add %s".formatted(StopText.of(its), project.id()));
    }

    private String start() {
      String announced =
          project.startYear().isPresent()
              ? Integer.toString(project.startYear().getAsInt())
              : "not said";
      return shift
          .map(its -> "%s, moved to %s".formatted(announced, its.start()))
          .orElse(announced);
    }
  }

  /** The traces of some ties, in the order of the table. */
  public static List<Trace> of(
      Evidence evidence, CommitmentCalendar calendar, Predicate<ProjectTie> wanted) {
    SortedMap<String, StartShift> shifts = StartShift.of(evidence, calendar);
    List<Trace> traces = new ArrayList<>();
    for (ProjectTie tie : evidence.developments().projectTies()) {
      if (wanted.test(tie)) {
        Optional<String> standing =
            calendar.entries().stream()
                .filter(entry -> entry.commitment().id().equals(tie.commitment()))
                .map(entry -> entry.standing().describe())
                .findFirst();
        evidence.projects().stream()
            .filter(project -> project.id().equals(tie.project()))
            .filter(project -> standing.isPresent())
            .forEach(project ->
                traces.add(
                    new Trace(
                        tie,
                        standing.orElseThrow(),
                        project,
                        Optional.ofNullable(shifts.get(project.id())),
                        stop(evidence, project),
                        whyNot(evidence, project))));
      }
    }
    return traces;
  }

  /** The stop of the largest exporter of what it makes, elsewhere than where it stands. */
  public static Optional<Stop> stop(Evidence evidence, Project project) {
    return whyNot(evidence, project).isEmpty()
        ? project
            .product()
            .flatMap(product ->
                largestMaker(evidence, product, project.country().orElseThrow())
                    .map(maker -> new Stop(maker, product)))
        : Optional.empty();
  }

  /** Why no stop can be solved with it; empty if one can. */
  public static String whyNot(Evidence evidence, Project project) {
    if (!Plant.isValuable(project)) {
      return project.product().isEmpty()
          ? "it makes no product of the model"
          : "its capacity or place is not reported";
    }
    ProductId product = project.product().orElseThrow();
    if (!evidence.findProduct(product).map(Product::isSolved).orElse(false)) {
      return "no market of its product is solved";
    }
    return largestMaker(evidence, product, project.country().orElseThrow()).isEmpty()
        ? "nobody else makes it"
        : "";
  }

  private static Optional<CountryCode> largestMaker(
      Evidence evidence, ProductId product, CountryCode own) {
    SortedMap<CountryCode, Double> made = new TreeMap<>();
    for (Production production : evidence.productions()) {
      if (production.product().equals(product) && !production.country().equals(own)) {
        made.merge(production.country(), production.tonnes(), Double::sum);
      }
    }
    return made.entrySet().stream()
        .filter(entry -> entry.getKey().alpha3().matches("(?!ROW|XEU)[A-Z]{3}"))
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }

  /** The table of traces; people see it if it has a row. */
  static Table<Trace> table(List<Trace> traces) {
    return Table.of("traces", "From promise to effect", traces)
        .words("project", "project", trace -> trace.project().id())
        .words("commitment", "promise", trace -> trace.tie().commitment())
        .words("tie", "tie", trace -> Words.of(trace.tie().kind()))
        .words("standing", "", Trace::standing)
        .words("name", "", trace -> trace.project().name())
        .words("what", "", trace -> trace.tie().what())
        .product("product", "product", trace -> trace.project().product())
        .figure(
            "capacityTonnesPerYear",
            "t/year",
            trace -> trace.project().capacityTonnesPerYear(),
            "not said")
        .words("start", "start", Trace::start)
        .words("movedBy", "", trace -> trace.shift().map(shift -> shift.slip().toString()))
        .words("stop", "", trace -> trace.stop().map(StopText::of))
        .words("whyNoStop", "", Trace::whyNot)
        .knownQuietly(trace -> trace.tie().provenance())
        .words(
            "command",
            "what it does in a stop",
            trace -> trace.command().orElseGet(() -> "cannot be solved: " + trace.whyNot()))
        .ifAny();
  }
}
