package org.plimsoll.sources.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.ProductsInUse;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.Recycling;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Baci;
import org.plimsoll.sources.dataset.ChineseTrade;
import org.plimsoll.sources.dataset.CountryFigures;
import org.plimsoll.sources.dataset.EuCriticalRawMaterials;
import org.plimsoll.sources.dataset.EuRecycling;
import org.plimsoll.sources.dataset.FreightMargins;
import org.plimsoll.sources.dataset.IeaCriticalMinerals;
import org.plimsoll.sources.dataset.IeaDemand;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.dataset.Tariffs;
import org.plimsoll.sources.dataset.UsgsMineralCommoditySummaries;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.pack.HandTables;
import org.plimsoll.sources.register.Registers;

/**
 * Everything that a build reads from outside the project.
 *
 * @param areas spellings of countries
 * @param readings figures by series
 * @param endUses sectors that use each commodity
 * @param inUse what materials end in, and what comes back
 * @param resilience costs of carrying, keeping and beginning; stocks; disruptions
 * @param registers facts of policy
 */
record RawFolder(
    Areas areas,
    Readings readings,
    List<EndUse> endUses,
    ProductsInUse inUse,
    Resilience resilience,
    Registers registers) {
  /** Outlooks beyond this year are not kept. */
  private static final int LAST_YEAR = 2040;

  /**
   * Reads the folder with the readers that the world needs.
   *
   * @param from folder that holds {@code data/} and {@code policy/}
   * @param handFolder folder of hand-written rules
   * @param hand those rules
   */
  static Loaded<RawFolder> read(Path from, Path handFolder, Hand hand) {
    Path data = from.resolve("data");
    Loaded<Areas> areas =
        Areas.read(
            data.resolve("countries/baci_country_codes_V202601.csv"),
            handFolder.resolve("country_names.csv"));
    List<Loaded<List<Reading>>> parts = readAll(data, hand, areas.value());
    List<Reading> readings = new ArrayList<>();
    List<Issue> issues = new ArrayList<>(areas.issues());
    RowCount rows = areas.rows();
    for (Loaded<List<Reading>> part : parts) {
      readings.addAll(part.value());
      issues.addAll(part.issues());
      rows = rows.plus(part.rows());
    }
    Map<String, List<String>> materials = hand.commoditiesOfMaterial();
    Loaded<List<EndUse>> endUses =
        new EuCriticalRawMaterials("2023")
            .readEndUses(data.resolve("eu_crm_2023/end_use_shares.csv"), materials);
    Loaded<List<DemandGrowth>> growth =
        new IeaDemand("2025")
            .readGrowth(data.resolve("iea_cmd_2025/demand_by_use.csv"), materials, LAST_YEAR);
    Loaded<List<Recycling>> recycling =
        new EuRecycling("2017")
            .read(
                data.resolve("eu_crm_2023/eu_2017_study_substitution_recycling_reliance.csv"),
                materials);
    Loaded<List<FreightMargins.Margin>> margins =
        FreightMargins.read(data.resolve("parameters/tariffs_freight.csv"));
    Loaded<HandTables.Written> written = HandTables.read(handFolder, known(hand, areas.value()));
    Loaded<Registers> registers =
        Registers.read(from.resolve("policy"), data.resolve("policy"), handFolder, areas.value());
    ProductsInUse byHand = written.value().inUse();
    Resilience kept = written.value().resilience();
    return new Loaded<>(
            new RawFolder(
                areas.value(),
                new Readings(readings),
                joined(endUses.value(), written.value().endUses()),
                new ProductsInUse(
                    byHand.bills(),
                    byHand.volumes(),
                    joined(growth.value(), byHand.growth()),
                    joined(recycling.value(), byHand.recycling())),
                new Resilience(
                    joined(FreightRates.of(hand.products(), margins.value()), kept.freight()),
                    kept.storage(),
                    kept.projectCosts(),
                    kept.stockpiles(),
                    kept.disruptions()),
                registers.value()),
            issues,
            rows)
        .and(endUses)
        .and(growth)
        .and(recycling)
        .and(margins)
        .and(written)
        .and(registers);
  }

  private static <T> List<T> joined(List<T> read, List<T> written) {
    return Stream.concat(read.stream(), written.stream()).toList();
  }

  /** What hand-written tables may name. */
  private static HandTables.Known known(Hand hand, Areas areas) {
    Set<String> countries = new TreeSet<>();
    areas.listNames().keySet().stream()
        .filter(code -> code.matches("[A-Z]{3}"))
        .forEach(countries::add);
    return new HandTables.Known(
        ids(hand.datasets(), files -> files.dataset().id()),
        countries,
        ids(hand.territories(), Evidence.Territory::id),
        ids(hand.commodities(), Commodity::id),
        ids(hand.products(), product -> product.id().toString()));
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> idOf) {
    return rows.stream().map(idOf).collect(Collectors.toSet());
  }

  private static List<Loaded<List<Reading>>> readAll(Path data, Hand hand, Areas areas) {
    UsgsMineralCommoditySummaries usgs = new UsgsMineralCommoditySummaries("2026");
    ChineseTrade china = new ChineseTrade();
    return List.of(
        usgs.readRelease(data.resolve("usgs_mcs2026/MCS2026_Commodities_Data_utf8.csv"), areas),
        usgs.readYearlyPrices(data.resolve("world_compact/prices_2021_2025.csv")),
        usgs.readQuotes(data.resolve("prices/usgs_mcs2026_quotes_in_year.csv")),
        new IeaCriticalMinerals("2025")
            .readSupply(data.resolve("iea_cmd_2025/supply_by_country.csv"), areas),
        new EuCriticalRawMaterials("2023")
            .readSupplyShares(data.resolve("eu_crm_2023/global_supply_shares.csv"), areas),
        new Baci("202601")
            .readYear(
                data.resolve("baci/baci_hs17_critical_2018_2024.csv"),
                hand.baseYear(),
                codes(hand),
                areas),
        china.readExports(
            data.resolve("china_exports_monthly/china_exports_hs6_by_partner_2017_2024.csv"),
            hand.baseYear(),
            areas),
        china.readRareEarthImports(
            data.resolve("ree_trade/china_ree_imports_reo_2023_2025.csv"), areas),
        CountryFigures.readManufacturing(data.resolve("economy/mva_gdp.csv")),
        CountryFigures.readGovernance(data.resolve("wgi/wgi_mean_six_latest.csv"), areas),
        Tariffs.readMostFavouredNation(data.resolve("parameters/tariffs_freight.csv")));
  }

  private static Set<String> codes(Hand hand) {
    Set<String> codes = new TreeSet<>();
    hand.products().forEach(product -> codes.addAll(product.hsCodes()));
    return codes;
  }
}
