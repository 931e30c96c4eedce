package org.plimsoll.planner.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;

/** The least price at which projects outside non-market economies add up to a tonnage. */
public final class IncentivePrice {
  private final Inputs inputs;

  public IncentivePrice(Inputs inputs) {
    this.inputs = inputs;
  }

  /**
   * What must be made.
   *
   * @param tonnes a year
   * @param why where the tonnage comes from
   * @param from inputs of it
   */
  public record Wanted(double tonnes, String why, List<Input> from) {
    public Wanted {
      from = List.copyOf(from);
    }
  }

  /** The estimate, or what it lacks. */
  public Estimate of(Wanted wanted) {
    List<Estimate.LeftOut> leftOut = new ArrayList<>();
    List<Inputs.Cost> projects = projects(leftOut);
    List<Input> from = new ArrayList<>();
    projects.forEach(project -> from.add(project.input()));
    projects.stream().flatMap(project -> project.rate().stream()).distinct().forEach(from::add);
    from.addAll(inputs.listBases());
    from.addAll(wanted.from());
    double known = projects.stream().mapToDouble(IncentivePrice::tonnes).sum();
    if (!(wanted.tonnes() > 0)) {
      return lacking("a tonnage to be made: " + wanted.why(), from, leftOut);
    }
    if (known < wanted.tonnes()) {
      return lacking(
          "required prices of projects of %.0f t a year (%s); known of %.0f t"
              .formatted(wanted.tonnes(), wanted.why(), known),
          from,
          leftOut);
    }
    List<String> working = new ArrayList<>();
    working.add("Q %.0f t a year: %s".formatted(wanted.tonnes(), wanted.why()));
    projects.stream()
        .sorted(Comparator.comparingDouble(project -> usd(project, Input::central)))
        .forEach(project ->
            working.add(
                "%s: %s USD/kg for %.0f t a year"
                    .formatted(
                        project.row().project(),
                        PriceIndex.perKg(usd(project, Input::central)),
                        tonnes(project))));
    return new Estimate.Priced(
        ReferenceMethod.INCENTIVE,
        Drawn.of(value -> OptionalDouble.of(least(projects, wanted.tonnes(), value))),
        false,
        working,
        from,
        leftOut);
  }

  private static Estimate lacking(String what, List<Input> from, List<Estimate.LeftOut> leftOut) {
    return new Estimate.Lacking(ReferenceMethod.INCENTIVE, List.of(what), from, leftOut);
  }

  private List<Inputs.Cost> projects(List<Estimate.LeftOut> leftOut) {
    SortedSet<String> outside = inputs.nonMarketEconomies();
    List<Inputs.Cost> projects = new ArrayList<>();
    for (Inputs.Cost project : inputs.listCosts("incentive-price")) {
      Optional<String> why =
          outside.stream().anyMatch(project.row().place()::contains)
              ? Optional.of("not in a market economy")
              : project.row().capacityTonnesPerYear().isEmpty()
                  ? Optional.of("its capacity is not known")
                  : CostPlus.lacksRate(project)
                      ? Optional.of("no exchange rate of its currency")
                      : Optional.empty();
      if (why.isPresent()) {
        leftOut.add(new Estimate.LeftOut(project.input().id(), project.input().what(), why.get()));
      } else {
        projects.add(project);
      }
    }
    return projects;
  }

  /** In the product's basis. */
  private static double tonnes(Inputs.Cost project) {
    return project.row().capacityTonnesPerYear().orElseThrow() / project.toBasis();
  }

  private static double usd(Inputs.Cost project, ToDoubleFunction<Input> value) {
    double rate = project.rate().map(value::applyAsDouble).orElse(1.0);
    return project.usd(value.applyAsDouble(project.input()), rate);
  }

  private static double least(
      List<Inputs.Cost> projects, double tonnes, ToDoubleFunction<Input> value) {
    List<Inputs.Cost> sorted =
        projects.stream()
            .sorted(Comparator.comparingDouble(project -> usd(project, value)))
            .toList();
    double sum = 0;
    for (Inputs.Cost project : sorted) {
      sum += tonnes(project);
      if (sum >= tonnes) {
        return usd(project, value);
      }
    }
    return usd(sorted.getLast(), value);
  }
}
