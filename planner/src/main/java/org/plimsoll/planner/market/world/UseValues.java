package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.Use;

/**
 * Value added on a tonne of content, by kind of use: that of the using sector in the European Union
 * over the Union's use of the mineral. Other countries are taken to use it alike.
 */
final class UseValues {
  private static final String UNION = "EU27";
  private static final String WORLD = "*";
  private static final double MILLION = 1e6;

  private final SortedMap<String, List<Value>> byCommodity = new TreeMap<>();

  /**
   * A kind of use.
   *
   * @param share of use
   * @param usdPerTonne value added on a tonne of content
   */
  record Value(double share, double usdPerTonne) {}

  UseValues(Evidence evidence) {
    SortedSet<CountryCode> union =
        evidence
            .findTerritory(UNION)
            .map(territory -> new TreeSet<>(territory.members()))
            .orElse(new TreeSet<>());
    double usdPerEur =
        evidence.findRate("EUR").map(rate -> rate.usdPerUnit().central()).orElse(0.0);
    TreeMap<String, Double> used = new TreeMap<>();
    for (Use use : evidence.uses()) {
      if (use.purpose() == Use.Purpose.FINAL
          && use.year() == evidence.baseYear()
          && union.contains(use.country())) {
        used.merge(use.product().commodity(), use.tonnes(), Double::sum);
      }
    }
    for (EndUse use : evidence.endUses()) {
      double tonnes = used.getOrDefault(use.commodity(), 0.0);
      boolean isMeant = use.isMain() && (use.area().equals(UNION) || use.area().equals(WORLD));
      if (isMeant && tonnes > 0 && use.share() > 0 && usdPerEur > 0) {
        byCommodity
            .computeIfAbsent(use.commodity(), id -> new ArrayList<>())
            .add(
                new Value(
                    use.share(), use.euValueAddedEurMillion() * MILLION * usdPerEur / tonnes));
      }
    }
  }

  /** Kinds of use of a product's mineral; none if nobody knows them. */
  List<Value> of(ProductId product) {
    return byCommodity.getOrDefault(product.commodity(), List.of());
  }
}
