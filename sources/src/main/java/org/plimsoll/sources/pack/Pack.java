package org.plimsoll.sources.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.EvidenceDraft;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Sha256;

/**
 * The world pack: a folder with one CSV file per table of the evidence and {@code manifest.json}
 * with their hashes.
 *
 * <p>Law: {@code read(world).value()} after {@code write(evidence, world)} equals {@code
 * inFileOrder(evidence)}; the same evidence gives the same bytes.
 */
public final class Pack {
  private Pack() {}

  /** Every table with its part of the evidence, in the order in which they name one another. */
  static final List<Bound<?>> TABLES =
      List.of(
          new Bound<>(
              PlaceTables.PACK,
              e -> List.of(new PlaceTables.Dates(e.asOf(), e.baseYear())),
              (d, rows) ->
                  rows.forEach(row -> {
                    d.asOf = row.asOf();
                    d.baseYear = row.baseYear();
                  })),
          new Bound<>(PlaceTables.DATASETS, Evidence::datasets, (d, rows) -> d.datasets = rows),
          new Bound<>(
              PlaceTables.COUNTRY_LIST, Evidence::countries, (d, rows) -> d.countries = rows),
          new Bound<>(
              PlaceTables.TERRITORIES, Evidence::territories, (d, rows) -> d.territories = rows),
          new Bound<>(
              PlaceTables.COMMODITIES, Evidence::commodities, (d, rows) -> d.commodities = rows),
          new Bound<>(PlaceTables.PRODUCTS, Evidence::products, (d, rows) -> d.products = rows),
          new Bound<>(
              Technology.TABLE,
              e -> Technology.toLines(e.activities()),
              (d, rows) -> d.activities = Technology.toActivities(rows)),
          new Bound<>(
              VolumeTables.PARAMETERS, Evidence::parameters, (d, rows) -> d.parameters = rows),
          new Bound<>(
              VolumeTables.PRODUCTION, Evidence::productions, (d, rows) -> d.productions = rows),
          new Bound<>(VolumeTables.CONSUMPTION, Evidence::uses, (d, rows) -> d.uses = rows),
          new Bound<>(VolumeTables.TRADE, Evidence::flows, (d, rows) -> d.flows = rows),
          new Bound<>(VolumeTables.PRICES, Evidence::prices, (d, rows) -> d.prices = rows),
          new Bound<>(
              VolumeTables.PRICE_HISTORY, Evidence::pastPrices, (d, rows) -> d.pastPrices = rows),
          new Bound<>(VolumeTables.TARIFFS, Evidence::duties, (d, rows) -> d.duties = rows),
          new Bound<>(
              WordTables.VALUATIONS, Evidence::valuations, (d, rows) -> d.valuations = rows),
          new Bound<>(WordTables.RATES, Evidence::rates, (d, rows) -> d.rates = rows),
          new Bound<>(UseTables.END_USES, Evidence::endUses, (d, rows) -> d.endUses = rows),
          new Bound<>(
              UseTables.BILLS_OF_MATERIALS, e -> e.inUse().bills(), (d, rows) -> d.bills = rows),
          new Bound<>(
              UseTables.PRODUCT_VOLUMES, e -> e.inUse().volumes(), (d, rows) -> d.volumes = rows),
          new Bound<>(
              UseTables.DEMAND_GROWTH, e -> e.inUse().growth(), (d, rows) -> d.growth = rows),
          new Bound<>(
              UseTables.RECYCLING, e -> e.inUse().recycling(), (d, rows) -> d.recycling = rows),
          new Bound<>(
              ResilienceTables.FREIGHT,
              e -> e.resilience().freight(),
              (d, rows) -> d.freight = rows),
          new Bound<>(
              ResilienceTables.STORAGE,
              e -> e.resilience().storage(),
              (d, rows) -> d.storage = rows),
          new Bound<>(
              ResilienceTables.PROJECT_COSTS,
              e -> e.resilience().projectCosts(),
              (d, rows) -> d.projectCosts = rows),
          new Bound<>(
              ResilienceTables.STOCKPILES,
              e -> e.resilience().stockpiles(),
              (d, rows) -> d.stockpiles = rows),
          new Bound<>(
              ResilienceTables.DISRUPTIONS,
              e -> e.resilience().disruptions(),
              (d, rows) -> d.disruptions = rows),
          new Bound<>(
              ResilienceTables.DISRUPTION_RATES,
              e -> e.resilience().disruptionRates(),
              (d, rows) -> d.disruptionRates = rows),
          new Bound<>(RegisterTables.PROJECTS, Evidence::projects, (d, rows) -> d.projects = rows),
          new Bound<>(
              RegisterTables.EXPORT_CONTROLS,
              Evidence::exportControls,
              (d, rows) -> d.exportControls = rows),
          new Bound<>(
              RegisterTables.CONTROL_EFFECTS,
              e -> RegisterTables.toEffects(e.exportControls()),
              (d, rows) -> d.exportControls = RegisterTables.joined(d.exportControls, rows)),
          new Bound<>(
              RegisterTables.COMMITMENTS, Evidence::commitments, (d, rows) -> d.commitments = rows),
          new Bound<>(RegisterTables.PARTNERS, Evidence::partners, (d, rows) -> d.partners = rows),
          new Bound<>(RegisterTables.FACTS, Evidence::facts, (d, rows) -> d.facts = rows),
          new Bound<>(
              DevelopmentTables.COMMITMENT_DATES,
              e -> e.developments().commitmentDates(),
              (d, rows) -> d.commitmentDates = rows),
          new Bound<>(
              DevelopmentTables.COMMITMENT_EVENTS,
              e -> e.developments().commitmentEvents(),
              (d, rows) -> d.commitmentEvents = rows),
          new Bound<>(
              DevelopmentTables.CONTROL_CHANGES,
              e -> e.developments().controlChanges(),
              (d, rows) -> d.controlChanges = rows),
          new Bound<>(
              DevelopmentTables.CONTROL_SCOPES,
              e -> e.developments().controlScopes(),
              (d, rows) -> d.controlScopes = rows),
          new Bound<>(
              DevelopmentTables.PARTY_NAMES,
              e -> e.developments().partyNames(),
              (d, rows) -> d.partyNames = rows),
          new Bound<>(
              DevelopmentTables.PROJECT_TIES,
              e -> e.developments().projectTies(),
              (d, rows) -> d.projectTies = rows),
          new Bound<>(WordTables.LIMITS, Evidence::limits, (d, rows) -> d.limits = rows));

