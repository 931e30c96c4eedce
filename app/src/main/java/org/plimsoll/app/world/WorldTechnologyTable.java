package org.plimsoll.app.world;

import java.util.List;
import java.util.Map;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** How the products of a page are made: what an activity takes in and puts out a tonne. */
final class WorldTechnologyTable {
  private WorldTechnologyTable() {}

  /** Activities that put out one of the products, or take one in. */
  static Table<Activity> of(WorldSubject subject) {
    return Table.of(
            "technology",
            "How it is made, a tonne of the first output",
            subject.evidence().activities().stream()
                .filter(activity -> concerns(activity, subject.ids()))
                .toList())
        .words("activity", "activity", Activity::id)
        .country("scope", "only in", a -> a.scope().map(CountryCode::alpha3))
        .names("inputs", "takes in t", a -> amounts(a.inputs()))
        .names("outputs", "puts out t", a -> amounts(a.outputs()))
        .words(
            "host",
            "by-product of",
            a ->
                a.host()
                    .map(h -> Cell.number(1e6 * h.yield(), Cell.DIGITS) + " g/t of " + h.product()))
        .noted(Activity::provenance);
  }

  private static boolean concerns(Activity activity, List<ProductId> ids) {
    return ids.stream()
        .anyMatch(id -> activity.outputs().containsKey(id) || activity.inputs().containsKey(id));
  }

  private static List<String> amounts(Map<ProductId, Double> perUnit) {
    return perUnit.entrySet().stream()
        .map(e -> Cell.number(e.getValue(), Cell.DIGITS) + " " + e.getKey())
        .toList();
  }
}
