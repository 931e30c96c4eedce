package org.plimsoll.sources.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.ProductsInUse;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;

/**
 * The world pack: a folder with one CSV file per table of the evidence and {@code manifest.json}
 * with their hashes.
 *
 * <p>Law: {@code read(world).value()} after {@code write(evidence, world)} equals {@code
 * inFileOrder(evidence)}; the same evidence gives the same bytes.
 */
public final class Pack {
  private Pack() {}

  /** One table with its rows. */
  private record Sheet<T>(Table<T> table, List<T> rows) {
    String print() {
      return table.print(rows);
    }

    List<String> datasets() {
      return table.datasets(rows);
    }
  }

  /**
   * Writes every table and the manifest; the folder is made if it is missing. The manifest comes
   * last, so a write that was interrupted does not pass {@link #verify}.
   *
   * @throws IllegalArgumentException if two rows of a table share their key, or a value would not
   *     read back as it is (no file is written then)
   * @throws IOException if a file cannot be written
   */
  public static void write(Evidence evidence, Path world) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Sheet<?> sheet : sheets(evidence)) {
      files.put(sheet.table().fileName(), sheet.print().getBytes(StandardCharsets.UTF_8));
    }
    Files.createDirectories(world);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(world.resolve(file.getKey()), file.getValue());
    }
    Manifest.of(evidence.asOf().toString(), files).write(world);
  }

  /**
   * Reads every table and checks them against one another. The value holds the accepted rows only:
   * if the result {@link Loaded#hasErrors has errors}, show the issues and do not compute with it.
   *
   * @param world the folder; issues name its files as {@code world/table.csv}
   */
  public static Loaded<Evidence> read(Path world) {
    return new PackReader(world).read();
  }

  /**
   * Compares the tables with the hashes in the manifest.
   *
   * @return one issue per table that was changed, is missing or was added; empty if none
   */
  public static List<Issue> verify(Path world) {
    return Manifest.verify(world);
  }

  /** Identifiers of the datasets that any row cites. */
  public static SortedSet<String> citedDatasets(Evidence evidence) {
    SortedSet<String> cited = new TreeSet<>();
    sheets(evidence).forEach(sheet -> cited.addAll(sheet.datasets()));
    return cited;
  }

  /** The same evidence with its rows in the order in which the pack's files hold them. */
  public static Evidence inFileOrder(Evidence evidence) {
    return new Evidence(
        evidence.asOf(),
        evidence.baseYear(),
        PlaceTables.TERRITORIES.sort(evidence.territories()),
        PlaceTables.COUNTRY_LIST.sort(evidence.countries()),
        PlaceTables.COMMODITIES.sort(evidence.commodities()),
        PlaceTables.PRODUCTS.sort(evidence.products()),
        Technology.sort(evidence.activities()),
        VolumeTables.PARAMETERS.sort(evidence.parameters()),
        VolumeTables.PRODUCTION.sort(evidence.productions()),
        VolumeTables.CONSUMPTION.sort(evidence.uses()),
        VolumeTables.TRADE.sort(evidence.flows()),
        VolumeTables.PRICES.sort(evidence.prices()),
        VolumeTables.TARIFFS.sort(evidence.duties()),
        UseTables.END_USES.sort(evidence.endUses()),
        inFileOrder(evidence.inUse()),
        inFileOrder(evidence.resilience()),
        RegisterTables.PROJECTS.sort(evidence.projects()),
        RegisterTables.EXPORT_CONTROLS.sort(evidence.exportControls()),
        RegisterTables.COMMITMENTS.sort(evidence.commitments()),
        RegisterTables.PARTNERS.sort(evidence.partners()),
        RegisterTables.FACTS.sort(evidence.facts()),
        PlaceTables.DATASETS.sort(evidence.datasets()));
  }

  private static ProductsInUse inFileOrder(ProductsInUse inUse) {
    return new ProductsInUse(
        UseTables.BILLS_OF_MATERIALS.sort(inUse.bills()),
        UseTables.PRODUCT_VOLUMES.sort(inUse.volumes()),
        UseTables.DEMAND_GROWTH.sort(inUse.growth()),
        UseTables.RECYCLING.sort(inUse.recycling()));
  }

  private static Resilience inFileOrder(Resilience resilience) {
    return new Resilience(
        ResilienceTables.FREIGHT.sort(resilience.freight()),
        ResilienceTables.STORAGE.sort(resilience.storage()),
        ResilienceTables.PROJECT_COSTS.sort(resilience.projectCosts()),
        ResilienceTables.STOCKPILES.sort(resilience.stockpiles()),
        ResilienceTables.DISRUPTIONS.sort(resilience.disruptions()));
  }

  /** Every table, in the order in which they name one another. */
  static List<Table<?>> listTables() {
    List<Table<?>> tables = new ArrayList<>();
    tables.add(PlaceTables.PACK);
    tables.add(PlaceTables.DATASETS);
    tables.add(PlaceTables.COUNTRY_LIST);
    tables.add(PlaceTables.TERRITORIES);
    tables.add(PlaceTables.COMMODITIES);
    tables.add(PlaceTables.PRODUCTS);
    tables.add(Technology.TABLE);
    tables.add(VolumeTables.PARAMETERS);
    tables.add(VolumeTables.PRODUCTION);
    tables.add(VolumeTables.CONSUMPTION);
    tables.add(VolumeTables.TRADE);
    tables.add(VolumeTables.PRICES);
    tables.add(VolumeTables.TARIFFS);
    tables.add(UseTables.END_USES);
    tables.add(UseTables.BILLS_OF_MATERIALS);
    tables.add(UseTables.PRODUCT_VOLUMES);
    tables.add(UseTables.DEMAND_GROWTH);
    tables.add(UseTables.RECYCLING);
    tables.add(ResilienceTables.FREIGHT);
    tables.add(ResilienceTables.STORAGE);
    tables.add(ResilienceTables.PROJECT_COSTS);
    tables.add(ResilienceTables.STOCKPILES);
    tables.add(ResilienceTables.DISRUPTIONS);
    tables.add(RegisterTables.PROJECTS);
    tables.add(RegisterTables.EXPORT_CONTROLS);
    tables.add(RegisterTables.COMMITMENTS);
    tables.add(RegisterTables.PARTNERS);
    tables.add(RegisterTables.FACTS);
    return tables;
  }

  private static List<Sheet<?>> sheets(Evidence evidence) {
    return List.of(
        new Sheet<>(
            PlaceTables.PACK, List.of(new PlaceTables.Dates(evidence.asOf(), evidence.baseYear()))),
        new Sheet<>(PlaceTables.DATASETS, evidence.datasets()),
        new Sheet<>(PlaceTables.COUNTRY_LIST, evidence.countries()),
        new Sheet<>(PlaceTables.TERRITORIES, evidence.territories()),
        new Sheet<>(PlaceTables.COMMODITIES, evidence.commodities()),
        new Sheet<>(PlaceTables.PRODUCTS, evidence.products()),
        new Sheet<>(Technology.TABLE, Technology.toLines(evidence.activities())),
        new Sheet<>(VolumeTables.PARAMETERS, evidence.parameters()),
        new Sheet<>(VolumeTables.PRODUCTION, evidence.productions()),
        new Sheet<>(VolumeTables.CONSUMPTION, evidence.uses()),
        new Sheet<>(VolumeTables.TRADE, evidence.flows()),
        new Sheet<>(VolumeTables.PRICES, evidence.prices()),
        new Sheet<>(VolumeTables.TARIFFS, evidence.duties()),
        new Sheet<>(UseTables.END_USES, evidence.endUses()),
        new Sheet<>(UseTables.BILLS_OF_MATERIALS, evidence.inUse().bills()),
        new Sheet<>(UseTables.PRODUCT_VOLUMES, evidence.inUse().volumes()),
        new Sheet<>(UseTables.DEMAND_GROWTH, evidence.inUse().growth()),
        new Sheet<>(UseTables.RECYCLING, evidence.inUse().recycling()),
        new Sheet<>(ResilienceTables.FREIGHT, evidence.resilience().freight()),
        new Sheet<>(ResilienceTables.STORAGE, evidence.resilience().storage()),
        new Sheet<>(ResilienceTables.PROJECT_COSTS, evidence.resilience().projectCosts()),
        new Sheet<>(ResilienceTables.STOCKPILES, evidence.resilience().stockpiles()),
        new Sheet<>(ResilienceTables.DISRUPTIONS, evidence.resilience().disruptions()),
        new Sheet<>(RegisterTables.PROJECTS, evidence.projects()),
        new Sheet<>(RegisterTables.EXPORT_CONTROLS, evidence.exportControls()),
        new Sheet<>(RegisterTables.COMMITMENTS, evidence.commitments()),
        new Sheet<>(RegisterTables.PARTNERS, evidence.partners()),
        new Sheet<>(RegisterTables.FACTS, evidence.facts()));
  }
}
