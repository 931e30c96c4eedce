package org.plimsoll.sources.dataset;

import java.util.List;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * Import duties by HS6, most-favoured-nation rates alone.
 *
 * <p>Series: {@code tariff/mfn/HS6}, area the importer (country or {@code EU27}), ad valorem share;
 * period {@link CountryFigures#LATEST}.
 */
record Tariffs(String edition) implements DatasetReader {
  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "collection of rates",
            "kind,reporter,hs6,value,unit,status",
            "% ad valorem",
            "`tariff/mfn/HS6` as a share, period `latest`",
            (row, wanted) -> List.of(read(row))));
  }

  private Reading read(Row row) {
    if (!row.text("kind").equals("MFN tariff")) {
      throw row.skip("not a most-favoured-nation rate");
    }
    String code = Fields.hs6(row, "hs6");
    String reporter = row.text("reporter");
    if (!row.text("unit").equals("% ad valorem")) {
      throw row.refuse(
          "unit",
          "a rate in '" + row.text("unit") + "', not in % ad valorem",
          "give a specific duty as its ad valorem equivalent");
    }
    return new Reading(
        "tariff/mfn/" + code,
        reporter,
        "",
        CountryFigures.LATEST,
        row.amount("value") / 100,
        row.parsed("status", Status::parse),
        new Source("tariffs", edition, "MFN of " + reporter + ", " + code));
  }
}
