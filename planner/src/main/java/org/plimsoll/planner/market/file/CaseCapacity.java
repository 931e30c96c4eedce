package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.Names;

/** Capacity lost and added in a market file: it acts on the curves, before rows are numbered. */
final class CaseCapacity {
  private CaseCapacity() {}

  /**
   * The market with the curves that its changes of capacity leave, by their figures of a draw.
   *
   * @param before without them: of several who make a product at a place, each gets of a sum what
   *     its part in their output is there
   */
  static MarketCase changed(MarketCase market, Names names, ParameterDraw draw, Tally before) {
    MarketCase now = market;
    for (Measure measure : market.measures()) {
      if (measure instanceof CapacityChange change) {
        now = changed(now, drawn(change, draw), names.coverage(change.terms()), before);
      }
    }
    return now;
  }

  private static CapacityChange drawn(CapacityChange change, ParameterDraw draw) {
    return new CapacityChange(
        change.terms(),
        switch (change.change()) {
          case Change.By by -> new Change.By(drawn(change, "tonnesPerYear", by.figure(), draw));
          case Change.Times times ->
              new Change.Times(drawn(change, "factor", times.figure(), draw));
        });
  }

  private static Interval drawn(
      CapacityChange change, String field, Interval figure, ParameterDraw draw) {
    return Interval.exactly(draw.value("measure", change.id() + "/" + field, figure));
  }

  private static MarketCase changed(
      MarketCase market, CapacityChange change, Names.Coverage coverage, Tally before) {
    List<CaseNode> nodes = new ArrayList<>();
    for (CaseNode node : market.nodes()) {
      nodes.add(
          covers(node, change, coverage)
              ? changed(node, change, id -> part(market, change, node.place(), id, "", before))
              : node);
    }
    List<CaseActivity> activities = new ArrayList<>();
    for (CaseActivity activity : market.activities()) {
      activities.add(
          covers(activity, change, coverage)
              ? changed(
                  activity,
                  change,
                  id -> part(market, change, activity.place(), id, activity.id(), before))
              : activity);
    }
    return market.withNodes(nodes).withActivities(activities);
  }

  /**
   * The part in a sum of one who makes a product at a place.
   *
   * @param maker an activity, or the place's supply if this is empty
   */
  private static double part(
      MarketCase market,
      CapacityChange change,
      Region place,
      ProductId id,
      String maker,
      Tally before) {
    TreeMap<String, Double> made = new TreeMap<>();
    for (CaseNode node : market.nodes()) {
      if (node.place().equals(place) && node.supply().containsKey(id)) {
        made.put("", before.supplied(id, place) - node.stock().getOrDefault(id, 0.0));
      }
    }
    for (CaseActivity activity : market.activities()) {
      if (activity.place().equals(place)
          && activity.level().isPresent()
          && firstOutput(activity, change).equals(Optional.of(id))) {
        double perUnit = activity.outputs().getOrDefault(id, 0.0);
        made.put(activity.id(), perUnit * before.level(activity.id()));
      }
    }
    double all = made.values().stream().mapToDouble(Double::doubleValue).sum();
    return all > 0 ? made.getOrDefault(maker, 0.0) / all : 1.0 / Math.max(1, made.size());
  }

  /** Whether the market has anything that the change acts on. */
  static boolean covers(MarketCase market, CapacityChange change, Names.Coverage coverage) {
    return market.nodes().stream().anyMatch(node -> covers(node, change, coverage))
        || market.activities().stream().anyMatch(activity -> covers(activity, change, coverage));
  }

  private static boolean covers(CaseNode node, CapacityChange change, Names.Coverage coverage) {
    return coverage.hasOrigin(node.place())
        && change.terms().products().stream().anyMatch(id -> node.supply().containsKey(id));
  }

  /** An activity without a level runs at any: a change of its capacity can but close it. */
  private static boolean covers(
      CaseActivity activity, CapacityChange change, Names.Coverage coverage) {
    return coverage.hasOrigin(activity.place())
        && firstOutput(activity, change).isPresent()
        && (activity.level().isPresent() || closes(change.change()));
  }

  private static boolean closes(Change change) {
    return change instanceof Change.Times times && !(times.figure().central() > 0);
  }

  /** Of several that an activity makes together, the one by which it is changed, and once. */
  private static Optional<ProductId> firstOutput(CaseActivity activity, CapacityChange change) {
    return change.terms().products().stream()
        .filter(id -> activity.outputs().containsKey(id))
        .findFirst();
  }

  private static CaseNode changed(
      CaseNode node, CapacityChange change, ToDoubleFunction<ProductId> part) {
    SortedMap<ProductId, CaseCurve> supply = new TreeMap<>(node.supply());
    for (ProductId product : change.terms().products()) {
      supply.computeIfPresent(
          product, (id, curve) -> changed(curve, change.change(), part.applyAsDouble(id)));
    }
    return node.withSupply(supply);
  }

