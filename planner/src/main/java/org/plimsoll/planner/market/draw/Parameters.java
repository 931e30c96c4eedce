package org.plimsoll.planner.market.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Parameter;

/** The world's parameters under one scenario and one draw. */
public final class Parameters {
  private final Map<String, Map<String, Interval>> rows;
  private final Map<ProductId, String> classes;
  private final SortedMap<String, Interval> overrides;
  private final ParameterDraw draw;

  public Parameters(Evidence world, SortedMap<String, Interval> overrides, ParameterDraw draw) {
    rows = new HashMap<>();
    classes = new HashMap<>();
    world.products().forEach(product -> classes.put(product.id(), product.tradeClass().word()));
    for (Parameter row : world.parameters()) {
      rows.computeIfAbsent(row.name(), name -> new HashMap<>())
          .putIfAbsent(row.scope(), row.value());
    }
    this.overrides = overrides;
    this.draw = draw;
  }

  private Parameters(Parameters ranges, ParameterDraw draw) {
    rows = ranges.rows;
    classes = ranges.classes;
    overrides = ranges.overrides;
    this.draw = draw;
  }

  /** The same ranges in another draw. */
  public Parameters in(ParameterDraw other) {
    return new Parameters(this, other);
  }

  /** The value for a product: its own row, else its commodity's, its class's, the general one. */
  public double value(MarketParameter parameter, ProductId product) {
    return value(parameter, scopes(product));
  }

  /** The value for an activity: its own row, else that of its primary product. */
  public double value(MarketParameter parameter, String activity, ProductId primary) {
    List<String> scopes = new ArrayList<>(List.of(activity));
    scopes.addAll(scopes(primary));
    return value(parameter, scopes);
  }

  /** Scopes that fit a product, the narrowest first. */
  private List<String> scopes(ProductId product) {
    return List.of(
        product.toString(), product.commodity(), classes.getOrDefault(product, "*"), "*");
  }

  private double value(MarketParameter parameter, List<String> scopes) {
    Row row = find(parameter, scopes);
    return draw.value(parameter.word(), row.scope(), row.value());
  }

  private record Row(String scope, Interval value) {}

  /** The scenario's override, else the narrowest row, else what the model assumes. */
  private Row find(MarketParameter parameter, List<String> scopes) {
    @Nullable Interval override = overrides.get(parameter.word());
    if (override != null) {
      return new Row("*", override);
    }
    Map<String, Interval> byScope = rows.getOrDefault(parameter.word(), Collections.emptyMap());
    for (String scope : scopes) {
      @Nullable Interval found = byScope.get(scope);
      if (found != null) {
        return new Row(scope, found);
      }
    }
    return new Row("*", parameter.assumed());
  }

  public ParameterDraw draw() {
    return draw;
  }
}
