package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.PriceUnit;
import org.plimsoll.sources.table.Row;

/**
 * USGS Mineral Commodity Summaries: the data release in its forms of 2025 (wide, a column a year)
 * and 2026 (long, a row a figure), and two price tables made from the chapters.
 *
 * <p>Series: {@code usgs-mcs/COMMODITY/STATISTIC/DETAIL} in tonnes, commas taken out and the word
 * "rounded" of world totals dropped; {@code usgs-mcs/COMMODITY/Import sources/DETAIL} as shares of
 * the imports of the United States, flows, in the last of the years averaged; {@code
 * usgs-price/MINERAL/BASIS} and {@code usgs-quote/MINERAL/FACT} in US dollars a tonne of the basis.
 *
 * @param edition the year of the edition, for example {@code 2026}
 */
record UsgsMineralCommoditySummaries(String edition) implements DatasetReader {
  private static final String DATASET = "usgs-mcs";
  private static final Map<String, Double> TONNES_PER_UNIT =
      Map.of(
          "metric tons", 1.0,
          // Of one row of 2026; tons are metric unless the chapter says otherwise.
          "tons", 1.0,
          "thousand metric tons", 1e3,
          "thousand metric dry tons", 1e3,
          "million metric tons", 1e6,
          "kilograms", 1e-3);

