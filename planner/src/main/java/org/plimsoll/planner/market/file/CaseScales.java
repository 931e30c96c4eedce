package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.planner.market.rows.Powers;

/**
 * Prices and quantities in whose size a market file's unknowns are counted, read off its curves. An
 * answer does not depend on them; how soon it is found does. They grow with the file's units, so
 * that a file in other units is searched step by step alike.
 */
final class CaseScales {
  private static final int HALVINGS = 60;

  /** Share of a quantity below which another one says nothing of its size. */
  private static final double FAR = 1e-2;

  private final MarketCase market;
  private final TreeMap<ProductId, Double> prices = new TreeMap<>();
  private final TreeMap<ProductId, Double> quantities = new TreeMap<>();

  CaseScales(MarketCase market) {
    this.market = market;
    for (CaseProduct product : market.products()) {
      readCurves(product);
    }
    for (int round = 0; round < market.products().size(); round++) {
      market.activities().forEach(this::carryOver);
    }
    double price = mean(List.copyOf(prices.values())).orElseGet(this::largestCost);
    double quantity = mean(List.copyOf(quantities.values())).orElse(1.0);
    for (CaseProduct product : market.products()) {
      prices.putIfAbsent(product.id(), price);
      quantities.putIfAbsent(product.id(), quantity);
    }
  }

  /** Usual price of a product. */
  double price(ProductId product) {
    return prices.getOrDefault(product, 1.0);
  }

  /** Usual quantity of a product at one node. */
  double quantity(ProductId product) {
    return quantities.getOrDefault(product, 1.0);
  }

  /**
   * Quantity in which a curve of a node is counted: the one that it shows, unless the usual price
   * calls for far more.
   */
  double quantity(CaseCurve curve, ProductId product, boolean ofSupply) {
    double called = quantityAt(curve, price(product), ofSupply);
    return quantity(curve).map(q -> q < FAR * called ? called : q).orElse(quantity(product));
  }

  /** Usual price of a curve by itself, if it shows one. */
  static Optional<Double> price(CaseCurve curve) {
    double price =
        switch (curve) {
          case CaseCurve.Linear line -> line.slope() == 0 ? 0 : line.intercept() / line.slope();
          case CaseCurve.InverseLinear line -> line.intercept();
          case CaseCurve.ConstantElasticity power -> power.price();
          case CaseCurve.LogBarrier barrier ->
              Math.max(Math.abs(barrier.a()), barrier.b() / barrier.capacity());
          case CaseCurve.Fixed fixed -> 0;
        };
    return Optional.of(Math.abs(price)).filter(p -> p > 0);
  }

  /** Usual quantity of a curve by itself, if it shows one. */
  static Optional<Double> quantity(CaseCurve curve) {
    double quantity =
        switch (curve) {
          case CaseCurve.Linear line ->
              line.intercept() == 0 && line.max() < CaseCurve.UNLIMITED
                  ? line.max()
                  : line.intercept();
          case CaseCurve.InverseLinear line ->
              line.max() < CaseCurve.UNLIMITED
                  ? line.max()
                  : line.slope() == 0 ? 0 : line.intercept() / line.slope();
          case CaseCurve.ConstantElasticity power -> power.quantity();
          case CaseCurve.LogBarrier barrier -> barrier.capacity();
          case CaseCurve.Fixed fixed -> fixed.quantity();
        };
    return Optional.of(Math.abs(quantity)).filter(q -> q > 0);
  }

  private void readCurves(CaseProduct product) {
    List<Double> seenPrices = new ArrayList<>();
    List<Double> seenQuantities = new ArrayList<>();
    List<CaseCurve> supplies = new ArrayList<>();
    List<CaseCurve> demands = new ArrayList<>();
    double stock = 0;
    for (CaseNode node : market.nodes()) {
      find(node.supply(), product.id()).ifPresent(supplies::add);
      find(node.demand(), product.id()).ifPresent(demands::add);
      stock += node.stock().getOrDefault(product.id(), 0.0);
    }
    for (List<CaseCurve> curves : List.of(supplies, demands)) {
      for (CaseCurve curve : curves) {
        price(curve).ifPresent(seenPrices::add);
        quantity(curve).ifPresent(seenQuantities::add);
      }
    }
    if (stock > 0) {
      seenQuantities.add(stock);
    }
    if (seenPrices.isEmpty() && product.chokePrice().isPresent()) {
      seenPrices.add(product.chokePrice().getAsDouble() / 2);
    }
    double released = stock;
    mean(seenPrices)
        .ifPresent(price ->
            prices.put(product.id(), pooled(price, p -> excess(demands, supplies, p) - released)));
    mean(seenQuantities).ifPresent(quantity -> quantities.put(product.id(), quantity));
  }

