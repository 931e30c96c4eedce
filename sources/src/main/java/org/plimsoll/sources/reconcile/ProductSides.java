package org.plimsoll.sources.reconcile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Flow;

/**
 * The four sides of a solved product in the base year, tonnes of content by country. In a world
 * that balances, made is shipped and received is taken, country by country.
 */
public final class ProductSides {
  /** A product of which nothing is made or taken. */
  public static final ProductSides NONE = new ProductSides();

  private final SortedMap<CountryCode, Double> made = new TreeMap<>();
  private final SortedMap<CountryCode, Double> shipped = new TreeMap<>();
  private final SortedMap<CountryCode, Double> received = new TreeMap<>();
  private final SortedMap<CountryCode, Double> taken = new TreeMap<>();

  private ProductSides() {}

  /** The sides of every solved product, in product order. */
  public static SortedMap<ProductId, ProductSides> of(Evidence evidence) {
    MaterialBalance balance = MaterialBalance.ofBaseYear(evidence);
    SortedMap<ProductId, ProductSides> all = new TreeMap<>();
    for (Product product : evidence.listSolvedProducts()) {
      ProductSides sides = new ProductSides();
      sides.made.putAll(MaterialBalance.byPlace(balance.made(product.id())));
      sides.taken.putAll(MaterialBalance.byPlace(balance.taken(product.id())));
      for (Flow flow : balance.flows(product.id())) {
        sides.shipped.merge(flow.exporter(), flow.tonnes(), Double::sum);
        sides.received.merge(flow.importer(), flow.tonnes(), Double::sum);
      }
      all.put(product.id(), sides);
    }
    return all;
  }

  /** Output, joint products and recovered scrap included. */
  public SortedMap<CountryCode, Double> made() {
    return Collections.unmodifiableSortedMap(made);
  }

  /** Flows out of each country, home use included. */
  public SortedMap<CountryCode, Double> shipped() {
    return Collections.unmodifiableSortedMap(shipped);
  }

  /** Flows into each country, home use included. */
  public SortedMap<CountryCode, Double> received() {
    return Collections.unmodifiableSortedMap(received);
  }

  /** Final use, inputs of activities and stock build. */
  public SortedMap<CountryCode, Double> taken() {
    return Collections.unmodifiableSortedMap(taken);
  }

  /** Every country on any side, in code order. */
  public SortedSet<CountryCode> countries() {
    SortedSet<CountryCode> countries = new TreeSet<>(made.keySet());
    countries.addAll(shipped.keySet());
    countries.addAll(received.keySet());
    countries.addAll(taken.keySet());
    return countries;
  }

  /** The largest of the sides in all, tonnes: the scale of an imbalance. */
  public double sizeTonnes() {
    return Math.max(total(shipped), Math.max(total(made), total(taken)));
  }

  /** The largest |made − shipped| or |received − taken| of any country, over the size. */
  public double residual() {
    double size = sizeTonnes();
    double largest = 0;
    for (CountryCode country : countries()) {
      largest = Math.max(largest, Math.abs(at(made, country) - at(shipped, country)));
      largest = Math.max(largest, Math.abs(at(received, country) - at(taken, country)));
    }
    return size > 0 ? largest / size : 0;
  }

  private static double at(SortedMap<CountryCode, Double> side, CountryCode country) {
    return side.getOrDefault(country, 0.0);
  }

  private static double total(SortedMap<CountryCode, Double> side) {
    return side.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
