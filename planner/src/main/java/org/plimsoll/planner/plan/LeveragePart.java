package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/**
 * What each exporter could do to each member by stopping each product, for a year, on top of what
 * is in force: from the solved market, not from a score. Each stop is solved to the alliance alone
 * and to all countries.
 */
final class LeveragePart {
  /** Exporters with less than this share of the alliance's use are no stop of their own, … */
  private static final double SMALLEST_SHARE = 0.02;

  /** … unless they ship this share of what is traded: their stop to all reaches the alliance. */
  private static final double WORLD_SHARE = 0.25;

  private final PlanContext context;
  private final List<Stop> stops;
  private final Study study;
  private final StopCards cards;

  /** Solves every stop in the central case and in every draw. */
  LeveragePart(PlanContext context, StopChoice choice, List<ShockOutcome> past) {
    this.context = context;
    stops = stops(choice);
    cards = new StopCards(context, past);
    List<Request> requests = new ArrayList<>();
    stops.forEach(stop -> requests.addAll(cards.requests(stop)));
    study = context.inquiry.study("stops", requests);
  }

  /** The case of a stop to the alliance. */
  Question question(Stop stop) {
    return cards.toAlliance(stop);
  }

  /** What a stop's loss is counted from. */
  Question reference(Stop stop) {
    return cards.reference(stop);
  }

  /**
   * Every stop worth solving, in order of product and exporter; of an exporter that is asked about,
   * all that it sells.
   */
  private List<Stop> stops(StopChoice choice) {
    List<Stop> worth = new ArrayList<>();
    for (ProductId product : context.products()) {
      if (choice.has(product)) {
        Sales sales = sales(product);
        sales.abroad.forEach((exporter, tonnes) -> {
          double members = sales.toAlliance.getOrDefault(exporter, 0.0);
          boolean matters =
              (members > 0 && members >= SMALLEST_SHARE * sales.use)
                  || tonnes >= WORLD_SHARE * sales.traded();
          if (choice.has(exporter) && (matters || choice.exporter().isPresent())) {
            worth.add(new Stop(exporter, product));
          }
        });
      }
    }
    return worth;
  }

  /** What exporters outside the alliance sell of a product, tonnes. */
  private static final class Sales {
    private final SortedMap<CountryCode, Double> abroad = new TreeMap<>();
    private final SortedMap<CountryCode, Double> toAlliance = new TreeMap<>();
    private double use;

    private double traded() {
      return abroad.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private Sales sales(ProductId product) {
    Sales sales = new Sales();
    for (Flow flow : context.balance.flows(product)) {
      boolean isToAlliance = context.bloc.contains(flow.importer());
      sales.use += isToAlliance ? flow.tonnes() : 0;
      if (!context.bloc.contains(flow.exporter())
          && !flow.exporter().equals(flow.importer())
          && !flow.exporter().equals(CountryCode.REST_OF_WORLD)
          && flow.tonnes() > 0) {
        sales.abroad.merge(flow.exporter(), flow.tonnes(), Double::sum);
        if (isToAlliance) {
          sales.toAlliance.merge(flow.exporter(), flow.tonnes(), Double::sum);
        }
      }
    }
    return sales;
  }

  /**
   * The part.
   *
   * @param useFactors that what is in force holds
   */
  ActionPlan.Leverage leverage(List<ActionPlan.UseFactor> useFactors) {
    Map<String, Double> strength = new TreeMap<>();
    for (Stop stop : stops) {
      double lost = Math.max(0, centralUsersLoss(stop).orElse(0));
      strength.merge(stop.exporter().alpha3(), lost, Double::sum);
    }
    List<String> exporters =
        strength.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    return new ActionPlan.Leverage(
        context.products(),
        exporters,
        stops.stream().map(stop -> cards.card(stop, study)).toList(),
        useFactors);
  }

  /** What the alliance's users lose in a stop to it, USD a year. */
  Result usersLoss(Stop stop) {
    return cards.lost(stop, question(stop), context.whole, Quantity.Account.USERS, study);
  }

  /** Share of use that a stop solved here leaves unserved. */
  Result unserved(Stop stop, Region who) {
    return read(stop, new Quantity.UnservedShare(stop.product(), who));
  }

  /** Share of use that a stop solved here ends. */
  Result givenUp(Stop stop, Region who) {
    return read(stop, new Quantity.UseGivenUp(stop.product(), who));
  }

  private Result read(Stop stop, Quantity quantity) {
    return context.figure(study.get(question(stop), quantity), quantity, question(stop));
  }

  /** What the alliance's users lose in a stop to it, in the central case; empty if not solved. */
  OptionalDouble centralUsersLoss(Stop stop) {
    return cards.centralUsersLoss(stop, question(stop), study) instanceof Reading.Known known
        ? OptionalDouble.of(known.value())
        : OptionalDouble.empty();
  }

  /** The stop of each product that costs the alliance's users most, of those that were solved. */
  SortedMap<ProductId, Stop> worstByProduct() {
    SortedMap<ProductId, Stop> worst = new TreeMap<>();
    Map<ProductId, Double> largest = new HashMap<>();
    for (Stop stop : stops) {
      double loss = centralUsersLoss(stop).orElse(0);
      if (loss > largest.getOrDefault(stop.product(), 0.0)) {
        largest.put(stop.product(), loss);
        worst.put(stop.product(), stop);
      }
    }
    return worst;
  }

  /** Every solved stop, that which costs the alliance's users most first. */
  List<Stop> costliest() {
    record Costed(Stop stop, double loss) {}
    List<Costed> costed = new ArrayList<>();
    for (Stop stop : stops) {
      centralUsersLoss(stop).ifPresent(loss -> costed.add(new Costed(stop, loss)));
    }
    costed.sort(Comparator.comparingDouble(c -> -c.loss()));
    return costed.stream().map(Costed::stop).toList();
  }

  /** Whether a stop is one of those solved here. */
  boolean has(Stop stop) {
    return stops.contains(stop);
  }
}
