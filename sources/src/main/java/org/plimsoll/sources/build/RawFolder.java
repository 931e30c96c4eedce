package org.plimsoll.sources.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Baci;
import org.plimsoll.sources.dataset.ChineseTrade;
import org.plimsoll.sources.dataset.CountryFigures;
import org.plimsoll.sources.dataset.EuCriticalRawMaterials;
import org.plimsoll.sources.dataset.IeaCriticalMinerals;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.dataset.Tariffs;
import org.plimsoll.sources.dataset.UsgsMineralCommoditySummaries;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.register.Registers;

/**
 * Everything that a build reads from outside the project.
 *
 * @param areas spellings of countries
 * @param readings figures by series
 * @param endUses sectors that use each commodity
 * @param registers facts of policy
 */
record RawFolder(Areas areas, Readings readings, List<EndUse> endUses, Registers registers) {

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
    Loaded<List<EndUse>> endUses =
        new EuCriticalRawMaterials("2023")
            .readEndUses(
                data.resolve("eu_crm_2023/end_use_shares.csv"), hand.commodityOfMaterial());
    Loaded<Registers> registers =
        Registers.read(from.resolve("policy"), data.resolve("policy"), handFolder, areas.value());
    return new Loaded<>(
            new RawFolder(
                areas.value(), new Readings(readings), endUses.value(), registers.value()),
            issues,
            rows)
        .and(endUses)
        .and(registers);
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
