package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * Chinese customs: monthly exports by partner, added up to years, and imports of rare earths in
 * tonnes of REO by origin.
 *
 * <p>Series: {@code china-customs/HS6/t} and {@code china-customs/HS6/usd} (flows out of China);
 * {@code ree-imports/reo} (flows into China).
 */
record ChineseTrade(String dataset, String edition) implements DatasetReader {
  private static final String CHINA = "CHN";
  private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}-(0[1-9]|1[0-2])(-01)?");

  private record Month(String code, String partner, double tonnes, double usd) {}

  private record Key(String code, String partner) {}

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.of(
            "monthly exports by partner",
            "month,partner,hs6,value_usd,quantity_kg",
            "USD, kg",
            "`china-customs/HS6/usd` in USD, `china-customs/HS6/t` in t, flows out of China",
            (csv, file, wanted) ->
                csv.read(file, row -> readMonth(row, wanted))
                    .map(months -> Figures.of(addUp(months, wanted.year())))),
        Layout.ofRows(
            "imports of rare earths by origin",
            "year,origin_iso2,reo_t_central",
            "t of REO",
            "`ree-imports/reo` in t of REO, flows into China",
            (row, wanted) -> List.of(readRareEarths(row, wanted.areas()))));
  }

  private static Month readMonth(Row row, Wanted wanted) {
    if (yearOf(row) != wanted.year()) {
      throw row.skip("another year than " + wanted.year());
    }
    if (row.findText("quantity_kg").isEmpty()) {
      throw row.skip("no quantity: a sum over months would fall short");
    }
    return new Month(
        Fields.hs6(row, "hs6"),
        row.parsed("partner", wanted.areas()::getCode),
        row.amount("quantity_kg") / 1_000,
        row.amount("value_usd"));
  }

  private static int yearOf(Row row) {
    String month = row.text("month");
    if (!MONTH.matcher(month).matches()) {
      throw row.refuse("month", "not a month: '" + month + "'", "write 2024-03-01");
    }
    return Integer.parseInt(month.substring(0, 4));
  }

  private List<Reading> addUp(List<Month> months, int year) {
    Map<String, Map<String, double[]>> totals = new TreeMap<>();
    for (Month month : months) {
      double[] sum =
          totals
              .computeIfAbsent(month.code(), c -> new TreeMap<>())
              .computeIfAbsent(month.partner(), p -> new double[2]);
      sum[0] += month.tonnes();
      sum[1] += month.usd();
    }
    List<Reading> readings = new ArrayList<>();
    totals.forEach((code, partners) ->
        partners.forEach((partner, sum) -> {
          Key key = new Key(code, partner);
          readings.add(flow(key, "t", sum[0], year));
          readings.add(flow(key, "usd", sum[1], year));
        }));
    return readings;
  }

  private Reading flow(Key key, String unit, double value, int year) {
    return new Reading(
        "china-customs/" + key.code() + "/" + unit,
        CHINA,
        key.partner(),
        Integer.toString(year),
        value,
        Status.DERIVED,
        new Source(
            dataset,
            Integer.toString(year),
            key.code() + ", exports to " + key.partner() + ", sum of months"));
  }

  private Reading readRareEarths(Row row, Areas areas) {
    String origin = row.text("origin_iso2");
    if (origin.equals("TOTAL")) {
      throw row.skip("a total");
    }
    return new Reading(
        "ree-imports/reo",
        row.parsed("origin_iso2", areas::getCode),
        CHINA,
        Fields.year(row, "year"),
        row.amount("reo_t_central"),
        Status.DERIVED,
        new Source(dataset, edition, origin + " to CN, " + row.text("year")));
  }
}
