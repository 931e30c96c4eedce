package org.plimsoll.planner.market.world;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.trade.Duty;

/** Customs territories, valuation bases and the duties of the base year. */
final class Borders {
  private static final String EVERY_ORIGIN = "*";

  private final Predicate<CountryCode> valuedFreeOnBoard;
  private final Map<Place, String> territories = new HashMap<>();
  private final Map<ProductId, Map<String, Map<String, Double>>> duties = new HashMap<>();

  /**
   * @param valuedFreeOnBoard importers that take duties on the value at the port of export
   */
  Borders(
      List<Evidence.Territory> unions, List<Duty> rows, Predicate<CountryCode> valuedFreeOnBoard) {
    this.valuedFreeOnBoard = valuedFreeOnBoard;
    for (Evidence.Territory union : unions) {
      for (CountryCode member : union.members()) {
        territories.putIfAbsent(member, union.id());
      }
    }
    for (Duty row : rows) {
      duties
          .computeIfAbsent(row.product(), product -> new HashMap<>())
          .computeIfAbsent(row.importer(), importer -> new HashMap<>())
          .putIfAbsent(row.origin(), row.adValorem());
    }
  }

  /** The customs territory of a country: its own code unless it is in a union. */
  String territoryOf(Place country) {
    return territories.getOrDefault(country, country.id());
  }

  /** Whether goods pass without a customs border. */
  boolean isInside(Place from, Place to) {
    return from.equals(to) || territoryOf(from).equals(territoryOf(to));
  }

  /** Whether duties are a share of the value at the foreign port. */
  boolean valuesFreeOnBoard(Place importer) {
    return importer instanceof CountryCode country && valuedFreeOnBoard.test(country);
  }

  /** The ad valorem duty of the base year; a row for the origin wins over one for every origin. */
  double baseDuty(ProductId product, Place from, Place to) {
    if (isInside(from, to)) {
      return 0;
    }
    Map<String, Map<String, Double>> byImporter =
        duties.getOrDefault(product, Collections.emptyMap());
    for (String origin : List.of(from.id(), territoryOf(from), EVERY_ORIGIN)) {
      for (String importer : List.of(to.id(), territoryOf(to))) {
        @Nullable Double rate =
            byImporter.getOrDefault(importer, Collections.emptyMap()).get(origin);
        if (rate != null) {
          return rate;
        }
      }
    }
    return 0;
  }
}
