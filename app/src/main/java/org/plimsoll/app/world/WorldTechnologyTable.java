package org.plimsoll.app.world;

import java.util.List;
import java.util.Map;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** How the products of a page are made: what an activity takes in and puts out a tonne. */
final class WorldTechnologyTable {
  private WorldTechnologyTable() {}

  /** Activities that put out one of the products, or take one in. */
  static Table of(WorldSubject subject) {
    Answer.Builder rows =
        Table.of(
            "technology",
            "How it is made, a tonne of the first output",
            new Column("activity", "activity"),
            new Column("scope", "only in"),
            new Column("inputs", "takes in t"),
            new Column("outputs", "puts out t"),
            new Column("host", "by-product of"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (Activity activity : subject.evidence().activities()) {
      if (concerns(activity, subject.ids())) {
        rows.row(
            Cell.words(activity.id()),
            Cell.words(activity.scope().map(CountryCode::alpha3)),
            amounts(activity.inputs()),
            amounts(activity.outputs()),
            Cell.words(
                activity
                    .host()
                    .map(
                        h -> Cell.number(1e6 * h.yield(), Cell.DIGITS) + " g/t of " + h.product())),
            Cell.words(activity.provenance().grade().name()),
            Cell.words(activity.provenance().status().word()),
            Cell.words(activity.provenance().source().toString()),
            Cell.words(activity.provenance().note()));
      }
    }
    return rows.build();
  }

  private static boolean concerns(Activity activity, List<ProductId> ids) {
    return ids.stream()
        .anyMatch(id -> activity.outputs().containsKey(id) || activity.inputs().containsKey(id));
  }

  private static Cell amounts(Map<ProductId, Double> perUnit) {
    return new Cell.Names(
        perUnit.entrySet().stream()
            .map(e -> Cell.number(e.getValue(), Cell.DIGITS) + " " + e.getKey())
            .toList());
  }
}
