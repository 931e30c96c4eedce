package org.plimsoll.sources.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/**
 * A year of UN Comtrade whole, as its bulk download gives it: a file a reporter, tab-separated,
 * with totals beside their breakdowns by transport, procedure and second partner. DuckDB reads the
 * files and keeps the totals of what is wanted; what a row means is judged here.
 *
 * <p>Series: {@code comtrade/HS6/usd} and {@code comtrade/HS6/t}, flows of the base year. Tonnes
 * are those that the importer declares, else the exporter's; value is the exporter's, which is FOB,
 * else the importer's, which is CIF.
 */
public final class ComtradeRelease {
  /** Identifier of the dataset in a world that was made with it. */
  public static final String DATASET = "comtrade-release";

  /** Columns that are read; a file has many more, in an order of its own. */
  public static final List<String> COLUMNS =
      List.of(
          "period",
          "reporterCode",
          "flowCode",
          "partnerCode",
          "partner2Code",
          "cmdCode",
          "customsCode",
          "motCode",
          "netWgt",
          "primaryValue");

  /** Codes of no country: the world, the European Union, regions, bunkers, and what is not said. */
  private static final String NO_COUNTRY =
      "'0', '97', '129', '221', '290', '471', '472', '473', '492', '527', '536', '568', '577',"
          + " '636', '637', '837', '838', '839', '879', '899', '975'";

  private static final double KILOGRAMS = 1_000;
  private static final GroupedRows FILES =
      new GroupedRows("600MB", "take the files anew from their publisher");

  private ComtradeRelease() {}

  /**
   * A file of the download.
   *
   * @param path of the file, plain or {@code .gz}
   * @param header its columns, in their order
   * @param delimiter between them
   */
  public record Part(Path path, List<String> header, char delimiter) {}

  /** Both declarations of a flow: sums of USD and of kilograms. */
  private static final class Declared {
    private Optional<Double> imported = Optional.empty();
    private Optional<Double> importedKilograms = Optional.empty();
    private Optional<Double> exported = Optional.empty();
    private Optional<Double> exportedKilograms = Optional.empty();

    void add(boolean isImport, double usd, Optional<Double> kilograms) {
      if (isImport) {
        imported = sum(imported, Optional.of(usd));
        importedKilograms = sum(importedKilograms, kilograms);
      } else {
        exported = sum(exported, Optional.of(usd));
        exportedKilograms = sum(exportedKilograms, kilograms);
      }
    }

    private static Optional<Double> sum(Optional<Double> one, Optional<Double> more) {
      return one.isPresent() && more.isPresent()
          ? Optional.of(one.get() + more.get())
          : one.or(() -> more);
    }
  }

  /** Which flow. */
  private record Route(String code, String exporter, String importer) implements Comparable<Route> {
    @Override
    public int compareTo(Route other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * Reads the files.
   *
   * @param edition for example the day of the download
   * @param wanted codes and year
   */
  public static Loaded<List<Reading>> read(List<Part> parts, String edition, Wanted wanted)
      throws IOException {
    Map<Route, Declared> flows = new TreeMap<>();
    List<Issue> issues = new ArrayList<>();
    RowCount rows = RowCount.NONE;
    Map<String, List<Part>> alike =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.delimiter() + String.join(",", part.header()),
                    TreeMap::new,
                    Collectors.toList()));
    for (List<Part> group : alike.values()) {
      Loaded<Map<Route, Declared>> read = read(group, wanted, flows);
      issues.addAll(read.issues());
      rows = rows.plus(read.rows());
    }
    String year = Integer.toString(wanted.year());
    List<Reading> readings = new ArrayList<>();
    flows.forEach((route, declared) -> {
      declared
          .exported
          .or(() -> declared.imported)
          .ifPresent(usd -> readings.add(reading(route, edition, year, "usd", usd)));
      declared
          .importedKilograms
          .or(() -> declared.exportedKilograms)
          .ifPresent(
              kilograms -> readings.add(reading(route, edition, year, "t", kilograms / KILOGRAMS)));
    });
    return new Loaded<>(readings, issues, rows);
  }

  private static Reading reading(
      Route route, String edition, String year, String unit, double value) {
    return new Reading(
        "comtrade/" + route.code() + "/" + unit,
        route.exporter(),
        route.importer(),
        year,
        value,
        Status.READ,
        new Source(
            DATASET,
            edition,
            "%s, %s to %s, %s".formatted(route.code(), route.exporter(), route.importer(), year)));
  }

