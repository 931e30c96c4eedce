package org.plimsoll.sources.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.trade.Production;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;
import org.plimsoll.sources.table.Spelling;

/** Reads the tables in the order in which they name one another. */
final class PackReader {
  /** The scope of the technology of every country without its own. */
  private static final String EVERYWHERE = "";

  private final Path world;
  private final Names names = new Names();
  private final Cells.Known known = new Cells.Known();
  private final List<Issue> issues = new ArrayList<>();
  private RowCount rows = RowCount.NONE;

  PackReader(Path world) {
    this.world = world;
  }

  /** A row that was accepted, and where it stands. */
  private record Placed<T>(T value, int line) {}

  /** What a table says of a row beyond its columns; refuses it through the row. */
  private interface RowCheck<T> {
    void check(T value, Row row);
  }

  Loaded<Evidence> read() {
    PlaceTables.Dates dates = readDates();
    List<Evidence.Dataset> datasets = named(PlaceTables.DATASETS, Evidence.Dataset::id);
    List<Country> countries = named(PlaceTables.COUNTRY_LIST, c -> c.code().alpha3());
    List<Evidence.Territory> territories = named(PlaceTables.TERRITORIES, Evidence.Territory::id);
    List<Commodity> commodities = named(PlaceTables.COMMODITIES, Commodity::id);
    List<Product> products = named(PlaceTables.PRODUCTS, p -> p.id().toString());
    List<Activity> activities = readActivities();
    Evidence evidence =
        new Evidence(
            dates.asOf(),
            dates.baseYear(),
            territories,
            countries,
            commodities,
            products,
            activities,
            plain(VolumeTables.PARAMETERS),
            read(VolumeTables.PRODUCTION, productionCheck(products, activities)),
            plain(VolumeTables.CONSUMPTION),
            plain(VolumeTables.TRADE),
            plain(VolumeTables.PRICES),
            plain(VolumeTables.TARIFFS),
            plain(VolumeTables.END_USES),
            plain(RegisterTables.PROJECTS),
            plain(RegisterTables.EXPORT_CONTROLS),
            plain(RegisterTables.COMMITMENTS),
            plain(RegisterTables.PARTNERS),
            plain(RegisterTables.FACTS),
            datasets);
    checkWhole(evidence);
    return new Loaded<>(evidence, issues, rows);
  }

  private PlaceTables.Dates readDates() {
    boolean clean = issues.isEmpty();
    List<PlaceTables.Dates> dates = plain(PlaceTables.PACK);
    if (clean && issues.isEmpty() && dates.size() != 1) {
      issues.add(
          Issue.error(
              Place.ofFile(fileOf(PlaceTables.PACK)),
              "the table must have one row, but has " + dates.size(),
              "keep the row with the date of this pack"));
    }
    return dates.isEmpty() ? new PlaceTables.Dates(LocalDate.EPOCH, 1970) : dates.getFirst();
  }

  /** Reads a table whose rows others name. */
  private <T> List<T> named(Table<T> table, Function<T, String> name) {
    int before = issues.size();
    List<T> values = plain(table);
    if (issues.size() == before) {
      Set<String> all = new HashSet<>();
      values.forEach(value -> all.add(name.apply(value)));
      names.add(table, all);
    }
    return values;
  }

  private <T> List<T> plain(Table<T> table) {
    return read(table, (value, row) -> {});
  }

  private <T> List<T> read(Table<T> table, RowCheck<T> check) {
    return readPlaced(table, check).stream().map(Placed::value).toList();
  }

  private <T> List<Placed<T>> readPlaced(Table<T> table, RowCheck<T> check) {
    Map<String, Column<T>> columns = table.columnsByName();
    Consumer<Row> references = names.checkOf(table);
    Loaded<List<Placed<T>>> loaded =
        CsvFile.withExactly(fileOf(table), table.listColumnNames())
            .readUnique(
                world.resolve(table.fileName()),
                row -> {
                  T value = table.toRow().apply(new Cells(row, columns, known));
                  references.accept(row);
                  check.check(value, row);
                  return new Placed<>(value, row.line());
                },
                placed -> table.keyOf(placed.value()));
    issues.addAll(loaded.issues());
    rows = rows.plus(loaded.rows());
    return loaded.value();
  }

