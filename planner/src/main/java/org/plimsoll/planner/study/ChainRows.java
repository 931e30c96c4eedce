package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.world.Market;

/**
 * The rows of the world that a chain's market is made of, and matter: of trade, output and use of
 * the base year those of at least a hundredth of their product's total, the base price, the
 * technology, and every parameter of the market that applies to a product of the chain.
 */
public final class ChainRows {
  /** A row below this share of its product's total decides nothing by itself. */
  private static final double MATTERS = 0.01;

  private final SortedMap<ProductId, Basis> byProduct = new TreeMap<>();
  private final Basis all;

  /** What was asked so far: every figure of a case asks for the same chains. */
  private final Map<List<ProductId>, Basis> folded = new ConcurrentHashMap<>();

  private ChainRows(Evidence evidence, String vintage, Collection<ProductId> products) {
    Map<ProductId, List<Provenance>> rows = new TreeMap<>();
    products.forEach(product -> rows.put(product, new ArrayList<>()));
    addFlows(evidence, rows);
    for (ProductId product : products) {
      List<Provenance> its = rows.getOrDefault(product, List.of());
      evidence.findBasePrice(product, vintage).map(Price::provenance).ifPresent(its::add);
      addParameters(evidence, product, its);
    }
    for (Activity activity : evidence.activities()) {
      List<Provenance> its = rows.get(activity.primary());
      if (its != null) {
        its.add(activity.provenance());
      }
    }
    for (SortedSet<ProductId> chain : chains(evidence, products)) {
      List<Provenance> together = new ArrayList<>();
      chain.forEach(product -> together.addAll(rows.getOrDefault(product, List.of())));
      Basis basis = Basis.of(together);
      chain.forEach(product -> byProduct.put(product, basis));
    }
    all = byProduct.values().stream().distinct().reduce(Basis::and).orElseThrow();
  }

  /** The rows behind each product of a market. */
  public static ChainRows of(Evidence evidence, String vintage, Collection<ProductId> products) {
    return new ChainRows(evidence, vintage, products);
  }

  /**
   * The rows behind the chain of a product; behind all chains where the market does not have it.
   */
  public Basis of(ProductId product) {
    return byProduct.getOrDefault(product, all);
  }

  /** The rows behind the chains of these products; behind all chains where none is named. */
  public Basis of(Collection<ProductId> products) {
    return folded.computeIfAbsent(
        List.copyOf(products),
        these -> these.stream().map(this::of).distinct().reduce(Basis::and).orElse(all));
  }

  private static void addFlows(Evidence evidence, Map<ProductId, List<Provenance>> rows) {
    add(
        evidence.flows().stream().filter(f -> f.year() == evidence.baseYear()).toList(),
        Flow::product,
        Flow::tonnes,
        Flow::provenance,
        rows);
    add(
        evidence.productions().stream().filter(p -> p.year() == evidence.baseYear()).toList(),
        Production::product,
        Production::tonnes,
        Production::provenance,
        rows);
    add(
        evidence.uses().stream().filter(u -> u.year() == evidence.baseYear()).toList(),
        Use::product,
        Use::tonnes,
        Use::provenance,
        rows);
  }

  /** The rows of at least a hundredth of their product's total. */
  private static <T> void add(
      List<T> table,
      Function<T, ProductId> product,
      ToDoubleFunction<T> tonnes,
      Function<T, Provenance> provenance,
      Map<ProductId, List<Provenance>> rows) {
    Map<ProductId, Double> totals = new TreeMap<>();
    table.forEach(row -> totals.merge(product.apply(row), tonnes.applyAsDouble(row), Double::sum));
    for (T row : table) {
      List<Provenance> its = rows.get(product.apply(row));
      double least = MATTERS * totals.getOrDefault(product.apply(row), 0.0);
      if (its != null && tonnes.applyAsDouble(row) >= least) {
        its.add(provenance.apply(row));
      }
    }
  }

  private static void addParameters(Evidence evidence, ProductId product, List<Provenance> rows) {
    for (String name : Market.listParameters()) {
      List.of(product.toString(), product.commodity(), "*").stream()
          .flatMap(scope ->
              evidence.parameters().stream()
                  .filter(row -> row.name().equals(name) && row.scope().equals(scope)))
          .findFirst()
          .map(Parameter::provenance)
          .ifPresent(rows::add);
    }
  }

  /** Products that activities tie together, directly or through others. */
  private static List<SortedSet<ProductId>> chains(
      Evidence evidence, Collection<ProductId> products) {
    Map<ProductId, SortedSet<ProductId>> chainOf = new TreeMap<>();
    products.forEach(product -> chainOf.put(product, new TreeSet<>(List.of(product))));
    for (Activity activity : evidence.activities()) {
      SortedSet<ProductId> tied = new TreeSet<>(activity.inputs().keySet());
      tied.addAll(activity.outputs().keySet());
      tied.add(activity.primary());
      activity.host().ifPresent(host -> tied.add(host.product()));
      tied.retainAll(chainOf.keySet());
      SortedSet<ProductId> joined = new TreeSet<>();
      tied.forEach(product -> joined.addAll(chainOf.getOrDefault(product, new TreeSet<>())));
      joined.forEach(product -> chainOf.put(product, joined));
    }
    return chainOf.values().stream().distinct().toList();
  }
}
