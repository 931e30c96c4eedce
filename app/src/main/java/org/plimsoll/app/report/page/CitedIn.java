package org.plimsoll.app.report.page;

import java.util.List;
import java.util.Map;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;

/**
 * Where on the page something is cited: parts of the page as links, and the rows in each.
 *
 * @param places in the order of the page
 */
record CitedIn(Map<Numbering.Place, List<String>> places) {
  private static final int ROWS_NAMED = 8;
  private static final int LONGEST_ROW = 40;

  static CitedIn of(Map<Numbering.Place, List<String>> places) {
    return new CitedIn(places);
  }

  Markup markup() {
    Tag cited = Tag.of("p", "where").add(Tag.of("b").text("Cited in: "));
    boolean isFirst = true;
    for (Map.Entry<Numbering.Place, List<String>> place : places.entrySet()) {
      cited.text(isFirst ? "" : "; ");
      cited.add(
          Tag.of("a").with("href", "#" + place.getKey().anchor()).text(place.getKey().label()));
      cited.text(rows(place.getValue()));
      isFirst = false;
    }
    return cited.markup();
  }

  private static String rows(List<String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    int more = rows.size() - ROWS_NAMED;
    List<String> first = rows.subList(0, Math.min(ROWS_NAMED, rows.size()));
    String named = String.join(", ", first.stream().map(CitedIn::cut).toList());
    return " (" + named + (more > 0 ? " and " + more + " more" : "") + ")";
  }

  private static String cut(String row) {
    return row.length() <= LONGEST_ROW ? row : row.substring(0, LONGEST_ROW - 1).strip() + "…";
  }
}