  private static Loaded<Map<Route, Declared>> read(
      List<Part> group, Wanted wanted, Map<Route, Declared> flows) {
    String first = String.valueOf(group.getFirst().path().getFileName());
    Place place =
        Place.ofFile(
            group.size() == 1 ? first : first + " and %d more".formatted(group.size() - 1));
    return FILES.read(
        place,
        sums(group, wanted),
        List.of(Integer.toString(wanted.year())),
        row -> take(row, row.getInt("count"), wanted.areas(), flows),
        flows);
  }

  private static void take(ResultSet row, int count, Areas areas, Map<Route, Declared> flows)
      throws SQLException {
    boolean isImport = row.getString("flow").equals("M");
    String reporter = row.getString("reporter");
    String partner = row.getString("partner");
    String code = row.getString("code");
    String what =
        "code %s, flow %s of %s with %s".formatted(code, row.getString("flow"), reporter, partner);
    if (row.getInt("bad") > 0) {
      throw new IllegalArgumentException(
          what + " has a value or a weight that is no number or below 0");
    }
    if (count > 1) {
      throw new IllegalArgumentException(
          "%s is declared %d times".formatted(what, count)
              + "\nMaybe two releases of one reporter lie in the folder: remove the older");
    }
    double usd = row.getDouble("value");
    double kilograms = row.getDouble("kilograms");
    Optional<Double> weight =
        row.wasNull() || kilograms == 0 ? Optional.empty() : Optional.of(kilograms);
    String by = areas.getCode(reporter);
    String with = areas.getCode(partner);
    flows
        .computeIfAbsent(
            new Route(code, isImport ? with : by, isImport ? by : with), route -> new Declared())
        .add(isImport, usd, weight);
  }

  /**
   * One pass: totals that are wanted in groups by code, reporter, partner and flow, all other rows
   * in a group for each reason. A weight of 0 beside a value is one that nobody gave.
   */
  private static String sums(List<Part> group, Wanted wanted) {
    String codes =
        wanted.hsCodes().stream()
            .filter(code -> code.matches("\\d{6}"))
            .map(ComtradeRelease::quoted)
            .collect(Collectors.joining(", "));
    Part any = group.getFirst();
    return """
    with cells as (
      select %s from read_csv([%s], header = true, auto_detect = false, delim = %s, quote = %s,
        columns = {%s})),
    judged as (
      select *, case when period <> ? then 'year' when cmdCode not in (%s) then 'code'
        when flowCode not in ('M', 'X') then 'flow'
        when motCode <> '0' or customsCode <> 'C00' or partner2Code <> '0' then 'part'
        when partnerCode in (%s) or reporterCode in (%s) then 'no country'
        when partnerCode = reporterCode then 'home' else '' end as why,
        try_cast(primaryValue as double) as v, try_cast(netWgt as double) as w
      from cells)
    select why, case when why = '' then cmdCode end as code,
      case when why = '' then reporterCode end as reporter,
      case when why = '' then partnerCode end as partner,
      case when why = '' then flowCode end as flow, sum(v) as value, sum(w) as kilograms,
      count(*) as count,
      count(*) filter (v is null or v < 0 or w < 0 or (w is null and netWgt <> '')) as bad
    from judged group by all order by all
    """
        .formatted(
            COLUMNS.stream()
                .map(c -> "coalesce(trim(%s), '') as %s".formatted(c, c))
                .collect(Collectors.joining(", ")),
            group.stream()
                .map(part -> quoted(escaped(part.path())))
                .collect(Collectors.joining(", ")),
            any.delimiter() == '\t' ? "'\\t'" : quoted(String.valueOf(any.delimiter())),
            any.delimiter() == '\t' ? "''" : "'\"'",
            any.header().stream()
                .map(c -> "\"" + c.replace("\"", "\"\"") + "\": 'varchar'")
                .collect(Collectors.joining(", ")),
            codes,
            NO_COUNTRY,
            NO_COUNTRY);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The publisher's names have brackets, which are a pattern to DuckDB. */
  private static String escaped(Path path) {
    return path.toString().replaceAll("[\\[*?]", "[$0]");
  }
}
