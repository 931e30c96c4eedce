package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;

/** What the world says of codes and of what countries can ship. */
public final class Catalogue {
  private final List<Product> products;
  private final List<CountryCode> membersOfUnion;
  private final SortedMap<ProductId, SortedMap<String, Double>> tonnes = new TreeMap<>();
  private final SortedMap<ProductId, SortedMap<String, Double>> made = new TreeMap<>();
  private final List<Production> productions;

  /** Output and imports of the pack's base year; joint outputs count only where they are listed. */
  public Catalogue(Evidence evidence) {
    products = evidence.products();
    membersOfUnion =
        evidence.findTerritory("EU27").map(Evidence.Territory::members).orElse(List.of());
    productions = evidence.productions();
    for (Production output : productions) {
      add(output.product(), output.country(), output.tonnes());
      made.computeIfAbsent(output.product(), p -> new TreeMap<>())
          .merge(output.country().alpha3(), output.tonnes(), Double::sum);
    }
    for (Flow flow : evidence.flows()) {
      if (!flow.exporter().equals(flow.importer())) {
        add(flow.product(), flow.importer(), flow.tonnes());
      }
    }
  }

  private void add(ProductId product, CountryCode country, double amount) {
    tonnes
        .computeIfAbsent(product, p -> new TreeMap<>())
        .merge(country.alpha3(), amount, Double::sum);
  }

  /**
   * The product of a code and what an assay counts: the one product that has the code, or of
   * several the one on this basis.
   */
  public Optional<Product> findProduct(String code, String basis) {
    List<Product> fitting = new ArrayList<>();
    for (Product product : products) {
      if (product.hsCodes().contains(code.substring(0, 6))) {
        fitting.add(product);
      }
    }
    if (fitting.size() > 1) {
      fitting.removeIf(product -> !product.basis().equals(basis));
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /**
   * What a country makes, in tonnes of content a year, of the one product that has the code; 0 if
   * the pack lists makers and it is none of them, empty if the code names no one product.
   */
  public OptionalDouble findOutput(String code, String country) {
    Optional<Product> product = findProduct(code, "");
    if (product.isEmpty()) {
      return OptionalDouble.empty();
    }
    double made = 0;
    for (Production output : productions) {
      boolean isIts = output.country().alpha3().equals(country);
      made += isIts && output.product().equals(product.get().id()) ? output.tonnes() : 0;
    }
    return OptionalDouble.of(made);
  }

  /**
   * What a country makes, in tonnes of content a year. A country that the pack folds into an
   * aggregate may make as much as all of it; 0 if the pack lists makers and it is none of them,
   * empty if the pack lists none.
   */
  public OptionalDouble findOutput(ProductId product, CountryCode country) {
    SortedMap<String, Double> byCountry = made.getOrDefault(product, new TreeMap<>());
    if (byCountry.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        byCountry.getOrDefault(
            country.alpha3(), byCountry.getOrDefault(aggregateOf(country).alpha3(), 0.0)));
  }

  private CountryCode aggregateOf(CountryCode country) {
    return membersOfUnion.contains(country) ? CountryCode.REST_OF_EU : CountryCode.REST_OF_WORLD;
  }

  /** Whether the two are stages of one commodity. */
  static boolean isNeighbour(ProductId one, ProductId other) {
    return one.commodity().equals(other.commodity()) && !one.equals(other);
  }

  /**
   * Output and imports of a country in tonnes of content a year. A country that the pack folds into
   * an aggregate may have as much as the whole aggregate; empty if the pack says nothing.
   */
  public OptionalDouble findCapacity(ProductId product, CountryCode country) {
    SortedMap<String, Double> byCountry = tonnes.getOrDefault(product, new TreeMap<>());
    for (CountryCode place : List.of(country, aggregateOf(country))) {
      if (byCountry.containsKey(place.alpha3())) {
        return OptionalDouble.of(byCountry.getOrDefault(place.alpha3(), 0.0));
      }
    }
    return OptionalDouble.empty();
  }
}
