package org.plimsoll.model.market;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Region;

/**
 * What a place of a market file makes, uses and releases.
 *
 * @param place which
 * @param supply by product: quantity as a function of the producer price
 * @param demand by product: quantity as a function of the buyer price
 * @param stock by product: quantity released whatever the price, not negative
 */
public record CaseNode(
    Region place,
    SortedMap<ProductId, CaseCurve> supply,
    SortedMap<ProductId, CaseCurve> demand,
    SortedMap<ProductId, Double> stock) {
  public CaseNode {
    supply = Collections.unmodifiableSortedMap(new TreeMap<>(supply));
    demand = Collections.unmodifiableSortedMap(new TreeMap<>(demand));
    stock = Collections.unmodifiableSortedMap(new TreeMap<>(stock));
  }

  /** The same place that makes this instead. */
  public CaseNode withSupply(SortedMap<ProductId, CaseCurve> other) {
    return new CaseNode(place, other, demand, stock);
  }

  /** The same place that uses this instead. */
  public CaseNode withDemand(SortedMap<ProductId, CaseCurve> other) {
    return new CaseNode(place, supply, other, stock);
  }

  /** The same place that releases this instead. */
  public CaseNode withStock(SortedMap<ProductId, Double> other) {
    return new CaseNode(place, supply, demand, other);
  }
}
