package org.plimsoll.planner.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.trade.Parameter;

/** Each parameter moved over its range alone: what the costliest stop would cost then. */
final class SensitivityPart {
  private static final List<String> NAMES =
      List.of(
          "capacity-headroom",
          "choke-price-multiple",
          "demand-elasticity-one-year",
          "margin-elasticity",
          "new-route-premium",
          "sourcing-elasticity",
          "stock-build-elasticity",
          "stock-drawdown-share",
          "supply-elasticity-one-year");

  private final Evidence evidence;
  private final Bloc bloc;
  private final LeveragePart.Stop stop;

  SensitivityPart(Evidence evidence, Bloc bloc, LeveragePart.Stop stop) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.stop = stop;
  }

  List<ActionPlan.Sensitivity> sensitivities(Runs central) {
    String goal =
        "loss of the alliance a year if "
            + central.nameOf(stop.exporter())
            + " stops "
            + LeveragePart.nameOf(evidence, stop.product());
    Figure middle = figure(loss(central), stop.product());
    return NAMES.parallelStream()
        .map(name -> line(central, goal, name, middle))
        .sorted(Comparator.comparingDouble(s -> -width(s)))
        .toList();
  }

  private ActionPlan.Sensitivity line(Runs central, String goal, String name, Figure middle) {
    Parameter parameter = evidence.getParameter(name, stop.product());
    return new ActionPlan.Sensitivity(
        goal,
        name,
        Figure.read(parameter.value(), parameter.unit(), parameter.provenance()),
        at(central, name, parameter.value().low()),
        middle,
        at(central, name, parameter.value().high()));
  }

  /** From end to end; an end without a solution counts as the middle. */
  private static double width(ActionPlan.Sensitivity s) {
    double low = s.atLow().orElse(s.central()).central();
    return Math.abs(s.atHigh().orElse(s.central()).central() - low);
  }

  /**
   * Only the chain of the product is solved again: the others cancel out of the loss. Empty if the
   * market has no solution there.
   */
  private Optional<Figure> at(Runs central, String name, double value) {
    Runs moved = central.moved(name, value, stop.product());
    boolean solved =
        moved.failure().isEmpty() && moved.find(List.of(LeveragePart.ban(stop, bloc))).isPresent();
    return solved ? Optional.of(figure(loss(moved), stop.product())) : Optional.empty();
  }

  private double loss(Runs runs) {
    return runs.statusQuo().welfare(bloc.countries())
        - runs.also(List.of(LeveragePart.ban(stop, bloc))).welfare(bloc.countries());
  }

  private static Figure figure(double value, ProductId product) {
    return Figure.derived(
        value,
        "USD/year",
        Grade.C,
        "stop of " + product,
        "world/parameters.csv",
        "docs/method/market.md");
  }
}
