package org.plimsoll.sources.build;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Reading;

/**
 * Apparent consumption by country, tonnes of content.
 *
 * <pre>
 *   a_c = m_c + k (Σ_i s_i f_ic − s_c Σ_j f_cj)
 *   s_c = min(1, (m_c + k Σ_i s_i f_ic) ÷ (k Σ_j f_cj))
 *
 *   m   output less what activities and stocks take in, not below zero
 *   f   flows as declared; k, tonnes of content a unit of them
 *   s   share of its declared exports that a country can have: what it makes and takes in
 * </pre>
 *
 * Without s a country that declares more than it can ship would consume less than nothing, and its
 * customers what nobody made. Source of the definition: U.S. Geological Survey, Mineral Commodity
 * Summaries 2026, notes to the salient statistics; s is ours.
 */
final class ApparentConsumption {
  /** Chains of hubs are short: after this many passes s no longer moves. */
  private static final int PASSES = 20;

  private ApparentConsumption() {}

  /**
   * Countries whose apparent consumption is positive.
   *
   * @param made output less inputs and stock build, tonnes of content
   * @param flows between countries; totals are passed over
   * @param content tonnes of content a unit of the flows
   */
  static SortedMap<CountryCode, Double> of(
      SortedMap<CountryCode, Double> made, List<Reading> flows, double content) {
    List<Reading> routes =
        flows.stream()
            .filter(f -> Areas.isCountry(f.area()) && Areas.isCountry(f.partner()))
            .toList();
    SortedMap<CountryCode, Double> exports = new TreeMap<>();
    routes.forEach(f -> exports.merge(from(f), f.value() * content, Double::sum));
    Map<CountryCode, Double> share = new TreeMap<>();
    SortedMap<CountryCode, Double> supply = supply(made, routes, content, share);
    for (int pass = 0; pass < PASSES; pass++) {
      for (Map.Entry<CountryCode, Double> declared : exports.entrySet()) {
        double can = Math.max(0, supply.getOrDefault(declared.getKey(), 0.0));
        share.put(declared.getKey(), Math.min(1, can / declared.getValue()));
      }
      supply = supply(made, routes, content, share);
    }
    for (Map.Entry<CountryCode, Double> declared : exports.entrySet()) {
      double shipped = share.getOrDefault(declared.getKey(), 1.0) * declared.getValue();
      supply.merge(declared.getKey(), -shipped, Double::sum);
    }
    supply.values().removeIf(tonnes -> tonnes <= 1e-9);
    return supply;
  }

  /** What a country makes and takes in. */
  private static SortedMap<CountryCode, Double> supply(
      SortedMap<CountryCode, Double> made,
      List<Reading> routes,
      double content,
      Map<CountryCode, Double> share) {
    SortedMap<CountryCode, Double> supply = new TreeMap<>(made);
    for (Reading flow : routes) {
      double tonnes = flow.value() * content * share.getOrDefault(from(flow), 1.0);
      supply.merge(CountryCode.of(flow.partner()), tonnes, Double::sum);
    }
    return supply;
  }

  private static CountryCode from(Reading flow) {
    return CountryCode.of(flow.area());
  }
}
