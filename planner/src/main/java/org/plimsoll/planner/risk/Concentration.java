package org.plimsoll.planner.risk;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Basis;

/**
 * How few suppliers an amount comes from.
 *
 * @param product which
 * @param tonnes the amount, content on the product's basis, in a year
 * @param shares of it by country of making
 * @param herfindahl HHI, see {@link Shares#herfindahl}
 * @param governanceWeighted HHI·WGI, see {@link Shares#governanceWeighted}, with the trade
 *     parameter t = 1 for every supplier
 * @param withoutGovernance suppliers whose governance is not known, in code order
 * @param basis grade and sources
 */
public record Concentration(
    ProductId product,
    double tonnes,
    Shares shares,
    Bounds herfindahl,
    Bounds governanceWeighted,
    List<CountryCode> withoutGovernance,
    Basis basis) {
  public Concentration {
    withoutGovernance = List.copyOf(withoutGovernance);
  }

  static Concentration of(
      ProductId product,
      double tonnes,
      Shares shares,
      Function<CountryCode, OptionalDouble> governance,
      Basis basis) {
    return new Concentration(
        product,
        tonnes,
        shares,
        shares.herfindahl(),
        shares.governanceWeighted(governance),
        shares.byCountry().keySet().stream().filter(c -> governance.apply(c).isEmpty()).toList(),
        basis);
  }

  /** The largest supplier. */
  public CountryCode largest() {
    return shares.largest();
  }

  /** The largest supplier's share, in (0, 1]. */
  public double largestShare() {
    return shares.byCountry().getOrDefault(largest(), 0.0);
  }
}
