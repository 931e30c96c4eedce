package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseLever;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/**
 * The figures of a market file that an answer may hang on, but those of its measures: curves,
 * stocks, activities, routes, choke prices, elasticities between origins.
 */
final class CaseFigures {
  private static final String ROUTE_COST = "route cost";

  private final MarketCase market;
  private final CaseScales scales;
  private final List<CaseFigure> figures = new ArrayList<>();

  /**
   * One figure.
   *
   * @param name what it is, for example {@code supply intercept}
   * @param scope of what, for example {@code ore at north}
   * @param value in the file
   * @param size its own, or a usual one where it is nothing
   * @param isAtEnd whether it can only rise: a cost of nothing
   * @param leavesBase whether the market without measures stays as it is
   * @param with the market with another value of it
   */
  record CaseFigure(
      String name,
      String scope,
      double value,
      double size,
      boolean isAtEnd,
      boolean leavesBase,
      DoubleFunction<MarketCase> with) {}

  private CaseFigures(MarketCase market) {
    this.market = market;
    scales = new CaseScales(market);
  }

  /**
   * All of them, in file order.
   *
   * @param isUsed whether a route counts: one that carries nothing moves nothing
   */
  static List<CaseFigure> of(MarketCase market, Predicate<CaseArc> isUsed) {
    CaseFigures figures = new CaseFigures(market);
    figures.listProducts();
    for (int n = 0; n < market.nodes().size(); n++) {
      figures.listNode(n);
    }
    for (int a = 0; a < market.activities().size(); a++) {
      figures.listActivity(a);
    }
    List<CaseArc> arcs = market.arcs().orElse(List.of());
    for (int a = 0; a < arcs.size(); a++) {
      if (isUsed.test(arcs.get(a))) {
        figures.listArc(arcs, a);
      }
    }
    return figures.figures;
  }

  /**
   * Adds a figure, if it is a limit that there is.
   *
   * @param usual a size for it where it is 0; 0 if it may not be negative, so that 0 is its end
   */
  private void add(
      String name, String scope, double value, double usual, DoubleFunction<MarketCase> with) {
    double size = value == 0 ? usual : Math.abs(value);
    if (Double.isFinite(value) && size > 0) {
      boolean isAtEnd = value == 0 && name.equals(ROUTE_COST);
      figures.add(new CaseFigure(name, scope, value, size, isAtEnd, false, with));
    }
  }

  private void add(String name, String scope, double value, DoubleFunction<MarketCase> with) {
    add(name, scope, value, 0, with);
  }

