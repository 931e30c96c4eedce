package org.plimsoll.sources.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.EvidenceDraft;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.table.Row;

/** Tables that people write in the pack's own schema, each row with its source. */
public final class HandTables {
  private HandTables() {}

  /**
   * What rows may name.
   *
   * @param datasets identifiers of datasets
   * @param countries codes
   * @param territories identifiers
   * @param commodities identifiers; rows about others wait until the world has them
   * @param products {@code commodity/stage}
   * @param projects rows of the register
   * @param controls rows of the register
   * @param commitments rows of the register
   */
  public record Known(
      Set<String> datasets,
      Set<String> countries,
      Set<String> territories,
      Set<String> commodities,
      Set<String> products,
      Set<String> projects,
      Set<String> controls,
      Set<String> commitments) {
    public Known {
      datasets = Set.copyOf(datasets);
      countries = Set.copyOf(countries);
      territories = Set.copyOf(territories);
      commodities = Set.copyOf(commodities);
      products = Set.copyOf(products);
      projects = Set.copyOf(projects);
      controls = Set.copyOf(controls);
      commitments = Set.copyOf(commitments);
    }
  }

  /** The tables that people write whole, in the order of the pack. */
  private static final Set<Table<?>> WRITTEN =
      Set.of(
          VolumeTables.PRICE_HISTORY,
          WordTables.VALUATIONS,
          WordTables.RATES,
          WordTables.LIMITS,
          UseTables.END_USES,
          UseTables.BILLS_OF_MATERIALS,
          UseTables.PRODUCT_VOLUMES,
          UseTables.DEMAND_GROWTH,
          UseTables.RECYCLING,
          ResilienceTables.FREIGHT,
          ResilienceTables.STORAGE,
          ResilienceTables.PROJECT_COSTS,
          ResilienceTables.STOCKPILES,
          ResilienceTables.DISRUPTIONS,
          ResilienceTables.DISRUPTION_RATES,
          DevelopmentTables.COMMITMENT_DATES,
          DevelopmentTables.COMMITMENT_EVENTS,
          DevelopmentTables.CONTROL_CHANGES,
          DevelopmentTables.CONTROL_SCOPES,
          DevelopmentTables.PARTY_NAMES,
          DevelopmentTables.PROJECT_TIES);

  /**
   * Reads the files that are in the folder; a table without one has no rows by hand. Rows about a
   * commodity that the world does not have are skipped with that reason.
   *
   * @return evidence that holds these tables and nothing else
   */
  public static Loaded<Evidence> read(Path hand, Known known) {
    TableReader tables = new TableReader(hand, new Waiting(hand, known));
    tables.names().add(PlaceTables.DATASETS, known.datasets());
    tables.names().add(PlaceTables.COUNTRY_LIST, known.countries());
    tables.names().add(PlaceTables.TERRITORIES, known.territories());
    tables.names().add(PlaceTables.COMMODITIES, known.commodities());
    tables.names().add(PlaceTables.PRODUCTS, known.products());
    tables.names().add(Technology.TABLE, Set.of());
    tables.names().add(RegisterTables.PROJECTS, known.projects());
    tables.names().add(RegisterTables.EXPORT_CONTROLS, known.controls());
    tables.names().add(RegisterTables.COMMITMENTS, known.commitments());
    EvidenceDraft draft = new EvidenceDraft();
    for (Bound<?> bound : Pack.TABLES) {
      if (WRITTEN.contains(bound.table())) {
        bound.read(tables, draft);
      }
    }
    return tables.loaded(draft.toEvidence());
  }

  /** Skips what waits for its commodity, and tables that nobody wrote. */
  private record Waiting(Path hand, Known known) implements TableReader.Gate {
    @Override
    public boolean isThere(Table<?> table) {
      return Files.exists(hand.resolve(table.fileName()));
    }

    @Override
    public void pass(Table<?> table, Row row) {
      for (Column<?> column : table.columns()) {
        if (column.kind() == Column.Kind.COMMODITY || column.kind() == Column.Kind.SCOPE) {
          String commodity = row.optionalText(column.name()).split("/", 2)[0];
          if (!commodity.equals("*") && !known.commodities().contains(commodity)) {
            throw row.skip("the world has no commodity '" + commodity + "' yet");
          }
        }
      }
    }
  }
}
