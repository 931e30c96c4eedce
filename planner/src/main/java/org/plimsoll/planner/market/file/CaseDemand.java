package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure.DemandShift;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.Names;

/**
 * Shifts of use in a market file: they act on the curves, before rows are numbered, so that prices
 * that cross with a use, and what goes without of it, move along.
 */
final class CaseDemand {
  private CaseDemand() {}

  /** The market with the uses that its shifts leave, by their figures of a draw. */
  static MarketCase shifted(MarketCase market, Names names, ParameterDraw draw) {
    MarketCase now = market;
    for (Measure measure : market.measures()) {
      if (measure instanceof DemandShift shift) {
        Names.Coverage coverage = names.coverage(shift.terms());
        UnaryOperator<CaseCurve> change = change(shift, draw);
        List<CaseNode> nodes = new ArrayList<>();
        for (CaseNode node : now.nodes()) {
          boolean isMeant = coverage.reaches(node.place());
          nodes.add(isMeant ? shifted(node, shift.terms().products(), change) : node);
        }
        now = now.withNodes(nodes);
      }
    }
    return now;
  }

  /** Whether the market has any use that the shift acts on. */
  static boolean covers(MarketCase market, DemandShift shift, Names.Coverage coverage) {
    return market.nodes().stream()
        .filter(node -> coverage.reaches(node.place()))
        .anyMatch(node ->
            shift.terms().products().stream().anyMatch(id -> node.demand().containsKey(id)));
  }

  private static CaseNode shifted(
      CaseNode node, List<ProductId> products, UnaryOperator<CaseCurve> change) {
    SortedMap<ProductId, CaseCurve> demand = new TreeMap<>(node.demand());
    for (ProductId product : products) {
      demand.computeIfPresent(product, (id, curve) -> change.apply(curve));
    }
    return node.withDemand(demand);
  }

  private static UnaryOperator<CaseCurve> change(DemandShift shift, ParameterDraw draw) {
    return switch (shift.change()) {
      case Change.By by -> {
        double more = figure(shift, "tonnesPerYear", by.figure(), draw);
        yield curve -> moved(curve, more);
      }
      case Change.Times times -> {
        double factor = figure(shift, "factor", times.figure(), draw);
        yield curve -> CaseCapacity.scaled(curve, factor);
      }
    };
  }

  private static double figure(
      DemandShift shift, String field, Interval range, ParameterDraw draw) {
    return draw.value("measure", shift.id() + "/" + field, range);
  }

  /**
   * So much more, or less, at every price at which something is used; of constant elasticity at the
   * reference price, and in proportion at others. No use falls below nothing, and one that falls to
   * nothing still does.
   */
  private static CaseCurve moved(CaseCurve curve, double more) {
    return switch (curve) {
      case CaseCurve.Fixed fixed -> new CaseCurve.Fixed(atLeastNothing(fixed.quantity() + more));
      case CaseCurve.Linear line -> {
        double least = line.min() > 0 ? atLeastNothing(line.min() + more) : 0;
        double most = Math.max(least, line.max() + more);
        yield new CaseCurve.Linear(line.intercept() + more, line.slope(), least, most);
      }
      case CaseCurve.InverseLinear line ->
          new CaseCurve.InverseLinear(
              line.intercept() - line.slope() * more,
              line.slope(),
              atLeastNothing(line.max() + more),
              line.cross());
      case CaseCurve.ConstantElasticity power ->
          power.quantity() + more > 0
              ? new CaseCurve.ConstantElasticity(
                  power.quantity() + more,
                  power.price(),
                  power.elasticity(),
                  atLeastNothing(power.max() + more))
              : new CaseCurve.Fixed(0);
      case CaseCurve.LogBarrier barrier ->
          throw new IllegalArgumentException("a log barrier is a supply curve, not a use");
    };
  }

  private static double atLeastNothing(double quantity) {
    return Math.max(0, quantity);
  }
}