  /** The list with another entry at one place. */
  private static <T> List<T> replaced(List<T> list, int index, T entry) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, entry);
    return copy;
  }

  private static <K, V> SortedMap<K, V> replaced(SortedMap<K, V> map, K key, V value) {
    TreeMap<K, V> copy = new TreeMap<>(map);
    copy.put(key, value);
    return copy;
  }

  private void listProducts() {
    for (int k = 0; k < market.products().size(); k++) {
      int index = k;
      CaseProduct product = market.products().get(k);
      String id = product.id().toString();
      Function<CaseProduct, MarketCase> with =
          other -> market.withProducts(replaced(market.products(), index, other));
      product
          .chokePrice()
          .ifPresent(choke ->
              add("choke price", id, choke, 0, v -> with.apply(product.withChokePrice(v))));
      switch (product.sourcing()) {
        case CaseProduct.Sourcing.Homogeneous alike -> {}
        case CaseProduct.Sourcing.Armington(double sigma) ->
            add(
                "Armington elasticity",
                id,
                sigma,
                0,
                v -> with.apply(product.withSourcing(new CaseProduct.Sourcing.Armington(v))));
        case CaseProduct.Sourcing.SourceShares(double sigma) ->
            add(
                "exponent of shares",
                id,
                sigma,
                0,
                v -> with.apply(product.withSourcing(new CaseProduct.Sourcing.SourceShares(v))));
      }
      if (product.response().isOn()) {
        for (CaseLever lever : CaseLever.values()) {
          listLever(lever, product, with);
        }
      }
    }
  }

  /** Lists a lever of the response to a shock; it does not move the market without measures. */
  private void listLever(
      CaseLever lever, CaseProduct product, Function<CaseProduct, MarketCase> with) {
    double value = product.response().value(lever);
    if (value > 0) {
      figures.add(
          new CaseFigure(
              "response " + lever.word(),
              product.id().toString(),
              value,
              value,
              false,
              true,
              v -> with.apply(product.withResponse(product.response().with(lever, v)))));
    }
  }

  private void listNode(int index) {
    CaseNode node = market.nodes().get(index);
    Function<CaseNode, MarketCase> with =
        other -> market.withNodes(replaced(market.nodes(), index, other));
    listCurves("supply", node, node.supply(), supply -> with.apply(node.withSupply(supply)));
    node.stock()
        .forEach((id, tonnes) ->
            add(
                "stock",
                at(id, node.place()),
                tonnes,
                v -> with.apply(node.withStock(replaced(node.stock(), id, v)))));
    listCurves("demand", node, node.demand(), demand -> with.apply(node.withDemand(demand)));
  }

  private void listCurves(
      String of,
      CaseNode node,
      SortedMap<ProductId, CaseCurve> curves,
      Function<SortedMap<ProductId, CaseCurve>, MarketCase> with) {
    curves.forEach((id, curve) ->
        listCurve(
            of, at(id, node.place()), id, curve, other -> with.apply(replaced(curves, id, other))));
  }

  private static String at(ProductId id, Region place) {
    return id + " at " + place;
  }

  private void listCurve(
      String of,
      String scope,
      ProductId product,
      CaseCurve curve,
      Function<CaseCurve, MarketCase> with) {
    List<CurveFigure> parts =
        CurveFigure.listOf(curve, scales.price(product), scales.quantity(product));
    for (CurveFigure part : parts) {
      add(
          of + " " + part.name(),
          scope,
          part.value(),
          part.usual(),
          v -> with.apply(part.with().apply(v)));
    }
  }

  private void listActivity(int index) {
    CaseActivity activity = market.activities().get(index);
    String scope = activity.id();
    SortedMap<ProductId, Double> inputs = activity.inputs();
    SortedMap<ProductId, Double> outputs = activity.outputs();
    Function<CaseActivity, MarketCase> with =
        other -> market.withActivities(replaced(market.activities(), index, other));
    inputs.forEach((id, perUnit) ->
        add(
            "input of " + id,
            scope,
            perUnit,
            v -> with.apply(activity.withInputs(replaced(inputs, id, v)))));
    outputs.forEach((id, perUnit) ->
        add(
            "output of " + id,
            scope,
            perUnit,
            v -> with.apply(activity.withOutputs(replaced(outputs, id, v)))));
    ProductId product = (outputs.isEmpty() ? inputs : outputs).firstKey();
    activity
        .level()
        .ifPresent(curve ->
            listCurve(
                "level", scope, product, curve, other -> with.apply(activity.withLevel(other))));
    activity
        .cappedBy()
        .ifPresent(cap ->
            add(
                "cap by " + cap.activity(),
                scope,
                cap.perUnit(),
                v -> with.apply(activity.withCap(new CaseActivity.Cap(cap.activity(), v)))));
  }

  private void listArc(List<CaseArc> arcs, int index) {
    CaseArc arc = arcs.get(index);
    Function<CaseArc, MarketCase> with = other -> market.withArcs(replaced(arcs, index, other));
    String scope =
        arc.product().map(id -> id + " from ").orElse("from ") + arc.from() + " to " + arc.to();
    double price = scales.price(arc.product().orElse(market.products().getFirst().id()));
    add(ROUTE_COST, scope, arc.cost(), price, v -> with.apply(arc.withCost(v)));
    add("route cost slope", scope, arc.costSlope(), v -> with.apply(arc.withCostSlope(v)));
    add("route capacity", scope, arc.capacity(), v -> with.apply(arc.withCapacity(v)));
    arc.share()
        .ifPresent(share -> add("route share", scope, share, v -> with.apply(arc.withShare(v))));
  }
}