  private static Optional<CaseCurve> find(
      SortedMap<ProductId, CaseCurve> curves, ProductId product) {
    @Nullable CaseCurve curve = curves.get(product);
    return Optional.ofNullable(curve);
  }

  /** The price that would clear one market of all nodes, if there is one near this price. */
  private static double pooled(double near, DoubleUnaryOperator excess) {
    double low = near * 1e-3;
    double high = near * 1e3;
    if (!(excess.applyAsDouble(low) > 0) || !(excess.applyAsDouble(high) < 0)) {
      return near;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (excess.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(low * high);
  }

  private static double excess(List<CaseCurve> demands, List<CaseCurve> supplies, double price) {
    return demands.stream().mapToDouble(curve -> quantityAt(curve, price, false)).sum()
        - supplies.stream().mapToDouble(curve -> quantityAt(curve, price, true)).sum();
  }

  /** Quantity at a price, cross terms left out. */
  static double quantityAt(CaseCurve curve, double price, boolean ofSupply) {
    return switch (curve) {
      case CaseCurve.Linear line ->
          Math.max(
              Math.max(0, line.min()),
              Math.min(line.max(), line.intercept() + line.slope() * price));
      case CaseCurve.InverseLinear line -> {
        double gain = ofSupply ? price - line.intercept() : line.intercept() - price;
        double wanted =
            line.slope() == 0
                ? (gain > 0 ? line.max() : 0)
                : Math.max(0, gain / Math.abs(line.slope()));
        yield Math.min(line.max(), wanted);
      }
      case CaseCurve.ConstantElasticity power ->
          Math.min(
              power.max(), power.quantity() * Powers.of(price / power.price(), power.elasticity()));
      case CaseCurve.LogBarrier barrier ->
          price > barrier.a()
              ? Math.max(0, barrier.capacity() - barrier.b() / (price - barrier.a()))
              : 0;
      case CaseCurve.Fixed fixed -> fixed.quantity();
    };
  }

  /** Reads what an activity's inputs and outputs say of one another. */
  private void carryOver(CaseActivity activity) {
    activity
        .level()
        .flatMap(CaseScales::quantity)
        .ifPresent(level -> {
          activity.inputs().forEach((id, perUnit) -> quantities.putIfAbsent(id, level * perUnit));
          activity.outputs().forEach((id, perUnit) -> quantities.putIfAbsent(id, level * perUnit));
        });
    double margin = activity.level().flatMap(CaseScales::price).orElse(0.0);
    carryPrices(activity.inputs(), activity.outputs(), margin);
    carryPrices(activity.outputs(), activity.inputs(), 0);
    carryQuantities(activity.inputs(), activity.outputs());
    carryQuantities(activity.outputs(), activity.inputs());
  }

  private void carryPrices(
      SortedMap<ProductId, Double> from, SortedMap<ProductId, Double> to, double margin) {
    if ((from.isEmpty() && margin == 0) || !prices.keySet().containsAll(from.keySet())) {
      return;
    }
    double value = margin;
    for (var entry : from.entrySet()) {
      value += entry.getValue() * price(entry.getKey());
    }
    double units = to.values().stream().mapToDouble(Double::doubleValue).sum();
    for (ProductId id : to.keySet()) {
      prices.putIfAbsent(id, value / units);
    }
  }

  private void carryQuantities(SortedMap<ProductId, Double> from, SortedMap<ProductId, Double> to) {
    from.forEach((id, perUnit) -> {
      if (quantities.containsKey(id)) {
        double level = quantity(id) / perUnit;
        to.forEach((other, its) -> quantities.putIfAbsent(other, its * level));
      }
    });
  }

  private double largestCost() {
    double largest =
        market.arcs().orElse(List.of()).stream().mapToDouble(CaseArc::cost).max().orElse(0);
    return largest > 0 ? largest : 1;
  }

  /** Geometric mean of positive numbers. */
  private static Optional<Double> mean(List<Double> numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += StrictMath.log(number);
    }
    return numbers.isEmpty() ? Optional.empty() : Optional.of(StrictMath.exp(sum / numbers.size()));
  }
}
