package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * Trade of the United States by HS6 with some partners, declared by the United States.
 *
 * <p>Series: {@code us-trade/HS6/usd} and {@code us-trade/HS6/t} (net tonnes), flows.
 */
record UsTrade(String edition) implements DatasetReader {
  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "extract by partner",
            "year,reporter,partner,flow,hs6,value_usd,net_t",
            "USD, net t",
            "`us-trade/HS6/usd` in USD, `us-trade/HS6/t` in t, flows",
            (row, wanted) -> read(row, wanted.areas())));
  }

  private List<Reading> read(Row row, Areas areas) {
    boolean imported = Fields.isImport(row, "flow");
    String reporter = row.parsed("reporter", areas::getCode);
    String partner = row.parsed("partner", areas::getCode);
    String exporter = imported ? partner : reporter;
    String importer = imported ? reporter : partner;
    String code = Fields.hs6(row, "hs6");
    String year = Fields.year(row, "year");
    Source source =
        new Source("us-trade", edition, code + ", " + exporter + " to " + importer + ", " + year);
    List<Reading> readings = new ArrayList<>();
    String name = "us-trade/" + code;
    readings.add(
        new Reading(
            name + "/usd", exporter, importer, year, row.amount("value_usd"), Status.READ, source));
    if (row.findText("net_t").isPresent()) {
      readings.add(
          new Reading(
              name + "/t", exporter, importer, year, row.amount("net_t"), Status.READ, source));
    }
    return readings;
  }
}
