package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * Demand by use and scenario in the IEA's Critical Minerals Dataset, as multiples of its base year.
 *
 * @param edition the year of the edition, for example {@code 2025}
 */
public record IeaDemand(String edition) {
  private static final String TOTAL = "Total demand";
  private static final String BASE = "Base";

  /** One total: whole-world demand of a mineral in a scenario and year. */
  private record Total(String mineral, String scenario, int year, double value, String unit) {}

  /**
   * Reads total demand and divides it by that of the base year: multiple = demand(year) ÷
   * demand(base). Rows of single uses are skipped.
   *
   * @param commoditiesOfMaterial our identifiers by the dataset's names; others are skipped
   * @param last last year that is kept
   */
  public Loaded<List<DemandGrowth>> readGrowth(
      Path file, Map<String, List<String>> commoditiesOfMaterial, int last) {
    String name = file.getFileName().toString();
    Loaded<List<Total>> totals =
        CsvFile.withAtLeast(name, List.of("mineral", "use", "scenario", "year", "value", "unit"))
            .read(file, row -> total(row, commoditiesOfMaterial, last));
    SortedMap<String, Total> bases = new TreeMap<>();
    for (Total total : totals.value()) {
      if (total.scenario().equals(BASE)) {
        bases.put(total.mineral(), total);
      }
    }
    List<Issue> issues = new ArrayList<>(totals.issues());
    List<DemandGrowth> growth = new ArrayList<>();
    Set<String> baseless = new TreeSet<>();
    for (Total total : totals.value()) {
      Total base = bases.get(total.mineral());
      if (base == null || !base.unit().equals(total.unit())) {
        baseless.add(total.mineral());
      } else if (!total.scenario().equals(BASE)) {
        commoditiesOfMaterial
            .getOrDefault(total.mineral(), List.of())
            .forEach(commodity -> growth.add(growth(commodity, total, base)));
      }
    }
    for (String mineral : baseless) {
      issues.add(
          Issue.error(
              Place.ofFile(name),
              "demand for " + mineral + " has no row '" + BASE + "' in the same unit",
              "add the total of the base year: a multiple needs what it is a multiple of"));
    }
    return new Loaded<>(growth, issues, totals.rows());
  }

  private static Total total(Row row, Map<String, List<String>> commodities, int last) {
    if (!row.text("use").equals(TOTAL)) {
      throw row.skip("a single use, which the total holds");
    }
    if (!commodities.containsKey(row.text("mineral"))) {
      throw row.skip("no commodity of the world is called " + row.text("mineral"));
    }
    int year = Integer.parseInt(Fields.year(row, "year"));
    if (year > last) {
      throw row.skip("after " + last);
    }
    double value = row.amount("value");
    if (value == 0) {
      throw row.refuse("value", "demand of nothing has no multiple", "look at the dataset's sheet");
    }
    return new Total(row.text("mineral"), row.text("scenario"), year, value, row.text("unit"));
  }

  private DemandGrowth growth(String commodity, Total total, Total base) {
    String where =
        "demand of %s, %s %d over %d"
            .formatted(total.mineral(), total.scenario(), total.year(), base.year());
    return new DemandGrowth(
        commodity,
        "*",
        "IEA " + total.scenario(),
        total.year(),
        base.year(),
        Interval.exactly(total.value() / base.value()),
        new Provenance(
            new Source("iea-cmd", edition, where),
            Grade.B,
            Status.DERIVED,
            "a path of a scenario, not a forecast; demand of " + total.mineral()));
  }
}
