package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * Chinese customs: monthly exports by partner, added up to years, and imports of rare earths in
 * tonnes of REO by origin.
 *
 * <p>Series: {@code china-customs/HS6/t} and {@code china-customs/HS6/usd} (flows out of China);
 * {@code ree-imports/reo} (flows into China).
 */
public final class ChineseTrade {
  private static final String CHINA = "CHN";
  private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}-(0[1-9]|1[0-2])(-01)?");

  private record Month(String code, String partner, double tonnes, double usd) {}

  private record Key(String code, String partner) {}

  /** Reads the exports of one year. */
  public Loaded<List<Reading>> readExports(Path file, int year, Areas areas) {
    Loaded<List<Month>> months =
        CsvFile.withAtLeast(
                file.getFileName().toString(),
                List.of("month", "partner", "hs6", "value_usd", "quantity_kg"))
            .read(
                file,
                row -> {
                  if (yearOf(row) != year) {
                    throw row.skip("another year than " + year);
                  }
                  if (row.findText("quantity_kg").isEmpty()) {
                    throw row.skip("no quantity: a sum over months would fall short");
                  }
                  return new Month(
                      Fields.hs6(row, "hs6"),
                      row.parsed("partner", areas::getCode),
                      row.amount("quantity_kg") / 1_000,
                      row.amount("value_usd"));
                });
    return months.map(list -> addUp(list, year));
  }

  private static int yearOf(Row row) {
    String month = row.text("month");
    if (!MONTH.matcher(month).matches()) {
      throw row.refuse("month", "not a month: '" + month + "'", "write 2024-03-01");
    }
    return Integer.parseInt(month.substring(0, 4));
  }

  private static List<Reading> addUp(List<Month> months, int year) {
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

  private static Reading flow(Key key, String unit, double value, int year) {
    return new Reading(
        "china-customs/" + key.code() + "/" + unit,
        CHINA,
        key.partner(),
        Integer.toString(year),
        value,
        Status.DERIVED,
        new Source(
            "china-customs",
            Integer.toString(year),
            key.code() + ", exports to " + key.partner() + ", sum of months"));
  }

  /** Reads imports of rare earths by origin, in tonnes of REO. */
  public Loaded<List<Reading>> readRareEarthImports(Path file, Areas areas) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(), List.of("year", "origin_iso2", "reo_t_central"))
        .read(
            file,
            row -> {
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
                  new Source("ree-imports", "2025", origin + " to CN, " + row.text("year")));
            });
  }
}
