package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;

/** Each parameter moved over its range alone: what the costliest stop would cost then. */
record SensitivityPart(PlanContext context, LeveragePart leverage, Stop stop) {
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

  /** A parameter at one end of its range. */
  private record End(Parameter parameter, double value) {}

  List<ActionPlan.Sensitivity> sensitivities() {
    String goal =
        "what the alliance's users lose a year if "
            + context.nameOf(stop.exporter())
            + " stops "
            + context.nameOf(stop.product());
    List<End> ends = new ArrayList<>();
    for (String name : NAMES) {
      Parameter parameter = context.evidence.getParameter(name, stop.product());
      ends.add(new End(parameter, parameter.value().low()));
      ends.add(new End(parameter, parameter.value().high()));
    }
    List<Result> losses = context.inquiry.map("sensitivities", ends, this::loss);
    Result middle = leverage.usersLoss(stop);
    List<ActionPlan.Sensitivity> lines = new ArrayList<>();
    for (int n = 0; n < NAMES.size(); n++) {
      Parameter parameter = ends.get(2 * n).parameter();
      lines.add(
          new ActionPlan.Sensitivity(
              goal,
              parameter.name(),
              Figure.read(parameter.value(), parameter.unit(), parameter.provenance()),
              losses.get(2 * n),
              middle,
              losses.get(2 * n + 1)));
    }
    lines.sort(Comparator.comparingDouble(s -> -width(s)));
    return lines;
  }

  /** From end to end; an end without a solution widens nothing. */
  private static double width(ActionPlan.Sensitivity s) {
    double middle = s.central().findCentral().orElseThrow();
    return Math.abs(
        s.atHigh().findCentral().orElse(middle) - s.atLow().findCentral().orElse(middle));
  }

  /** Only the chain of the product is solved again: the loss is counted along it. */
  private Result loss(End end) {
    Question question = leverage.question(stop);
    List<Attempt> attempts =
        context.inquiry.askMoved(
            end.parameter().name(),
            end.value(),
            stop.product(),
            List.of(leverage.reference(stop), question));
    Quantity surplus =
        new Quantity.ChainSurplus(stop.product(), context.whole, Quantity.Account.USERS);
    Reading loss = attempts.get(0).read(surplus).minus(attempts.get(1).read(surplus));
    return Figures.of(
        Series.of(loss),
        surplus.unit(),
        "%s at prices %s with %s at %s"
            .formatted(question.id(), question.vintage(), end.parameter().name(), end.value()),
        context.basis(context.vintage, stop.product()),
        0);
  }
}