  private static CaseActivity changed(
      CaseActivity activity, CapacityChange change, ToDoubleFunction<ProductId> part) {
    double levels =
        firstOutput(activity, change)
            .map(id -> part.applyAsDouble(id) / activity.outputs().getOrDefault(id, Double.NaN))
            .orElse(Double.NaN);
    CaseCurve level =
        activity
            .level()
            .map(curve -> changed(curve, change.change(), levels))
            .orElse(new CaseCurve.Fixed(0));
    return activity.withLevel(level);
  }

  /**
   * The market where those who make a product at a place make less of it. An activity without a
   * level runs at any, which nothing cuts.
   *
   * @param kept share of every quantity
   */
  static MarketCase cut(MarketCase market, Region place, ProductId product, double kept) {
    List<CaseNode> nodes = new ArrayList<>();
    for (CaseNode node : market.nodes()) {
      SortedMap<ProductId, CaseCurve> supply = new TreeMap<>(node.supply());
      if (node.place().equals(place)) {
        supply.computeIfPresent(product, (id, curve) -> scaled(curve, kept));
      }
      nodes.add(node.withSupply(supply));
    }
    List<CaseActivity> activities = new ArrayList<>();
    for (CaseActivity activity : market.activities()) {
      boolean isMeant = activity.place().equals(place) && activity.outputs().containsKey(product);
      activities.add(
          isMeant
              ? activity
                  .level()
                  .map(curve -> activity.withLevel(scaled(curve, kept)))
                  .orElse(activity)
              : activity);
    }
    return market.withNodes(nodes).withActivities(activities);
  }

  /**
   * A curve changed.
   *
   * @param perUnit what it grows by for each unit of a sum
   */
  private static CaseCurve changed(CaseCurve curve, Change change, double perUnit) {
    double figure = change.figure().central();
    return switch (change) {
      case Change.Times times -> scaled(curve, figure);
      case Change.By by -> grown(curve, figure * perUnit);
    };
  }

  /** Every quantity times a factor. */
  static CaseCurve scaled(CaseCurve curve, double factor) {
    if (!(factor > 0)) {
      return new CaseCurve.Fixed(0);
    }
    return switch (curve) {
      case CaseCurve.Fixed fixed -> new CaseCurve.Fixed(fixed.quantity() * factor);
      case CaseCurve.Linear line ->
          new CaseCurve.Linear(
              line.intercept() * factor,
              line.slope() * factor,
              line.min() * factor,
              line.max() * factor);
      case CaseCurve.InverseLinear line ->
          new CaseCurve.InverseLinear(
              line.intercept(), line.slope() / factor, line.max() * factor, line.cross());
      case CaseCurve.ConstantElasticity power ->
          new CaseCurve.ConstantElasticity(
              power.quantity() * factor, power.price(), power.elasticity(), power.max() * factor);
      case CaseCurve.LogBarrier barrier ->
          new CaseCurve.LogBarrier(barrier.a(), barrier.b() * factor, barrier.capacity() * factor);
    };
  }

  /** The largest quantity, or every quantity of a curve without one, rises by so much. */
  private static CaseCurve grown(CaseCurve curve, double more) {
    return switch (curve) {
      case CaseCurve.Fixed fixed -> new CaseCurve.Fixed(Math.max(0, fixed.quantity() + more));
      case CaseCurve.Linear line ->
          line.max() < CaseCurve.UNLIMITED
              ? capped(line, line.max() + more)
              : new CaseCurve.Linear(
                  line.intercept() + more,
                  line.slope(),
                  line.min() > 0 ? Math.max(0, line.min() + more) : 0,
                  line.max());
      case CaseCurve.InverseLinear line ->
          line.max() < CaseCurve.UNLIMITED
              ? new CaseCurve.InverseLinear(
                  line.intercept(), line.slope(), Math.max(0, line.max() + more), line.cross())
              : new CaseCurve.InverseLinear(
                  line.intercept() - line.slope() * more, line.slope(), line.max(), line.cross());
      case CaseCurve.ConstantElasticity power ->
          power.max() < CaseCurve.UNLIMITED
              ? new CaseCurve.ConstantElasticity(
                  power.quantity(),
                  power.price(),
                  power.elasticity(),
                  Math.max(0, power.max() + more))
              : scaled(power, (power.quantity() + more) / power.quantity());
      case CaseCurve.LogBarrier barrier ->
          scaled(barrier, (barrier.capacity() + more) / barrier.capacity());
    };
  }

  private static CaseCurve capped(CaseCurve.Linear line, double max) {
    double most = Math.max(0, max);
    return new CaseCurve.Linear(line.intercept(), line.slope(), Math.min(line.min(), most), most);
  }
}
