package org.plimsoll.sources.dataset;

import java.util.List;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * Manufacturing value added by country, of the World Bank's World Development Indicators.
 *
 * <p>Series: {@code wdi/mva} in current USD million; period {@link #LATEST}.
 */
public record CountryFigures(String edition) implements DatasetReader {
  /** The newest year of each country. */
  public static final String LATEST = "latest";

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "manufacturing value added, newest year",
            "iso3,mva_model_musd,mva_model_status",
            "current million USD",
            "`wdi/mva` in million USD, period `latest`",
            (row, wanted) -> List.of(readManufacturing(row))));
  }

  private Reading readManufacturing(Row row) {
    if (row.findText("mva_model_musd").isEmpty()) {
      throw row.skip("no figure");
    }
    return new Reading(
        "wdi/mva",
        Fields.alpha3(row, "iso3"),
        "",
        LATEST,
        row.amount("mva_model_musd"),
        row.text("mva_model_status").startsWith("read") ? Status.READ : Status.RECALLED,
        new Source("wdi", edition, "manufacturing value added, " + row.text("iso3")));
  }
}
