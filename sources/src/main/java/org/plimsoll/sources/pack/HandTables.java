package org.plimsoll.sources.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.plimsoll.model.evidence.ProductsInUse;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.EndUse;
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
   */
  public record Known(
      Set<String> datasets,
      Set<String> countries,
      Set<String> territories,
      Set<String> commodities,
      Set<String> products) {
    public Known {
      datasets = Set.copyOf(datasets);
      countries = Set.copyOf(countries);
      territories = Set.copyOf(territories);
      commodities = Set.copyOf(commodities);
      products = Set.copyOf(products);
    }
  }

  /** What was written. */
  public record Written(List<EndUse> endUses, ProductsInUse inUse, Resilience resilience) {
    public Written {
      endUses = List.copyOf(endUses);
    }
  }

  /**
   * Reads the files that are in the folder; a table without one has no rows by hand. Rows about a
   * commodity that the world does not have are skipped with that reason.
   */
  public static Loaded<Written> read(Path hand, Known known) {
    TableReader tables = new TableReader(hand, new Waiting(hand, known));
    tables.names().add(PlaceTables.DATASETS, known.datasets());
    tables.names().add(PlaceTables.COUNTRY_LIST, known.countries());
    tables.names().add(PlaceTables.TERRITORIES, known.territories());
    tables.names().add(PlaceTables.COMMODITIES, known.commodities());
    tables.names().add(PlaceTables.PRODUCTS, known.products());
    tables.names().add(Technology.TABLE, Set.of());
    return tables.loaded(
        new Written(tables.plain(UseTables.END_USES), tables.inUse(), tables.resilience()));
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
          String commodity = row.optionalText(column.name());
          if (!commodity.equals("*") && !known.commodities().contains(commodity)) {
            throw row.skip("the world has no commodity '" + commodity + "' yet");
          }
        }
      }
    }
  }
}
