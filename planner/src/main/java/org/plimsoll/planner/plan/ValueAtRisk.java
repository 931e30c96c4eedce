package org.plimsoll.planner.plan;

import java.util.ArrayList;
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
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;

/**
 * Value added at risk: what sectors that use a commodity could lose beside what users pay.
 *
 * <pre>
 *   φ · share of final use lost · Σ_u (share of use u) · (value added of its sector)
 * </pre>
 *
 * <p>Final use is that of the commodity at every stage: a maker that takes more or less of an input
 * loses no value added of those who use what it makes.
 *
 * <p>φ says how much of a sector stands still with one of its inputs; ln φ is normal with mean ln
 * 0.01 and standard deviation 1.5. The number is an order of magnitude, and no part of welfare.
 *
 * <p>Sectors' value added is known for the European Union; elsewhere it is scaled by manufacturing
 * value added.
 */
final class ValueAtRisk {
  private static final String UNIT = "USD/year";
  private static final String METHOD = "docs/method/shocks.md";

  /** Where no final use is lost. */
  static final NoFigure NOTHING =
      new NoFigure(UNIT, "nothing: members use no less of it in the end");

  /** Less than this share of final use is a solver's rounding. */
  private static final double ROUNDING = 1e-9;

  /** Median of φ where the world says nothing. */
  private static final double SHARE = 0.01;

  /** Standard deviation of ln φ. */
  private static final double LOG_ERROR = 1.5;

  private final Evidence evidence;
  private final double unionValueAdded;

  ValueAtRisk(Evidence evidence) {
    this.evidence = evidence;
    unionValueAdded = evidence.findTerritory("EU27").map(t -> valueAdded(t.members())).orElse(0.0);
  }

  /**
   * Of a region, USD a year; why not where it cannot be said.
   *
   * @param lost share of the region's final use of the commodity; see {@link Quantity.FinalUseLost}
   * @param run that it was read off, in words
   */
  Result of(ProductId product, Region region, Series lost, String run) {
    List<EndUse> uses =
        evidence.endUses().stream()
            .filter(u -> u.isMain() && u.commodity().equals(product.commodity()))
            .toList();
    double scale = valueAdded(region.members()) / unionValueAdded;
    if (uses.isEmpty() || !(unionValueAdded > 0) || !(scale > 0)) {
      return new NoFigure(UNIT, "unknown: the world has no value added of its users");
    }
    Optional<ExchangeRate> euro = evidence.findRate("EUR");
    if (euro.isEmpty()) {
      return new NoFigure(UNIT, "unknown: no rate of the euro");
    }
    if (lost.central() instanceof Reading.Known central && central.value() <= ROUNDING) {
      return NOTHING;
    }
    double sectors = uses.stream().mapToDouble(u -> u.share() * u.euValueAddedEurMillion()).sum();
    double usd = sectors * 1e6 * scale * euro.get().usdPerUnit().central();
    double share =
        evidence
            .findParameter("value-at-risk-share", product)
            .map(p -> p.value().central())
            .orElse(SHARE);
    List<String> from = new ArrayList<>();
    from.add("run " + run);
    from.add(uses.getFirst().provenance().source().toString());
    from.add("wdi@2024#manufacturing value added");
    from.add(euro.get().provenance().source().toString());
    from.add(METHOD);
    return Figures.of(
        lost.atLeastZero().times(usd * share),
        UNIT,
        Grade.C,
        new Derivation(Derivation.Rule.SOLVED, List.of(), from),
        LOG_ERROR);
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
