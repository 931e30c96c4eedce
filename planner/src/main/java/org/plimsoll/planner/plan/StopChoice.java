package org.plimsoll.planner.plan;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * Which stops are solved.
 *
 * @param exporter whose; everybody's that matters if empty
 * @param products of what; everything if empty
 */
public record StopChoice(Optional<CountryCode> exporter, Optional<List<ProductId>> products) {
  /** Every stop that matters. */
  public static final StopChoice ALL = new StopChoice(Optional.empty(), Optional.empty());

  public StopChoice {
    products = products.map(List::copyOf);
  }

  boolean has(ProductId product) {
    return products.map(some -> some.contains(product)).orElse(true);
  }

  boolean has(CountryCode country) {
    return exporter.map(country::equals).orElse(true);
  }
}
