package org.plimsoll.planner.plan;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
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
  private static final String METHOD = "docs/method/leverage.md";

  private final Evidence evidence;
  private final double unionValueAdded;

  Exposures(PlanContext context) {
    evidence = context.evidence;
    unionValueAdded = evidence.findTerritory("EU27").map(t -> valueAdded(t.members())).orElse(0.0);
  }

  /** Exposed value added of a member, USD a year; why not where it cannot be said. */
  Result of(ProductId product, Region region, Result unservedShare) {
    return switch (unservedShare) {
      case NoFigure none -> new NoFigure("USD/year", none.why());
      case Figure share -> sectors(product, region, share);
    };
  }

  private Result sectors(ProductId product, Region region, Figure share) {
    List<EndUse> uses =
        evidence.endUses().stream()
            .filter(u -> u.isMain() && u.commodity().equals(product.commodity()))
            .toList();
    double scale = valueAdded(region.members()) / unionValueAdded;
    if (uses.isEmpty() || !(unionValueAdded > 0) || !(scale > 0)) {
      return new NoFigure("USD/year", "sectors not known");
    }
    Optional<ExchangeRate> euro = evidence.findRate("EUR");
    if (euro.isEmpty()) {
      return new NoFigure("USD/year", "no rate of the euro");
    }
    double sectors = uses.stream().mapToDouble(u -> u.share() * u.euValueAddedEurMillion()).sum();
    Figure exposed =
        Figure.ofRows(
            Interval.exactly(sectors * 1e6 * scale),
            "EUR/year",
            Grade.C,
            List.of(
                uses.getFirst().provenance().source().toString(),
                "wdi@2024#manufacturing value added"));
    Figure rate = Figure.read(euro.get().usdPerUnit(), "USD/EUR", euro.get().provenance());
    return Figure.of(Derivation.Rule.PRODUCT, "USD/year", METHOD, share, exposed, rate);
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
