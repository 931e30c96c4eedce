package org.plimsoll.sources.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.EvidenceDraft;
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
    EvidenceDraft draft = new EvidenceDraft();
    for (Bound<?> bound : Pack.TABLES) {
      if (bound.isOf(PlaceTables.PACK)) {
        readDates(draft);
      } else if (bound.isOf(Technology.TABLE)) {
        draft.activities = readActivities();
      } else if (bound.isOf(VolumeTables.PRODUCTION)) {
        draft.productions =
            tables.read(VolumeTables.PRODUCTION, productionCheck(draft.products, draft.activities));
      } else {
        bound.read(tables, draft);
      }
    }
    Evidence evidence = draft.toEvidence();
    checkWhole(evidence);
    return tables.loaded(evidence);
  }

  /** Hashes of the tables, as they were read. */
  SortedMap<String, String> sha256() {
    return tables.sha256();
  }

  private void readDates(EvidenceDraft draft) {
    List<PlaceTables.Dates> dates = tables.plain(PlaceTables.PACK);
    if (tables.issues().isEmpty() && dates.size() != 1) {
      tables
          .issues()
          .add(
              Issue.error(
                  Place.ofFile(tables.fileOf(PlaceTables.PACK)),
                  "the table must have one row, but has " + dates.size(),
                  "keep the row with the date of this pack"));
    }
    draft.asOf = dates.isEmpty() ? LocalDate.EPOCH : dates.getFirst().asOf();
    draft.baseYear = dates.isEmpty() ? 1970 : dates.getFirst().baseYear();
  }

  private List<Activity> readActivities() {
    int before = tables.issues().size();
    List<Activity> activities = new ArrayList<>();
    for (List<TableReader.Placed<Technology.Line>> group :
        Technology.groups(
            tables.readPlaced(Technology.TABLE, (line, row) -> {}), TableReader.Placed::value)) {
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
