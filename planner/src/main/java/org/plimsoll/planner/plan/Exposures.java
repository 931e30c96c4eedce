package org.plimsoll.planner.plan;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.planner.risk.Region;

/**
 * Value added of the sectors that use a commodity: unserved share × Σ use share × value added. An
 * upper bound, since a sector does not stop in proportion to one of its inputs.
 *
 * <p>Sectors' value added is known for the European Union; elsewhere it is scaled by manufacturing
 * value added.
 */
final class Exposures {
  private final Evidence evidence;
  private final double unionValueAdded;

  Exposures(Evidence evidence) {
    this.evidence = evidence;
    this.unionValueAdded =
        evidence.findTerritory("EU27").map(t -> valueAdded(t.members())).orElse(0.0);
  }

  /** Exposed value added of a member, USD a year; empty if no sector is known. */
  Optional<Figure> of(ProductId product, Region region, double unservedShare) {
    List<EndUse> uses =
        evidence.endUses().stream()
            .filter(u -> u.isMain() && u.commodity().equals(product.commodity()))
            .toList();
    double scale = valueAdded(region.members()) / unionValueAdded;
    Optional<ExchangeRate> euro = evidence.findRate("EUR");
    if (uses.isEmpty() || euro.isEmpty() || !(unionValueAdded > 0) || !(scale > 0)) {
      return Optional.empty();
    }
    double sectors = uses.stream().mapToDouble(u -> u.share() * u.euValueAddedEurMillion()).sum();
    return Optional.of(
        Figure.derived(
            unservedShare * sectors * 1e6 * euro.get().usdPerUnit().central() * scale,
            "USD/year",
            Grade.C,
            uses.getFirst().provenance().source().toString(),
            "wdi@2024#manufacturing value added",
            "USD %s a euro, %s"
                .formatted(euro.get().usdPerUnit().central(), euro.get().provenance().note()),
            "docs/method/leverage.md"));
  }

  private double valueAdded(Iterable<CountryCode> countries) {
    double sum = 0;
    for (CountryCode code : countries) {
      sum +=
          evidence
              .findCountry(code)
              .map(Country::manufacturingValueAddedUsdMillion)
              .map(v -> v.orElse(0))
              .orElse(0.0);
    }
    return sum;
  }
}