  /**
   * Writes every table and the manifest; the folder is made if it is missing. The manifest comes
   * last, so a write that was interrupted does not pass {@link #verify}.
   *
   * @throws IllegalArgumentException if two rows of a table share their key, or a value would not
   *     read back as it is (no file is written then)
   * @throws IOException if a file cannot be written
   */
  public static void write(Evidence evidence, Path world) throws IOException {
    write(evidence, world, new TreeMap<>());
  }

  /** The same, built by the rules of a folder, whose hashes go into the manifest. */
  public static void write(Evidence evidence, Path world, Path hand) throws IOException {
    write(evidence, world, Manifest.rules(hand));
  }

  private static void write(Evidence evidence, Path world, SortedMap<String, byte[]> rules)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Bound<?> bound : TABLES) {
      files.put(bound.table().fileName(), bound.print(evidence).getBytes(StandardCharsets.UTF_8));
    }
    Files.createDirectories(world);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(world.resolve(file.getKey()), file.getValue());
    }
    files.putAll(rules);
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

  /** The same, with the hashes of what was read beside those of the manifest. */
  public static Loaded<StampedWorld> open(Path world) {
    PackReader reader = new PackReader(world);
    Loaded<Evidence> read = reader.read();
    SortedMap<String, String> hashes = new TreeMap<>(reader.sha256());
    try {
      Manifest.rules(world.resolve("hand"))
          .forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules beside the pack in " + world, e);
    }
    Loaded<SortedMap<String, String>> built = Manifest.readHashes(world);
    PackStamp stamp =
        built.hasErrors()
            ? new PackStamp(hashes, List.of(Manifest.FILE))
            : PackStamp.of(hashes, built.value());
    return read.map(evidence -> new StampedWorld(evidence, stamp));
  }

  /**
   * Stamps registers and the tables by hand anew, and nothing that figures rest on.
   *
   * @param hand the folder of rules
   * @return files whose hash in the manifest changed; none, with issues, if anything else differs
   * @throws IOException if a file cannot be written
   */
  public static Loaded<List<String>> stampRegisters(Path world, Path hand) throws IOException {
    return new Restamp(world, hand).run();
  }

  /**
   * Compares the tables and the rules beside them with the hashes in the manifest.
   *
   * @return one issue per file that was changed, is missing or was added; empty if none
   */
  public static List<Issue> verify(Path world) {
    return Manifest.verify(world);
  }

  /** Identifiers of the datasets that any row cites. */
  public static SortedSet<String> citedDatasets(Evidence evidence) {
    SortedSet<String> cited = new TreeSet<>();
    TABLES.forEach(bound -> cited.addAll(bound.datasets(evidence)));
    return cited;
  }

  /** The same evidence with its rows in the order in which the pack's files hold them. */
  public static Evidence inFileOrder(Evidence evidence) {
    EvidenceDraft draft = new EvidenceDraft();
    TABLES.forEach(bound -> bound.sort(evidence, draft));
    return draft.toEvidence();
  }
}
