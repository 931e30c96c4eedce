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
import org.plimsoll.sources.table.Row;
import org.plimsoll.sources.table.Spelling;

/** Reads the tables in the order in which they name one another. */
final class PackReader {
  /** The scope of the technology of every country without its own. */
  private static final String EVERYWHERE = "";

  private final Path world;
  private final TableReader tables;

  PackReader(Path world) {
    this.world = world;
    this.tables = new TableReader(world);
  }

  Loaded<Evidence> read() {
    PlaceTables.Dates dates = readDates();
    List<Evidence.Dataset> datasets = tables.named(PlaceTables.DATASETS, Evidence.Dataset::id);
    List<Country> countries = tables.named(PlaceTables.COUNTRY_LIST, c -> c.code().alpha3());
    List<Evidence.Territory> territories =
        tables.named(PlaceTables.TERRITORIES, Evidence.Territory::id);
    List<Commodity> commodities = tables.named(PlaceTables.COMMODITIES, Commodity::id);
    List<Product> products = tables.named(PlaceTables.PRODUCTS, p -> p.id().toString());
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
            tables.plain(VolumeTables.PARAMETERS),
            tables.read(VolumeTables.PRODUCTION, productionCheck(products, activities)),
            tables.plain(VolumeTables.CONSUMPTION),
            tables.plain(VolumeTables.TRADE),
            tables.plain(VolumeTables.PRICES),
            tables.plain(VolumeTables.TARIFFS),
            tables.plain(UseTables.END_USES),
            tables.inUse(),
            tables.resilience(),
            tables.plain(RegisterTables.PROJECTS),
            tables.plain(RegisterTables.EXPORT_CONTROLS),
            tables.plain(RegisterTables.COMMITMENTS),
            tables.plain(RegisterTables.PARTNERS),
            tables.plain(RegisterTables.FACTS),
            datasets);
    checkWhole(evidence);
    return tables.loaded(evidence);
  }

  private PlaceTables.Dates readDates() {
    boolean clean = tables.issues().isEmpty();
    List<PlaceTables.Dates> dates = tables.plain(PlaceTables.PACK);
    if (clean && tables.issues().isEmpty() && dates.size() != 1) {
      tables
          .issues()
          .add(
              Issue.error(
                  Place.ofFile(tables.fileOf(PlaceTables.PACK)),
                  "the table must have one row, but has " + dates.size(),
                  "keep the row with the date of this pack"));
    }
    return dates.isEmpty() ? new PlaceTables.Dates(LocalDate.EPOCH, 1970) : dates.getFirst();
  }

  private List<Activity> readActivities() {
    int before = tables.issues().size();
    Map<List<String>, List<TableReader.Placed<Technology.Line>>> groups = new LinkedHashMap<>();
    for (TableReader.Placed<Technology.Line> placed :
        tables.readPlaced(Technology.TABLE, (line, row) -> {})) {
      Technology.Head head = placed.value().head();
      List<String> key = List.of(head.activity(), head.scope().map(CountryCode::alpha3).orElse(""));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(placed);
    }
    List<Activity> activities = new ArrayList<>();
    for (List<TableReader.Placed<Technology.Line>> group : groups.values()) {
      try {
        activities.add(
            Technology.toActivity(group.stream().map(TableReader.Placed::value).toList()));
      } catch (IllegalArgumentException e) {
        refuse(group, String.valueOf(e.getMessage()));
      }
    }
    if (tables.issues().size() == before) {
      Set<String> ids = new HashSet<>();
      activities.forEach(activity -> ids.add(activity.id()));
      tables.names().add(Technology.TABLE, ids);
    }
    return activities;
  }

  /** Refuses all rows of an activity that cannot be put together. */
  private void refuse(List<? extends TableReader.Placed<?>> group, String message) {
    String[] lines = message.split("\nMaybe ", 2);
    tables
        .issues()
        .add(
            Issue.error(
                new Place(tables.fileOf(Technology.TABLE), group.getFirst().line(), 0),
                lines[0],
                lines.length > 1
                    ? lines[1]
                    : "add the row side=output with the primary product and per_unit=1"));
    tables.count(new RowCount(0, -group.size(), group.size(), 0));
  }

  /** An activity's output is booked under its primary product; a listed fact needs no activity. */
  private TableReader.RowCheck<Production> productionCheck(
      List<Product> products, List<Activity> activities) {
    if (!tables.names().has(Technology.TABLE) || !tables.names().has(PlaceTables.PRODUCTS)) {
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
    if (tables.issues().stream().anyMatch(Issue::isError)) {
      tables
          .issues()
          .add(
              Issue.remark(
                  Place.ofFile(world.toString()),
                  "balances, shares and base prices were not checked, since rows were refused"));
    } else {
      tables.issues().addAll(new WholeChecks(evidence, tables::fileOf).listIssues());
    }
  }
}
