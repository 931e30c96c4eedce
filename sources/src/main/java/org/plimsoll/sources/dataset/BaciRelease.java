package org.plimsoll.sources.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/**
 * A year of BACI whole, as CEPII publishes it: some eleven million rows, all countries and codes.
 * DuckDB reads the file and adds up what is wanted of it; what a row means is judged here, as
 * {@link Baci} does for extracts.
 *
 * <p>Series: {@code baci/HS6/usd} and {@code baci/HS6/t}, flows of the base year.
 */
public final class BaciRelease {
  /** Identifier of the dataset in a world that was made with it. */
  public static final String DATASET = "baci-release";

  /** Header of the file, by which it is known. */
  public static final List<String> HEADER = List.of("t", "i", "j", "k", "v", "q");

  private static final double USD_PER_UNIT = 1_000;
  private static final GroupedRows FILE =
      new GroupedRows("700MB", "take the file anew from its publisher");

  private BaciRelease() {}

  /**
   * Reads the file.
   *
   * @param file CSV, or its {@code .gz}
   * @param release for example {@code 202601}
   * @param wanted codes and year
   */
  public static Loaded<List<Reading>> read(Path file, String release, Wanted wanted)
      throws IOException {
    List<Reading> readings = new ArrayList<>();
    String year = Integer.toString(wanted.year());
    return FILE.read(
        Place.ofFile(String.valueOf(file.getFileName())),
        sums(wanted),
        List.of(file.toString(), year),
        group -> {
          check(group.getInt("bad"), group);
          readings.addAll(both(group, release, year, wanted.areas()));
        },
        readings);
  }

  /**
   * One pass: rows that are wanted in groups by code and route, all others in groups of their own.
   * A figure that is none adds to the count of bad rows.
   */
  private static String sums(Wanted wanted) {
    String codes =
        wanted.hsCodes().stream()
            .filter(code -> code.matches("\\d{6}"))
            .map(code -> "'" + code + "'")
            .collect(Collectors.joining(", "));
    return """
    with cells as (
      select trim(t) as t, trim(i) as i, trim(j) as j, lpad(trim(k), 6, '0') as k,
        try_cast(trim(v) as double) as v, trim(q) as said, try_cast(trim(q) as double) as q
      from read_csv(?, header = true, auto_detect = false, delim = ',', quote = '"',
        columns = {t: 'varchar', i: 'varchar', j: 'varchar', k: 'varchar', v: 'varchar',
          q: 'varchar'})),
    judged as (
      select *, case when t <> ? then 'year' when k not in (%s) then 'code' else '' end as why
      from cells)
    select why, case when why = '' then k end as code, case when why = '' then i end as exporter,
      case when why = '' then j end as importer, sum(v) as value, sum(q) as tonnes,
      count(*) as count, count(*) filter (v is null or v < 0 or q < 0
        or (q is null and said not in ('NA', ''))) as bad
    from judged group by all order by all
    """
        .formatted(codes);
  }

  private static void check(int bad, ResultSet rows) throws SQLException {
    if (bad > 0) {
      throw new IllegalArgumentException(
          "%d rows of code %s from %s to %s have a value or a quantity that is no number or below 0"
              .formatted(
                  bad,
                  rows.getString("code"),
                  rows.getString("exporter"),
                  rows.getString("importer")));
    }
  }

  private static List<Reading> both(ResultSet rows, String release, String year, Areas areas)
      throws SQLException {
    String exporter = areas.getCode(rows.getString("exporter"));
    String importer = areas.getCode(rows.getString("importer"));
    String code = rows.getString("code");
    Source source =
        new Source(DATASET, release, "%s, %s to %s, %s".formatted(code, exporter, importer, year));
    List<Reading> both = new ArrayList<>();
    double usd = rows.getDouble("value") * USD_PER_UNIT;
    both.add(
        new Reading("baci/" + code + "/usd", exporter, importer, year, usd, Status.READ, source));
    double tonnes = rows.getDouble("tonnes");
    if (!rows.wasNull()) {
      both.add(
          new Reading(
              "baci/" + code + "/t", exporter, importer, year, tonnes, Status.READ, source));
    }
    return both;
  }
}
