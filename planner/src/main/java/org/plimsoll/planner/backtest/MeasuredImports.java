package org.plimsoll.planner.backtest;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Route;

/**
 * Imports of solved markets as customs would measure them: what crosses the importer's border, at
 * its value there, over the products of a heading.
 */
final class MeasuredImports {
  private final Evidence world;
  private final CountryCode origin;
  private final Map<ProductId, Pair> markets = new TreeMap<>();

  private record Pair(Equilibrium before, Equilibrium after) {}

  MeasuredImports(Evidence world, CountryCode origin) {
    this.world = world;
    this.origin = origin;
  }

  void add(Collection<ProductId> products, Equilibrium before, Equilibrium after) {
    products.forEach(product -> markets.put(product, new Pair(before, after)));
  }

  boolean has(ProductId product) {
    return markets.containsKey(product);
  }

  /**
   * ln Σ w_m r_m over the members m of the heading, w their value in the base year and r the ratio
   * after ÷ before; not finite where nothing came before or comes after. A change below what the
   * solver answers for is none.
   */
  double logEffect(ControlEvent event) {
    boolean fromOriginOnly = event.effect() == ControlEvent.Effect.ORIGIN_VOLUME;
    double weights = 0;
    double sum = 0;
    for (ProductId product : event.measured()) {
      Pair pair = pair(product);
      Entry before = entry(pair.before(), product, event.importer(), fromOriginOnly);
      Entry after = entry(pair.after(), product, event.importer(), fromOriginOnly);
      if (before.tonnes() > 0) {
        double ratio =
            switch (event.effect()) {
              case ORIGIN_VOLUME, VOLUME -> after.tonnes() / before.tonnes();
              case UNIT_VALUE -> after.unitValue() / before.unitValue();
            };
        sum += before.usd() * ratio;
        weights += before.usd();
      }
    }
    double effect = StrictMath.log(sum / weights);
    return Math.abs(effect) < Certificate.IMBALANCE_TOLERANCE ? 0 : effect;
  }

  /** Whether some use of a member goes unserved at the importer. */
  boolean isAtCeiling(ControlEvent event) {
    for (ProductId product : event.measured()) {
      Equilibrium after = pair(product).after();
      for (CountryCode country : after.listCountries(product)) {
        if (world.customsTerritoryOf(country).equals(event.importer())
            && after.isAtAssumedCeiling(product, country)) {
          return true;
        }
      }
    }
    return false;
  }

  private Pair pair(ProductId product) {
    @Nullable Pair pair = markets.get(product);
    return Objects.requireNonNull(pair, () -> product + " was not solved");
  }

  /** Tonnes and customs value over a border. */
  private record Entry(double tonnes, double usd) {
    double unitValue() {
      return usd / tonnes;
    }
  }

  private Entry entry(
      Equilibrium market, ProductId product, String importer, boolean fromOriginOnly) {
    double tonnes = 0;
    double usd = 0;
    for (Route route : market.listRoutes(product)) {
      boolean comesIn =
          world.customsTerritoryOf(route.to()).equals(importer)
              && !world.customsTerritoryOf(route.from()).equals(importer);
      if (comesIn && (!fromOriginOnly || route.from().equals(origin))) {
        tonnes += route.tonnes();
        usd += route.tonnes() * customsValue(route);
      }
    }
    return new Entry(tonnes, usd);
  }

  private double customsValue(Route route) {
    double freight = world.valuesFreeOnBoard(route.to()) ? 0 : route.freightUsd();
    return route.producerUsd() + route.exportTaxUsd() + route.rentUsd() + freight;
  }
}
