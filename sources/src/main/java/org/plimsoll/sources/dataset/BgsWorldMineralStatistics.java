package org.plimsoll.sources.dataset;

import java.util.List;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.sources.table.Row;

/**
 * British Geological Survey, World Mineral Statistics: output, and where the file holds it trade,
 * by country and year.
 *
 * <p>Series: {@code bgs-wms/COMMODITY} or {@code bgs-wms/COMMODITY/SUB} in tonnes of output, {@code
 * bgs-wms-imports/…} and {@code bgs-wms-exports/…} of trade; {@code bgs-shares/MATERIAL} as shares
 * of world refining. Names are as printed, commas kept.
 */
record BgsWorldMineralStatistics(String dataset, String edition) implements DatasetReader {
  /** The download gives a year as the first moment of it. */
  private static final Pattern FIRST_OF_YEAR = Pattern.compile("((?:19|20)\\d{2})(-01-01.*)?");

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "download, as the Survey publishes it",
            "country_trans,country_iso3_code,bgs_commodity_trans,bgs_sub_commodity_trans,"
                + "bgs_statistic_type_trans,year,quantity,units",
            "as `units` says",
            "`bgs-wms/COMMODITY`, `bgs-wms/COMMODITY/SUB`, `bgs-wms-imports/…`,"
                + " `bgs-wms-exports/…` in t",
            (row, wanted) -> List.of(readDownload(row, wanted.areas()))),
        Layout.ofRows(
            "extract of output",
            "commodity,sub_commodity,country,iso3,year,quantity,unit",
            "as `unit` says",
            "`bgs-wms/COMMODITY` or `bgs-wms/COMMODITY/SUB` in t",
            (row, wanted) -> List.of(readExtract(row, wanted.areas()))),
        Layout.ofRows(
            "extract of shares in refining",
            "material,year,iso2,share_pct",
            "whole per cent",
            "`bgs-shares/MATERIAL` as a share of the world",
            (row, wanted) -> List.of(readShare(row, wanted.areas()))));
  }

  private Reading readDownload(Row row, Areas areas) {
    String year = row.text("year");
    if (!FIRST_OF_YEAR.matcher(year).matches()) {
      throw row.refuse("year", "not a year: '" + year + "'", "write 2024 or 2024-01-01 00:00:00");
    }
    String type = row.text("bgs_statistic_type_trans");
    String series =
        switch (type) {
          case "Production" -> "bgs-wms";
          case "Imports" -> "bgs-wms-imports";
          case "Exports" -> "bgs-wms-exports";
          default ->
              throw row.refuse(
                  "bgs_statistic_type_trans",
                  "not a statistic of the Survey: '" + type + "'",
                  "you meant Production, Imports or Exports");
        };
    String name =
        name(row.text("bgs_commodity_trans"), row.optionalText("bgs_sub_commodity_trans"));
    return read(
        row,
        series,
        name,
        Fields.country(row, "country_trans", "country_iso3_code", areas),
        year.substring(0, 4),
        "units");
  }

  private Reading readExtract(Row row, Areas areas) {
    return read(
        row,
        "bgs-wms",
        name(row.text("commodity"), row.optionalText("sub_commodity")),
        Fields.country(row, "country", "iso3", areas),
        Fields.year(row, "year"),
        "unit");
  }

  private static String name(String commodity, String sub) {
    return sub.isEmpty() ? commodity : commodity + "/" + sub;
  }

  private Reading read(Row row, String series, String name, String area, String year, String unit) {
    if (row.findText("quantity").isEmpty()) {
      throw row.skip("no figure");
    }
    return Reading.of(
        series + "/" + name,
        area,
        year,
        Fields.tonnes(row, "quantity", unit),
        new Source(dataset, edition, name + ", " + area + ", " + year));
  }

  private Reading readShare(Row row, Areas areas) {
    String year = Fields.year(row, "year");
    String area = row.parsed("iso2", areas::getCode);
    return Reading.of(
        "bgs-shares/" + row.text("material"),
        area,
        year,
        Fields.percentShare(row, "share_pct"),
        new Source(dataset, edition, row.text("material") + ", " + area + ", " + year));
  }
}
