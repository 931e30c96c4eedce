package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Study;

/**
 * What each exporter could do to each member by stopping each product, for a year, on top of what
 * is in force: from the solved market, not from a score.
 */
final class LeveragePart {
  /** Exporters with less than this share of the alliance's use are no stop of their own. */
  private static final double SMALLEST_SHARE = 0.02;

  private final PlanContext context;
  private final Exposures exposures;
  private final List<Stop> stops;
  private final Study study;

  /** Solves every stop in the central case and in every draw. */
  LeveragePart(PlanContext context) {
    this.context = context;
    exposures = new Exposures(context);
    stops = stops();
    List<Request> requests = new ArrayList<>();
    requests.add(new Request(context.statusQuo(), statusQuoQuantities()));
    stops.forEach(stop -> requests.add(new Request(question(stop), quantities(stop))));
    study = context.inquiry.study("stops", requests);
  }

  /** The case of a stop. */
  Question question(Stop stop) {
    return context.question(stop.id(), List.of(stop.ban(context.bloc)));
  }

  private List<Quantity> statusQuoQuantities() {
    List<Quantity> quantities = new ArrayList<>();
    context.bloc.regions().forEach(region -> quantities.add(PlanContext.surplus(region)));
    quantities.add(PlanContext.surplus(context.whole));
    stops.stream()
        .map(Stop::exporter)
        .distinct()
        .forEach(e -> quantities.add(PlanContext.surplus(Region.of(e))));
    return quantities;
  }

  private List<Quantity> quantities(Stop stop) {
    List<Quantity> quantities = new ArrayList<>();
    for (Region region : context.bloc.regions()) {
      quantities.add(PlanContext.surplus(region));
      quantities.add(new Quantity.UnservedShare(stop.product(), region));
    }
    quantities.add(PlanContext.surplus(context.whole));
    quantities.add(new Quantity.UnservedShare(stop.product(), context.whole));
    quantities.add(PlanContext.surplus(Region.of(stop.exporter())));
    return quantities;
  }

  /** Every stop worth solving, in order of product and exporter. */
  private List<Stop> stops() {
    List<Stop> worth = new ArrayList<>();
    for (ProductId product : context.products()) {
      Map<CountryCode, Double> sales = new TreeMap<>();
      double use = 0;
      for (Flow flow : context.balance.flows(product)) {
        if (context.bloc.contains(flow.importer())) {
          use += flow.tonnes();
          if (!context.bloc.contains(flow.exporter())
              && !flow.exporter().equals(CountryCode.REST_OF_WORLD)) {
            sales.merge(flow.exporter(), flow.tonnes(), Double::sum);
          }
        }
      }
      for (Map.Entry<CountryCode, Double> sale : sales.entrySet()) {
        if (sale.getValue() >= SMALLEST_SHARE * use) {
          worth.add(new Stop(sale.getKey(), product));
        }
      }
    }
    return worth;
  }

  ActionPlan.Leverage leverage() {
    List<ActionPlan.LeverageCell> cells = stops.stream().map(this::cell).toList();
    Map<String, Double> strength = new TreeMap<>();
    for (ActionPlan.LeverageCell cell : cells) {
      double loss =
          cell.loss().findCentral().isPresent() ? cell.loss().findCentral().getAsDouble() : 0;
      strength.merge(cell.exporter(), loss, Double::sum);
    }
    List<String> exporters =
        strength.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    return new ActionPlan.Leverage(context.products(), exporters, cells);
  }

  private ActionPlan.LeverageCell cell(Stop stop) {
    List<ActionPlan.MemberLoss> members = new ArrayList<>();
    for (Region region : context.bloc.regions()) {
      Result unserved = unserved(stop, region);
      members.add(
          new ActionPlan.MemberLoss(
              region.id(),
              loss(stop, region),
              unserved,
              exposures.of(stop.product(), region, unserved)));
    }
    Result unserved = unserved(stop, context.whole);
    return new ActionPlan.LeverageCell(
        stop.id(),
        stop.exporter().alpha3(),
        stop.product(),
        loss(stop, context.whole),
        unserved,
        loss(stop, Region.of(stop.exporter())),
        unserved.isAbove(0),
        members);
  }

  /** Surplus today less surplus in the stop, USD a year. */
  Result loss(Stop stop, Region who) {
    return context.figure(
        study.change(context.statusQuo(), question(stop), PlanContext.surplus(who)),
        "USD/year",
        question(stop),
        stop.product());
  }

  /** Share of use that a stop solved here leaves unserved. */
  Result unserved(Stop stop, Region who) {
    Quantity share = new Quantity.UnservedShare(stop.product(), who);
    return context.figure(study.get(question(stop), share), share, question(stop));
  }

  /** The loss of the alliance in a stop, in the central case; why not where it was not solved. */
  Reading centralLoss(Stop stop) {
    return study
        .change(context.statusQuo(), question(stop), PlanContext.surplus(context.whole))
        .central();
  }

  /** The stop of each product that costs the alliance most, of those that were solved. */
  SortedMap<ProductId, Stop> worstByProduct() {
    SortedMap<ProductId, Stop> worst = new TreeMap<>();
    Map<ProductId, Double> largest = new HashMap<>();
    for (Stop stop : stops) {
      if (centralLoss(stop) instanceof Reading.Known loss
          && loss.value() > largest.getOrDefault(stop.product(), 0.0)) {
        largest.put(stop.product(), loss.value());
        worst.put(stop.product(), stop);
      }
    }
    return worst;
  }

  /** Every solved stop, the costliest first. */
  List<Stop> costliest() {
    record Costed(Stop stop, double loss) {}
    List<Costed> costed = new ArrayList<>();
    for (Stop stop : stops) {
      if (centralLoss(stop) instanceof Reading.Known loss) {
        costed.add(new Costed(stop, loss.value()));
      }
    }
    costed.sort(Comparator.comparingDouble(c -> -c.loss()));
    return costed.stream().map(Costed::stop).toList();
  }

  /** Whether a stop is one of those solved here. */
  boolean has(Stop stop) {
    return stops.contains(stop);
  }
}
