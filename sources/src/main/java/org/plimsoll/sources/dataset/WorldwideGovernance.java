package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * Worldwide Governance Indicators of the World Bank: estimates by country and year, about −2.5 to
 * 2.5.
 *
 * <p>Series: {@code wgi/va}, {@code wgi/pv}, {@code wgi/ge}, {@code wgi/rq}, {@code wgi/rl}, {@code
 * wgi/cc} by year, and {@code wgi/mean}, the mean of the six in the newest year that has them all;
 * its period is {@link CountryFigures#LATEST}.
 */
record WorldwideGovernance(String edition) implements DatasetReader {
  private static final List<String> INDICATORS = List.of("va", "pv", "ge", "rq", "rl", "cc");
  private static final String ESTIMATE = "Governance estimate (approx. -2.5 to +2.5)";

  /** The Bank renamed PV.EST to GOV_WGI_PV.EST. */
  private static final Pattern SERIES = Pattern.compile("(?:GOV_WGI_)?([A-Z]{2})\\.EST");

  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})( \\[YR\\d{4}])?");

  /** Codes that the indicators keep and ISO 3166 has given up. */
  private static final Map<String, String> OLD_CODES =
      Map.of("ZAR", "COD", "ROM", "ROU", "TMP", "TLS", "ADO", "AND", "WBG", "PSE", "KSV", "XKX");

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "long, as the Bank publishes it",
            "code,year,indicator,estimate",
            "estimate, about −2.5 to 2.5",
            "`wgi/va` … `wgi/cc` by year; `wgi/mean`, period `latest`",
            (row, wanted) -> List.of(readLong(row, wanted.areas()))),
        Layout.of(
            "sheet of an indicator, as the Bank publishes it (edition of 2025)",
            "Economy (code),Year," + ESTIMATE,
            "estimate, about −2.5 to 2.5; the file is named va, pv, ge, rq, rl or cc",
            "`wgi/va` … `wgi/cc` by year; `wgi/mean`, period `latest`",
            (csv, file, wanted) ->
                csv.read(file, row -> readSheet(row, file, wanted.areas())).map(Figures::of)),
        Layout.ofRows(
            "wide, a column a year (DataBank)",
            "Country Code,Series Code",
            "estimate, about −2.5 to 2.5; columns `2023 [YR2023]` or `2023`",
            "`wgi/va` … `wgi/cc` by year; `wgi/mean`, period `latest`",
            (row, wanted) -> readWide(row, wanted.areas())),
        Layout.ofRows(
            "mean of the six indicators, newest year",
            "iso2,wgi_mean_of_six",
            "estimate, about −2.5 to 2.5",
            "`wgi/mean`, period `latest`",
            (row, wanted) -> List.of(readMean(row, wanted.areas()))));
  }

  /** Adds the mean of the six for each country, of the newest year that has them all. */
  @Override
  public List<Reading> combine(List<Reading> readings) {
    Map<String, Map<String, Map<String, Double>>> byCountry = new TreeMap<>();
    for (Reading reading : readings) {
      if (!reading.period().equals(CountryFigures.LATEST)) {
        byCountry
            .computeIfAbsent(reading.area(), a -> new TreeMap<>())
            .computeIfAbsent(reading.period(), y -> new TreeMap<>())
            .put(reading.series(), reading.value());
      }
    }
    List<Reading> all = new ArrayList<>(readings);
    byCountry.forEach((area, years) ->
        years.entrySet().stream()
            .filter(year -> year.getValue().size() == INDICATORS.size())
            .reduce((earlier, later) -> later)
            .ifPresent(year -> all.add(mean(area, year.getKey(), year.getValue()))));
    return all;
  }

  private Reading mean(String area, String year, Map<String, Double> six) {
    double sum = six.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Reading(
        "wgi/mean",
        area,
        "",
        CountryFigures.LATEST,
        sum / six.size(),
        Status.DERIVED,
        new Source("wgi", edition, "mean of six, " + area + ", " + year));
  }

  private Reading readLong(Row row, Areas areas) {
    String indicator = row.text("indicator");
    if (!INDICATORS.contains(indicator)) {
      throw row.refuse(
          "indicator",
          "not an indicator: '" + indicator + "'",
          "you meant one of " + String.join(", ", INDICATORS));
    }
    return reading(
        row, indicator, country(row, "code", areas), Fields.year(row, "year"), "estimate");
  }

  private Reading readSheet(Row row, Path file, Areas areas) {
    String indicator = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
    if (!INDICATORS.contains(indicator)) {
      throw row.refuse(
          ESTIMATE,
          "the name of the file is no indicator: '" + indicator + "'",
          "save the sheet pv as pv.csv, and so on: the sheet does not name its indicator");
    }
    return reading(
        row, indicator, country(row, "Economy (code)", areas), Fields.year(row, "Year"), ESTIMATE);
  }

  private List<Reading> readWide(Row row, Areas areas) {
    if (row.findText("Country Code").isEmpty()) {
      throw row.skip("a note below the table");
    }
    Matcher series = SERIES.matcher(row.text("Series Code"));
    if (!series.matches()) {
      throw row.skip("no estimate: " + row.text("Series Code"));
    }
    String indicator = series.group(1).toLowerCase(java.util.Locale.ROOT);
    String country = country(row, "Country Code", areas);
    List<Reading> readings = new ArrayList<>();
    for (String column : row.columns()) {
      Matcher year = YEAR.matcher(column);
      if (year.matches() && isFigure(row, column)) {
        readings.add(reading(row, indicator, country, year.group(1), column));
      }
    }
    if (readings.isEmpty()) {
      throw row.skip("no figure");
    }
    return readings;
  }

  private Reading readMean(Row row, Areas areas) {
    String code =
        areas
            .findCode(row.text("iso2"))
            .orElseThrow(() -> row.skip("a territory without ISO code: " + row.text("iso2")));
    return Reading.of(
        "wgi/mean",
        code,
        CountryFigures.LATEST,
        estimate(row, "wgi_mean_of_six"),
        new Source("wgi", edition, "mean of six, " + row.text("iso2")));
  }

  private Reading reading(Row row, String indicator, String area, String year, String column) {
    if (!isFigure(row, column)) {
      throw row.skip("no figure");
    }
    return Reading.of(
        "wgi/" + indicator,
        area,
        year,
        estimate(row, column),
        new Source("wgi", edition, indicator + ", " + area + ", " + year));
  }

  /** The Bank writes .. or #N/A where there is none. */
  private static boolean isFigure(Row row, String column) {
    return row.findText(column).filter(t -> !t.equals("..") && !t.equals("#N/A")).isPresent();
  }

  private static String country(Row row, String column, Areas areas) {
    String code = row.text(column);
    return Optional.ofNullable(OLD_CODES.get(code))
        .or(() -> areas.findCode(code))
        .orElseThrow(() -> row.skip("no country of the world: " + code));
  }

  private static double estimate(Row row, String column) {
    double value = row.number(column);
    if (Math.abs(value) > 4) {
      throw row.refuse(
          column,
          "an estimate outside −4 to 4: " + row.text(column),
          "this may be a percentile rank, which is another file");
    }
    return value;
  }
}
