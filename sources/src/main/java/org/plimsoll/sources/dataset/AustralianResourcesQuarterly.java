package org.plimsoll.sources.dataset;

import java.util.List;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.sources.table.Row;

/**
 * Resources and Energy Quarterly of the Australian Department of Industry: world balances, stocks
 * and prices of base metals and lithium, with forecasts.
 *
 * <p>Series: {@code aus-req/MINERAL/AREA/GROUP/ITEM}, in tonnes, US dollars a tonne, or weeks, the
 * letters of footnotes taken off; period as printed ({@code 2024}, {@code 2025 f} for a forecast).
 */
record AustralianResourcesQuarterly(String edition) implements DatasetReader {
  private static final String DATASET = "aus-req";

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "market balance, tidy",
            "mineral,area,group,item,unit,period,value",
            "kt, Mt, LCE kt, US$/t, weeks; Australian dollars are left out",
            "`aus-req/MINERAL/AREA/GROUP/ITEM` in t, USD/t or weeks",
            (row, wanted) -> List.of(read(row, wanted.areas()))));
  }

  private Reading read(Row row, Areas areas) {
    String item = bare(row.text("item"));
    double factor =
        switch (row.optionalText("unit")) {
          case "kt", "LCE kt a" -> 1e3;
          case "Mt" -> 1e6;
          case "US$/t" -> 1;
          default -> {
            if (!item.equals("weeks of consumption")) {
              throw row.skip(
                  "'" + row.optionalText("unit") + "' is not a unit that the model uses");
            }
            yield 1;
          }
        };
    String name =
        row.text("mineral")
            + "/"
            + row.text("area")
            + "/"
            + bare(row.optionalText("group"))
            + "/"
            + item;
    return Reading.of(
        DATASET + "/" + name,
        row.parsed("area", areas::getCode),
        row.text("period"),
        row.amount("value") * factor,
        new Source(DATASET, edition, name + ", " + row.text("period")));
  }

  /** Without the letters of its footnotes: "real e", "Price LME", "Production (refined) b". */
  private static String bare(String text) {
    return text.replaceAll("( +[a-h])+$", "").strip();
  }
}
