package org.plimsoll.planner.market.measures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;

/**
 * The three groups of buyers whose prices are told apart: a control splits the market into those it
 * is aimed at, those who still buy, and the country that keeps its goods at home. A mean over the
 * last two says what nobody pays.
 *
 * @param alliance its members
 * @param thirdCountries neither members nor restrictors
 * @param restrictor exporters that hold the product back, members left out; none if nobody does
 */
public record PriceSides(
    SortedSet<CountryCode> alliance,
    SortedSet<CountryCode> thirdCountries,
    SortedSet<CountryCode> restrictor) {
  public PriceSides {
    alliance = Collections.unmodifiableSortedSet(new TreeSet<>(alliance));
    thirdCountries = Collections.unmodifiableSortedSet(new TreeSet<>(thirdCountries));
    restrictor = Collections.unmodifiableSortedSet(new TreeSet<>(restrictor));
  }

  /** Splits the countries that make or use a product. */
  public static PriceSides of(
      Collection<CountryCode> countries,
      Collection<CountryCode> members,
      Collection<CountryCode> restrictors) {
    SortedSet<CountryCode> alliance = new TreeSet<>(members);
    SortedSet<CountryCode> restrictor = new TreeSet<>(restrictors);
    restrictor.removeAll(alliance);
    SortedSet<CountryCode> others = new TreeSet<>(countries);
    others.removeAll(alliance);
    others.removeAll(restrictor);
    return new PriceSides(alliance, others, restrictor);
  }

  /** Whether it holds exports back. */
  public static boolean isRestriction(Measure measure) {
    return measure instanceof BorderMeasure.ExportBan
        || measure instanceof BorderMeasure.ExportLicence
        || measure instanceof BorderMeasure.ExportQuota
        || measure instanceof BorderMeasure.ExportTax;
  }

  /** Exporters that hold a product back on a date. */
  public static SortedSet<CountryCode> restrictors(
      ProductId product, List<? extends Measure> measures, Membership membership, LocalDate date) {
    SortedSet<CountryCode> found = new TreeSet<>();
    for (Measure measure : measures) {
      if (isRestriction(measure)
          && measure.terms().products().contains(product)
          && measure.terms().isInForceOn(date)) {
        found.addAll(membership.resolve(measure.terms().from()));
      }
    }
    return found;
  }
}