  private static final Pattern PRICE = Pattern.compile("(dollars|cents) per .*");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}[–-]\\d{2,4}");
  private static final Pattern ONE_NUMBER = Pattern.compile("[-−]?[\\d.,]+");
  private static final Pattern IMPORT_SOURCES = Pattern.compile("Import sources.*");
  private static final Pattern SEVERAL = Pattern.compile(".*,.* and .*|United States and Canada");

  /** A column of the wide form, for example PROD_EST_ 2024; the blank is the publisher's. */
  private static final Pattern WIDE = Pattern.compile("(PROD|CAP|RESERVES)_(?:EST_ ?)?(\\d{4})");

  private static final Map<String, String> STATISTIC =
      Map.of("PROD", "Production", "CAP", "Capacity", "RESERVES", "Reserves");

  /** World total (rounded) 10, Peru (exports): what is no part of the name begins small. */
  private static final Pattern BRACKETS = Pattern.compile("(.+?) \\(([a-z].*)\\)[, \\w]*");

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "data release of 2026, long",
            "Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value",
            "as `Unit` says; per cent for import sources",
            "`usgs-mcs/COMMODITY/STATISTIC/DETAIL` in t; "
                + "`usgs-mcs/COMMODITY/Import sources/DETAIL` as a share, flows to USA",
            (row, wanted) -> List.of(readFigure(row, wanted.areas()))),
        Layout.ofRows(
            "world data of 2025, wide",
            "SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS",
            "as `UNIT_MEAS` says; a column `PROD_YEAR`, `PROD_EST_ YEAR`, `CAP_…`, `RESERVES_…`",
            "`usgs-mcs/COMMODITY/Production/TYPE`, `…/Capacity/…`, `…/Reserves/…` in t",
            (row, wanted) -> readWide(row, wanted.areas())),
        Layout.ofRows(
            "yearly prices, converted",
            "mineral,basis,year,usd_per_t",
            "USD/t of the basis",
            "`usgs-price/MINERAL/BASIS` in USD/t",
            (row, wanted) -> List.of(readYearlyPrice(row))),
        Layout.ofRows(
            "prices in the chapters, typed",
            "mineral,fact,value,unit,time",
            "USD/lb, USD/kg or USD/mtu WO3",
            "`usgs-quote/MINERAL/FACT` in USD/t, period as printed",
            (row, wanted) -> List.of(readQuote(row))));
  }

  private Reading readFigure(Row row, Areas areas) {
    String statistic = row.text("Statistics");
    if (IMPORT_SOURCES.matcher(statistic).matches()) {
      return readImportSource(row, areas);
    }
    double tonnes = tonnesPerUnit(row, "Unit");
    if (PERIOD.matcher(row.text("Year")).matches()) {
      throw row.skip("'" + row.text("Year") + "' is not one year");
    }
    String year = Fields.year(row, "Year");
    double value = figure(row, "Value");
    String commodity = row.text("Commodity");
    String detail = detail(row);
    String country = row.text("Country");
    return Reading.of(
        DATASET + "/" + commodity + "/" + statistic + "/" + detail,
        row.parsed("Country", areas::getCode),
        year,
        value * tonnes,
        new Source(
            DATASET,
            edition,
            commodity + ", " + detail + ", " + country + ", " + year + ", row " + row.line()));
  }

  /** Shares of the imports of the United States, a mean of four years; the last one dates it. */
  private Reading readImportSource(Row row, Areas areas) {
    String years = row.text("Year");
    if (!row.text("Unit").equals("percent") || !PERIOD.matcher(years).matches()) {
      throw row.refuse(
          "Unit", "import sources in '" + row.text("Unit") + "' of " + years, "write per cent");
    }
    String country = row.text("Country");
    if (SEVERAL.matcher(country).matches()) {
      throw row.skip("several countries in one figure: " + country);
    }
    double share = figure(row, "Value") / 100;
    String commodity = row.text("Commodity");
    String detail = detail(row);
    return new Reading(
        DATASET + "/" + commodity + "/Import sources/" + detail,
        row.parsed("Country", areas::getCode),
        "USA",
        years.substring(0, 2) + years.substring(years.length() - 2),
        share,
        Status.READ,
        new Source(
            DATASET,
            edition,
            commodity + ", import sources " + years + ", " + detail + ", " + country));
  }

  /** A price or a count leaves the row out; a mass that is not known refuses it. */
  private static double tonnesPerUnit(Row row, String column) {
    String unit = row.optionalText(column);
    Double tonnes = TONNES_PER_UNIT.get(unit);
    if (tonnes != null) {
      return tonnes;
    }
    if (Fields.isMass(unit) && !PRICE.matcher(unit).matches()) {
      throw row.refuse(
          column,
          "unknown unit of mass: '" + unit + "'",
          "convert it to one of " + String.join(", ", new TreeSet<>(TONNES_PER_UNIT.keySet())));
    }
    throw row.skip("'" + unit + "' is not a unit of mass that the model uses");
  }

  private static String detail(Row row) {
    return row.optionalText("Statistics_detail").replaceAll(": rounded$", "").replace(",", "");
  }

  private List<Reading> readWide(Row row, Areas areas) {
    double tonnes = tonnesPerUnit(row, "UNIT_MEAS");
    String printed = row.text("COUNTRY").replace('\u00a0', ' ').strip();
    if (SEVERAL.matcher(printed).matches()) {
      throw row.skip("several countries in one figure: " + printed);
    }
    Matcher brackets = BRACKETS.matcher(printed);
    boolean known = areas.findCode(printed).isPresent();
    boolean split = !known && brackets.matches();
    String country = split ? brackets.group(1) : printed;
    String scope = split ? brackets.group(2).replaceAll(",? ?rounded", "") : "";
    String area =
        areas.findCode(country).orElseGet(() -> row.parsed("COUNTRY", t -> areas.getCode(country)));
    String commodity = row.text("COMMODITY");
    String type = row.text("TYPE").replace(",", "") + (scope.isEmpty() ? "" : ": " + scope);
    List<Reading> readings = new ArrayList<>();
    for (String column : row.columns()) {
      Matcher wide = WIDE.matcher(column);
      OptionalDouble value = wide.matches() ? readValue(row, column) : OptionalDouble.empty();
      if (value.isPresent()) {
        String statistic = STATISTIC.getOrDefault(wide.group(1), "");
        readings.add(
            Reading.of(
                DATASET + "/" + commodity + "/" + statistic + "/" + type,
                area,
                wide.group(2),
                value.getAsDouble() * tonnes,
                new Source(
                    DATASET,
                    edition,
                    commodity + ", " + type + ", " + country + ", " + wide.group(2))));
      }
    }
    if (readings.isEmpty()) {
      throw row.skip("no figure");
    }
    return readings;
  }

  /**
   * A dash is zero; W (withheld), NA, E (net exporter), ranges such as 50–300 and bounds such as
   * &lt;1,000 are no figure.
   */
  private static double figure(Row row, String column) {
    OptionalDouble value = readValue(row, column);
    if (value.isEmpty()) {
      throw row.skip("no figure: '" + row.optionalText(column) + "'");
    }
    return value.getAsDouble();
  }

  private static OptionalDouble readValue(Row row, String column) {
    String text = row.optionalText(column).replace('\u00a0', ' ').strip();
    if (text.equals("—") || text.equals("–")) {
      return OptionalDouble.of(0);
    }
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text.replace(",", "")));
    }
    if (ONE_NUMBER.matcher(text).matches()) {
      throw row.refuse(
          column,
          "'" + text + "' is not a figure as the release prints them",
          "write 12,800 or 12800; no statistic of the release is negative");
    }
    return OptionalDouble.empty();
  }

  private Reading readYearlyPrice(Row row) {
    String name = row.text("mineral") + "/" + row.text("basis");
    return Reading.of(
        "usgs-price/" + name,
        Areas.WORLD,
        Fields.year(row, "year"),
        row.amount("usd_per_t"),
        new Source(DATASET, edition, "price of " + name + ", " + row.text("year")));
  }

  private Reading readQuote(Row row) {
    double usdPerTonne =
        switch (row.text("unit")) {
          case "USD/lb" -> PriceUnit.USD_PER_POUND.toUsdPerTonne(row.amount("value"));
          case "USD/kg" -> PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(row.amount("value"));
          case "USD/mtu WO3" -> PriceUnit.USD_PER_MTU.toUsdPerTonne(row.amount("value"));
          default -> throw row.skip("'" + row.text("unit") + "' is not a price");
        };
    String name = row.text("mineral") + "/" + row.text("fact");
    return Reading.of(
        "usgs-quote/" + name,
        Areas.WORLD,
        row.text("time"),
        usdPerTonne,
        new Source(DATASET, edition, "chapter text: " + name + ", " + row.text("time")));
  }
}
