package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
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
   * @param with the market with another value of it
   */
  record CaseFigure(
      String name,
      String scope,
      double value,
      double size,
      boolean isAtEnd,
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
      figures.add(new CaseFigure(name, scope, value, size, isAtEnd, with));
    }
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
              add(
                  "choke price",
                  id,
                  choke,
                  0,
                  v ->
                      with.apply(
                          new CaseProduct(
                              product.id(), product.sourcing(), OptionalDouble.of(v)))));
      switch (product.sourcing()) {
        case CaseProduct.Sourcing.Homogeneous alike -> {}
        case CaseProduct.Sourcing.Armington goods ->
            add(
                "Armington elasticity",
                id,
                goods.sigma(),
                0,
                v ->
                    with.apply(
                        new CaseProduct(
                            product.id(),
                            new CaseProduct.Sourcing.Armington(v),
                            product.chokePrice())));
        case CaseProduct.Sourcing.SourceShares shares ->
            add(
                "exponent of shares",
                id,
                shares.sigma(),
                0,
                v ->
                    with.apply(
                        new CaseProduct(
                            product.id(),
                            new CaseProduct.Sourcing.SourceShares(v),
                            product.chokePrice())));
      }
    }
  }

  private void listNode(int index) {
    CaseNode node = market.nodes().get(index);
    Function<CaseNode, MarketCase> with =
        other -> market.withNodes(replaced(market.nodes(), index, other));
    node.supply()
        .forEach((id, curve) ->
            listCurve(
                "supply",
                at(id, node.place()),
                id,
                curve,
                other ->
                    with.apply(
                        new CaseNode(
                            node.place(),
                            replaced(node.supply(), id, other),
                            node.demand(),
                            node.stock()))));
    node.stock()
        .forEach((id, tonnes) ->
            add(
                "stock",
                at(id, node.place()),
                tonnes,
                0,
                v ->
                    with.apply(
                        new CaseNode(
                            node.place(),
                            node.supply(),
                            node.demand(),
                            replaced(node.stock(), id, v)))));
    node.demand()
        .forEach((id, curve) ->
            listCurve(
                "demand",
                at(id, node.place()),
                id,
                curve,
                other ->
                    with.apply(
                        new CaseNode(
                            node.place(),
                            node.supply(),
                            replaced(node.demand(), id, other),
                            node.stock()))));
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
    Function<CaseActivity, MarketCase> with =
        other -> market.withActivities(replaced(market.activities(), index, other));
    activity
        .inputs()
        .forEach((id, perUnit) ->
            add(
                "input of " + id,
                activity.id(),
                perUnit,
                0,
                v ->
                    with.apply(
                        new CaseActivity(
                            activity.id(),
                            activity.place(),
                            replaced(activity.inputs(), id, v),
                            activity.outputs(),
                            activity.level(),
                            activity.cappedBy()))));
    activity
        .outputs()
        .forEach((id, perUnit) ->
            add(
                "output of " + id,
                activity.id(),
                perUnit,
                0,
                v ->
                    with.apply(
                        new CaseActivity(
                            activity.id(),
                            activity.place(),
                            activity.inputs(),
                            replaced(activity.outputs(), id, v),
                            activity.level(),
                            activity.cappedBy()))));
    ProductId product =
        (activity.outputs().isEmpty() ? activity.inputs() : activity.outputs()).firstKey();
    activity
        .level()
        .ifPresent(curve ->
            listCurve(
                "level",
                activity.id(),
                product,
                curve,
                other ->
                    with.apply(
                        new CaseActivity(
                            activity.id(),
                            activity.place(),
                            activity.inputs(),
                            activity.outputs(),
                            Optional.of(other),
                            activity.cappedBy()))));
    activity
        .cappedBy()
        .ifPresent(cap ->
            add(
                "cap by " + cap.activity(),
                activity.id(),
                cap.perUnit(),
                0,
                v ->
                    with.apply(
                        new CaseActivity(
                            activity.id(),
                            activity.place(),
                            activity.inputs(),
                            activity.outputs(),
                            activity.level(),
                            Optional.of(new CaseActivity.Cap(cap.activity(), v))))));
  }

  private void listArc(List<CaseArc> arcs, int index) {
    CaseArc arc = arcs.get(index);
    Function<CaseArc, MarketCase> with = other -> market.withArcs(replaced(arcs, index, other));
    String scope =
        arc.product().map(id -> id + " from ").orElse("from ") + arc.from() + " to " + arc.to();
    ProductId product = arc.product().orElse(market.products().getFirst().id());
    double price = scales.price(product);
    add(
        ROUTE_COST,
        scope,
        arc.cost(),
        price,
        v -> with.apply(changed(arc, v, arc.costSlope(), arc.share(), arc.capacity())));
    add(
        "route cost slope",
        scope,
        arc.costSlope(),
        0,
        v -> with.apply(changed(arc, arc.cost(), v, arc.share(), arc.capacity())));
    add(
        "route capacity",
        scope,
        arc.capacity(),
        0,
        v -> with.apply(changed(arc, arc.cost(), arc.costSlope(), arc.share(), v)));
    arc.share()
        .ifPresent(share ->
            add(
                "route share",
                scope,
                share,
                0,
                v ->
                    with.apply(
                        changed(
                            arc,
                            arc.cost(),
                            arc.costSlope(),
                            OptionalDouble.of(v),
                            arc.capacity()))));
  }

  private static CaseArc changed(
      CaseArc arc, double cost, double costSlope, OptionalDouble share, double capacity) {
    return new CaseArc(arc.from(), arc.to(), arc.product(), cost, costSlope, share, capacity);
  }
}
