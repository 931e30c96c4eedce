package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.measures.IdleMeasure;

/**
 * A solved market while numbers are read off it.
 *
 * @param base the same market in the base year
 * @param equilibrium its solution
 * @param certificate of the solution
 * @param idle measures that change nothing
 * @param beyond use of each country that goes without, valued at base prices, USD a year
 */
public record Solved(
    Equilibrium base,
    Equilibrium equilibrium,
    Certificate certificate,
    List<IdleMeasure> idle,
    SortedMap<Place, Double> beyond) {

  /** A market and its solution. */
  static Solved of(
      Equilibrium base, Equilibrium equilibrium, Certificate certificate, List<IdleMeasure> idle) {
    return new Solved(base, equilibrium, certificate, idle, equilibrium.unservedUsd());
  }

  /** What was noticed about floors. */
  public List<Finding> findings() {
    return equilibrium.listFindings();
  }

  /** Payments of subsidies and contracts, one by measure, maker and payer. */
  public List<Quantity.Paid> listPaid() {
    return equilibrium.listPayments().stream().map(Quantity.Paid::of).distinct().toList();
  }

  /** What comes through restrictions. */
  public List<Quantity.Leaked> listLeaked() {
    return equilibrium.listLeaks().stream().map(Quantity.Leaked::of).distinct().toList();
  }

  /** Every flow of a product now or in the base year; end users of a destination are one. */
  public List<Quantity.Flow> listFlows(ProductId product) {
    Map<Quantity.Flow, Boolean> flows = new LinkedHashMap<>();
    for (Equilibrium each : List.of(equilibrium, base)) {
      for (Route route : each.listRoutes(product)) {
        flows.putIfAbsent(new Quantity.Flow(product, route.from(), route.to()), true);
      }
    }
    return new ArrayList<>(flows.keySet());
  }

  /** Countries that make the product now, in code order. */
  public List<CountryCode> listMakers(ProductId product) {
    return equilibrium.listCountries(product).stream()
        .filter(c -> equilibrium.producerPrice(product, c).isPresent())
        .filter(c -> equilibrium.output(product, c) > 0)
        .toList();
  }
}