  private List<Activity> readActivities() {
    int before = issues.size();
    Map<List<String>, List<Placed<Technology.Line>>> groups = new LinkedHashMap<>();
    for (Placed<Technology.Line> placed : readPlaced(Technology.TABLE, (line, row) -> {})) {
      Technology.Head head = placed.value().head();
      List<String> key = List.of(head.activity(), head.scope().map(CountryCode::alpha3).orElse(""));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(placed);
    }
    List<Activity> activities = new ArrayList<>();
    for (List<Placed<Technology.Line>> group : groups.values()) {
      try {
        activities.add(Technology.toActivity(group.stream().map(Placed::value).toList()));
      } catch (IllegalArgumentException e) {
        refuse(group, String.valueOf(e.getMessage()));
      }
    }
    if (issues.size() == before) {
      Set<String> ids = new HashSet<>();
      activities.forEach(activity -> ids.add(activity.id()));
      names.add(Technology.TABLE, ids);
    }
    return activities;
  }

  /** Refuses all rows of an activity that cannot be put together. */
  private void refuse(List<? extends Placed<?>> group, String message) {
    String[] lines = message.split("\nMaybe ", 2);
    issues.add(
        Issue.error(
            new Place(fileOf(Technology.TABLE), group.getFirst().line(), 0),
            lines[0],
            lines.length > 1
                ? lines[1]
                : "add the row side=output with the primary product and per_unit=1"));
    rows = rows.plus(new RowCount(0, -group.size(), group.size(), 0));
  }

  /** An activity's output is booked under its primary product; a listed fact needs no activity. */
  private RowCheck<Production> productionCheck(List<Product> products, List<Activity> activities) {
    if (!names.has(Technology.TABLE) || !names.has(PlaceTables.PRODUCTS)) {
      return (production, row) -> {};
    }
    Map<String, Map<String, Activity>> byIdAndScope = new TreeMap<>();
    for (Activity activity : activities) {
      byIdAndScope
          .computeIfAbsent(activity.id(), id -> new HashMap<>())
          .put(activity.scope().map(CountryCode::alpha3).orElse(EVERYWHERE), activity);
    }
    Map<ProductId, Tier> tiers = new HashMap<>();
    products.forEach(product -> tiers.put(product.id(), product.tier()));
    return (production, row) -> {
      Map<String, Activity> scopes = byIdAndScope.get(production.activity());
      if (scopes != null) {
        checkPrimary(production, row, scopes);
      } else if (tiers.get(production.product()) != Tier.LISTED) {
        throw row.refuse(
            "activity",
            "'activity' names '" + production.activity() + "', which is not in technology.csv",
            Spelling.nearest(production.activity(), byIdAndScope.keySet())
                    .map(n -> "you meant '" + n + "', or ")
                    .orElse("")
                + "describe the activity there; only listed products do without");
      }
    };
  }

  private static void checkPrimary(Production production, Row row, Map<String, Activity> scopes) {
    Activity activity = scopes.getOrDefault(production.country().alpha3(), scopes.get(EVERYWHERE));
    if (activity == null) {
      throw row.refuse(
          "country",
          "technology.csv has no %s for %s and none without a scope"
              .formatted(production.activity(), production.country()),
          "add its rows there, with that scope or an empty one");
    }
    if (!activity.primary().equals(production.product())) {
      throw row.refuse(
          "product",
          "the primary product of %s is %s, but the row says %s"
              .formatted(production.activity(), activity.primary(), production.product()),
          "give the level in tonnes of the primary product; joint products follow from it");
    }
  }

  private void checkWhole(Evidence evidence) {
    if (issues.stream().anyMatch(Issue::isError)) {
      issues.add(
          Issue.remark(
              Place.ofFile(world.toString()),
              "balances, shares and base prices were not checked, since rows were refused"));
    } else {
      issues.addAll(new WholeChecks(evidence, this::fileOf).listIssues());
    }
  }

  private String fileOf(Table<?> table) {
    return world.resolve(table.fileName()).toString();
  }
}
