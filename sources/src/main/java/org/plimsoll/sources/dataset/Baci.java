package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * CEPII's BACI: reconciled bilateral trade by HS6. A row without a quantity gives its value alone;
 * tonnes are gross.
 *
 * <p>Series: {@code baci/HS6/usd} and {@code baci/HS6/t}, flows; {@code baci-exports/HS6/usd} and
 * {@code baci-exports/HS6/t}, all exports of a country.
 *
 * @param release for example {@code 202601}
 */
record Baci(String release) implements DatasetReader {
  /** The release counts value in thousands of dollars. */
  private static final double USD_PER_UNIT = 1_000;

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "release, as CEPII publishes it",
            "t,i,j,k,v,q",
            "v in thousand USD, q in t; i and j numeric country codes",
            "`baci/HS6/usd` in USD, `baci/HS6/t` in t, flows of the base year",
            this::readRelease),
        Layout.ofRows(
            "extract by exporter and importer",
            "year,hs6,exporter,importer,value_usd,quantity_t",
            "USD, t",
            "`baci/HS6/usd` in USD, `baci/HS6/t` in t, flows of the base year",
            this::readFlow),
        Layout.ofRows(
            "extract of exporters' totals",
            "year,hs6,exporter,quantity_t,value_usd,share_of_value_pct",
            "USD, t",
            "`baci-exports/HS6/usd` in USD, `baci-exports/HS6/t` in t",
            this::readExports));
  }

  private List<Reading> readRelease(Row row, Wanted wanted) {
    check(row, "t", "k", wanted);
    // The release writes NA where it has no quantity.
    boolean none = row.findText("q").filter(text -> !text.equals("NA")).isEmpty();
    return both(
        "baci",
        row.text("t"),
        Fields.hs6(row, "k"),
        row.parsed("i", wanted.areas()::getCode),
        row.parsed("j", wanted.areas()::getCode),
        row.amount("v") * USD_PER_UNIT,
        none ? OptionalDouble.empty() : OptionalDouble.of(row.amount("q")));
  }

  private List<Reading> readFlow(Row row, Wanted wanted) {
    check(row, "year", "hs6", wanted);
    return both(
        "baci",
        row.text("year"),
        Fields.hs6(row, "hs6"),
        row.parsed("exporter", wanted.areas()::getCode),
        row.parsed("importer", wanted.areas()::getCode),
        row.amount("value_usd"),
        quantity(row));
  }

  private List<Reading> readExports(Row row, Wanted wanted) {
    return both(
        "baci-exports",
        Fields.year(row, "year"),
        Fields.hs6(row, "hs6"),
        row.parsed("exporter", wanted.areas()::getCode),
        "",
        row.amount("value_usd"),
        quantity(row));
  }

  private static OptionalDouble quantity(Row row) {
    return row.findText("quantity_t").isPresent()
        ? OptionalDouble.of(row.amount("quantity_t"))
        : OptionalDouble.empty();
  }

  /** A release has millions of rows: those that no rule can ask for are left out. */
  private static void check(Row row, String year, String code, Wanted wanted) {
    if (row.integer(year) != wanted.year()) {
      throw row.skip("another year than " + wanted.year());
    }
    if (!wanted.hsCodes().contains(Fields.hs6(row, code))) {
      throw row.skip("a code that no product uses");
    }
  }

  private List<Reading> both(
      String series,
      String year,
      String code,
      String exporter,
      String importer,
      double usd,
      OptionalDouble tonnes) {
    Source source =
        new Source(
            "baci",
            release,
            code + ", " + exporter + (importer.isEmpty() ? "" : " to " + importer) + ", " + year);
    List<Reading> both = new ArrayList<>();
    String name = series + "/" + code;
    both.add(new Reading(name + "/usd", exporter, importer, year, usd, Status.READ, source));
    tonnes.ifPresent(
        t -> both.add(new Reading(name + "/t", exporter, importer, year, t, Status.READ, source)));
    return both;
  }
}
