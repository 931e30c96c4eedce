package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.PriceUnit;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * USGS Mineral Commodity Summaries: the data release of 2026 (one row a figure), and the two price
 * tables made from the same edition.
 *
 * <p>Series: {@code usgs-mcs/COMMODITY/STATISTIC/DETAIL} in tonnes, commas taken out and the word
 * "rounded" of world totals dropped; {@code usgs-price/MINERAL/BASIS/YEAR} and {@code
 * usgs-quote/MINERAL/FACT/DATE} in US dollars a tonne of the basis.
 */
public final class UsgsMineralCommoditySummaries {
  private static final String DATASET = "usgs-mcs";
  private static final Map<String, Double> TONNES_PER_UNIT =
      Map.of(
          "metric tons", 1.0,
          "thousand metric tons", 1e3,
          "thousand metric dry tons", 1e3,
          "million metric tons", 1e6,
          "kilograms", 1e-3);

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}[–-]\\d{2,4}");
  private static final Pattern ONE_NUMBER = Pattern.compile("[-−]?[\\d.,]+");
  private final String edition;

  /**
   * @param edition the year of the edition, for example {@code 2026}
   */
  public UsgsMineralCommoditySummaries(String edition) {
    this.edition = edition;
  }

  /** Reads production, capacity, trade and stocks from the data release. */
  public Loaded<List<Reading>> readRelease(Path file, Areas areas) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(),
            List.of(
                "Commodity", "Country", "Statistics", "Statistics_detail", "Unit", "Year", "Value"))
        .read(file, row -> readFigure(row, areas));
  }

  private Reading readFigure(Row row, Areas areas) {
    String statistic = row.text("Statistics");
    String unit = row.optionalText("Unit");
    Double tonnes = TONNES_PER_UNIT.get(unit);
    if (tonnes == null) {
      throw row.skip("'" + unit + "' is not a unit of mass that the model uses");
    }
    if (PERIOD.matcher(row.text("Year")).matches()) {
      throw row.skip("'" + row.text("Year") + "' is not one year");
    }
    String year = Fields.year(row, "Year");
    OptionalDouble value = readValue(row);
    if (value.isEmpty()) {
      throw row.skip("no figure: '" + row.optionalText("Value") + "'");
    }
    String commodity = row.text("Commodity");
    String detail =
        row.optionalText("Statistics_detail").replaceAll(": rounded$", "").replace(",", "");
    String country = row.text("Country");
    return new Reading(
        DATASET + "/" + commodity + "/" + statistic + "/" + detail,
        row.parsed("Country", areas::getCode),
        "",
        year,
        value.getAsDouble() * tonnes,
        Status.READ,
        new Source(
            DATASET,
            edition,
            commodity + ", " + detail + ", " + country + ", " + year + ", row " + row.line()));
  }

  /**
   * A dash is zero; W (withheld), NA, E (net exporter), ranges such as 50–300 and bounds such as
   * &lt;1,000 are no figure.
   */
  private static OptionalDouble readValue(Row row) {
    String text = row.optionalText("Value").replace('\u00a0', ' ').strip();
    if (text.equals("—") || text.equals("–")) {
      return OptionalDouble.of(0);
    }
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text.replace(",", "")));
    }
    if (ONE_NUMBER.matcher(text).matches()) {
      throw row.refuse(
          "Value",
          "'" + text + "' is not a figure as the release prints them",
          "write 12,800 or 12800; no statistic of the release is negative");
    }
    return OptionalDouble.empty();
  }

  /** Reads the yearly prices, already in US dollars a tonne of the basis named. */
  public Loaded<List<Reading>> readYearlyPrices(Path file) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(), List.of("mineral", "basis", "year", "usd_per_t"))
        .read(
            file,
            row -> {
              String name = row.text("mineral") + "/" + row.text("basis");
              return new Reading(
                  "usgs-price/" + name,
                  Areas.WORLD,
                  "",
                  Fields.year(row, "year"),
                  row.amount("usd_per_t"),
                  Status.READ,
                  new Source(DATASET, edition, "price of " + name + ", " + row.text("year")));
            });
  }

  /** Reads the prices within a year that the chapters print. */
  public Loaded<List<Reading>> readQuotes(Path file) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(), List.of("mineral", "fact", "value", "unit", "time"))
        .read(
            file,
            row -> {
              double usdPerTonne =
                  switch (row.text("unit")) {
                    case "USD/lb" -> PriceUnit.USD_PER_POUND.toUsdPerTonne(row.amount("value"));
                    case "USD/kg" -> PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(row.amount("value"));
                    case "USD/mtu WO3" -> PriceUnit.USD_PER_MTU.toUsdPerTonne(row.amount("value"));
                    default -> throw row.skip("'" + row.text("unit") + "' is not a price");
                  };
              String name = row.text("mineral") + "/" + row.text("fact");
              return new Reading(
                  "usgs-quote/" + name,
                  Areas.WORLD,
                  "",
                  row.text("time"),
                  usdPerTonne,
                  Status.READ,
                  new Source(DATASET, edition, "chapter text: " + name + ", " + row.text("time")));
            });
  }
}
