package org.plimsoll.sources.reconcile;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

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

  /** The sides of every solved product, in product order. An unknown activity makes nothing. */
  public static SortedMap<ProductId, ProductSides> of(Evidence evidence) {
    SortedMap<ProductId, ProductSides> all = new TreeMap<>();
    for (Product product : evidence.listSolvedProducts()) {
      all.put(product.id(), new ProductSides());
    }
    for (Production level : evidence.productions()) {
      if (level.year() == evidence.baseYear()) {
        findActivity(evidence, level).ifPresent(activity -> add(all, activity, level));
      }
    }
    for (Use use : evidence.uses()) {
      if (use.year() == evidence.baseYear() && all.containsKey(use.product())) {
        add(all.get(use.product()).taken, use.country(), use.tonnes());
      }
    }
    for (Flow flow : evidence.flows()) {
      if (flow.year() == evidence.baseYear() && all.containsKey(flow.product())) {
        add(all.get(flow.product()).shipped, flow.exporter(), flow.tonnes());
        add(all.get(flow.product()).received, flow.importer(), flow.tonnes());
      }
    }
    return all;
  }

  private static Optional<Activity> findActivity(Evidence evidence, Production level) {
    return evidence.activities().stream().anyMatch(a -> a.id().equals(level.activity()))
        ? Optional.of(evidence.getActivity(level.activity(), level.country()))
        : Optional.empty();
  }

  private static void add(
      SortedMap<ProductId, ProductSides> all, Activity activity, Production level) {
    activity
        .outputs()
        .forEach((product, perUnit) -> {
          if (all.containsKey(product)) {
            add(all.get(product).made, level.country(), perUnit * level.tonnes());
          }
        });
    activity
        .inputs()
        .forEach((product, perUnit) -> {
          if (all.containsKey(product)) {
            add(all.get(product).taken, level.country(), perUnit * level.tonnes());
          }
        });
  }

  private static void add(SortedMap<CountryCode, Double> side, CountryCode country, double tonnes) {
    side.merge(country, tonnes, Double::sum);
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
