package org.plimsoll.planner.outlook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.market.answer.Equilibrium;

/**
 * What is laid up since the start of the base year, carried from year to year: a high price brings
 * out no more than the years before have put in. What was there before is not known and not
 * counted.
 */
final class StockBook {
  private static final String DRAWDOWN = "stock-drawdown-share";

  /** What the base year added, by product and country. */
  private final SortedMap<ProductId, SortedMap<CountryCode, Double>> baseTonnes = new TreeMap<>();

  private final Map<ProductId, Double> laidUpTonnes = new TreeMap<>();

  /** What measures bought less what they released. */
  private final Map<ProductId, Double> boughtTonnes = new TreeMap<>();

  StockBook(Evidence world) {
    MaterialBalance balance = MaterialBalance.ofBaseYear(world);
    for (ProductId product : balance.products()) {
      for (MaterialBalance.Amount laidUp : balance.stockBuilds(product)) {
        if (laidUp.tonnes() > 0) {
          baseTonnes
              .computeIfAbsent(product, p -> new TreeMap<>())
              .merge(laidUp.place(), laidUp.tonnes(), Double::sum);
        }
      }
    }
  }

  /** Puts a year's additions in and takes out what came out. */
  void enter(List<ProductId> products, Equilibrium year) {
    for (ProductId product : products) {
      for (CountryCode country :
          baseTonnes.getOrDefault(product, Collections.emptySortedMap()).keySet()) {
        laidUpTonnes.merge(product, year.stockBuild(product, country), Double::sum);
      }
      for (CountryCode country : year.listCountries(product)) {
        boughtTonnes.merge(
            product,
            year.purchased(product, country) - year.released(product, country),
            Double::sum);
      }
    }
  }

  /** Laid up since the start of the base year, with what measures bought and released. */
  double tonnes(ProductId product) {
    return laidUpTonnes.getOrDefault(product, 0.0) + boughtTonnes.getOrDefault(product, 0.0);
  }

  /** The world in which no more can be drawn than there is; the world itself before any entry. */
  Evidence bound(Evidence world) {
    List<Parameter> rows = new ArrayList<>(world.parameters());
    baseTonnes.forEach((product, byCountry) -> {
      double yearly = byCountry.values().stream().mapToDouble(t -> t).sum();
      Optional<Parameter> row = find(world, product);
      if (laidUpTonnes.containsKey(product) && row.isPresent()) {
        double most = Math.max(0, laidUpTonnes.get(product)) / yearly;
        Interval share = row.get().value();
        if (share.high() > most) {
          String scope = product.toString();
          rows.removeIf(r -> r.name().equals(DRAWDOWN) && r.scope().equals(scope));
          rows.add(
              new Parameter(
                  DRAWDOWN,
                  scope,
                  new Interval(
                      Math.min(share.low(), most),
                      Math.min(share.central(), most),
                      Math.min(share.high(), most)),
                  row.get().unit(),
                  row.get().provenance()));
        }
      }
    });
    return rows.equals(world.parameters()) ? world : world.withParameters(rows);
  }

  private static Optional<Parameter> find(Evidence world, ProductId product) {
    boolean isThere = world.parameters().stream().anyMatch(r -> r.name().equals(DRAWDOWN));
    return isThere ? Optional.of(world.getParameter(DRAWDOWN, product)) : Optional.empty();
  }
}
