package org.plimsoll.sources.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.CaseTable;
import org.plimsoll.sources.GeneratedPage;

/** Every layout that there is a reader for, with an excerpt of a file in it. */
enum Excerpt {
  USGS("usgs-mcs", "2026", "data release of 2026, long", "usgs-mcs-2026.csv"),
  USGS_WIDE("usgs-mcs", "2025", "world data of 2025, wide", "usgs-mcs-2025.csv"),
  USGS_PRICES("usgs-mcs", "2026", "yearly prices, converted", "usgs-prices-2026.csv"),
  USGS_QUOTES("usgs-mcs", "2026", "prices in the chapters, typed", "usgs-quotes-2026.csv"),
  IEA("iea-cmd", "2025", "supply by country, tidy", "iea-cmd-2025.csv"),
  IEA_SUPPLY_SHEET(
      "iea-cmd",
      "2025",
      "sheet of supply, as the Agency publishes it",
      "iea-cmd-2025-supply-sheet.csv"),
  IEA_DEMAND_SHEET(
      "iea-cmd",
      "2025",
      "sheet of demand, as the Agency publishes it",
      "iea-cmd-2025-demand-sheet.csv"),
  IEA_CLEAN_SHEET(
      "iea-cmd",
      "2025",
      "sheets of demand for clean energy, as the Agency publishes them",
      "iea-cmd-2025-networks-sheet.csv"),
  IEA_USES("iea-cmd", "2025", "demand by use, tidy", "iea-cmd-2025-demand.csv"),
  BGS_DOWNLOAD("bgs-wms", "2025", "download, as the Survey publishes it", "bgs-wms-download.csv"),
  BGS("bgs-wms", "2025", "extract of output", "bgs-wms-2025.csv"),
  BGS_SHARES("bgs-shares", "2026", "extract of shares in refining", "bgs-shares-2026.csv"),
  WMD_SHEET("wmd", "2024", "sheet of a material, as the Ministry publishes it", "wmd-sheet.csv"),
  WMD("wmd", "2024", "extract of output", "wmd-2024.csv"),
  WMD_LARGEST("wmd-top5", "2026", "extract of the five largest, 2024", "wmd-top5-2026.csv"),
  EU_SUPPLY("eu-crm", "2023", "supply by country", "eu-crm-2023-supply.csv"),
  EU_APPENDIX_SUPPLY(
      "eu-crm", "2023", "appendix 7, as the study prints it", "eu-crm-2023-appendix-supply.csv"),
  EU_APPENDIX_USE(
      "eu-crm", "2023", "appendix 6, as the study prints it", "eu-crm-2023-appendix-use.csv"),
  EU_SOURCING("eu-crm-sourcing", "2023", "supply by country", "eu-crm-2023-sourcing.csv"),
  EU_USE("eu-crm", "2023", "end use by sector", "eu-crm-2023-use.csv"),
  BACI("baci", "202601", "extract by exporter and importer", "baci-202601.csv"),
  BACI_RELEASE("baci", "202601", "release, as CEPII publishes it", "baci-release.csv"),
  BACI_EXPORTS("baci", "202601", "extract of exporters' totals", "baci-202601-exports.csv"),
  US_TRADE("us-trade", "2025", "extract by partner", "us-trade-2025.csv"),
  COMTRADE_API("un-comtrade", "2024", "API and bulk download, ISO codes", "comtrade-api.csv"),
  COMTRADE_BULK("un-comtrade", "2024", "bulk download, numeric codes", "comtrade-bulk.csv"),
  COMTRADE_SIDES("un-comtrade", "2024", "extract, both sides", "comtrade-both-sides.csv"),
  COMTRADE_FLOWS("comtrade-shares", "2024", "extract, by partner", "comtrade-flows.csv"),
  COMTRADE_TOTALS("comtrade-shares", "2024", "extract, totals of reporters", "comtrade-totals.csv"),
  COMTRADE_GROUPS(
      "comtrade-shares", "2024", "extract, totals of a group of codes", "comtrade-groups.csv"),
  COMTRADE_GROUP_FLOWS(
      "comtrade-shares",
      "2024",
      "extract, largest import flows of a group of codes",
      "comtrade-group-flows.csv"),
  AUS_REQ("aus-req", "2025-06", "market balance, tidy", "aus-req-2025.csv"),
  EU_RECYCLING("eu-crm-2017.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new EuRecycling("2017")
          .read(file, Map.of("Antimony", List.of("antimony"), "Gallium", List.of("gallium")));
    }
  },
  IEA_DEMAND("iea-cmd-2025-demand.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new IeaDemand("2025")
          .readGrowth(
              file,
              Map.of(
                  "Cobalt",
                  List.of("cobalt"),
                  "Magnet rare earth elements",
                  List.of("neodymium-praseodymium", "dysprosium")),
              2040);
    }
  },
  FREIGHT("freight-margins.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return FreightMargins.read(file);
    }
  },
  CHINESE_EXPORTS("china-customs", "2024", "monthly exports by partner", "china-customs-2024.csv"),
  RARE_EARTH_IMPORTS("ree-imports", "2025", "imports of rare earths by origin", "ree-imports.csv"),
  TARIFFS("tariffs", "2025", "collection of rates", "tariffs-2025.csv"),
  MANUFACTURING("wdi", "2024", "manufacturing value added, newest year", "wdi-mva.csv"),
  GOVERNANCE_LONG("wgi", "2024", "long, as the Bank publishes it", "wgi-long.csv"),
  GOVERNANCE_SHEET(
      "wgi", "2025", "sheet of an indicator, as the Bank publishes it (edition of 2025)", "pv.csv"),
  GOVERNANCE_WIDE("wgi", "2024", "wide, a column a year (DataBank)", "wgi-wide.csv"),
  GOVERNANCE("wgi", "2024", "mean of the six indicators, newest year", "wgi-mean.csv");

  /** Between cells, not inside quotation marks. */
  private static final Pattern CELLS = Pattern.compile("[,\\t](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private final String dataset;
  private final String edition;
  private final String layout;
  private final String resource;

  Excerpt(String dataset, String edition, String layout, String resource) {
    this.dataset = dataset;
    this.edition = edition;
    this.layout = layout;
    this.resource = resource;
  }

  /** An excerpt that is read by a reader of its own, not as a file of a dataset. */
  Excerpt(String resource) {
    this("", "", "", resource);
  }

  /** The excerpts of layouts that datasets.csv may bring. */
  static List<Excerpt> ofLayouts() {
    return Stream.of(values()).filter(excerpt -> !excerpt.layout.isEmpty()).toList();
  }

  String dataset() {
    return dataset;
  }

  /** The name of its file. */
  String resource() {
    return resource;
  }

  /** The name of the layout that the excerpt is in. */
  String layout() {
    return layout;
  }

  /** The layout that its first two rows show. */
  Layout found() {
    List<List<String>> top =
        text()
            .lines()
            .limit(2)
            .map(line -> CELLS.splitAsStream(line).map(Excerpt::bare).toList())
            .toList();
    return Datasets.nearest(Datasets.find(dataset, edition).orElseThrow().layouts(), top);
  }

  private static String bare(String cell) {
    return new String(
        cell.replace("\"", "").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Reads a file of this dataset; every figure or end use that it gives. */
  Loaded<? extends List<?>> read(Path file, Areas areas) {
    Wanted wanted =
        new Wanted(areas, 2024, Set.of("811010", "850511"), Map.of("Gallium", List.of("gallium")));
    return Datasets.read(dataset, edition, Path.of(""), List.of(file.toString()), wanted)
        .map(figures -> {
          List<Object> all = new ArrayList<>(figures.readings());
          all.addAll(figures.endUses());
          return all;
        });
  }

  /** The excerpt's text, one character a byte. */
  String text() {
    return CaseTable.resource(Excerpt.class, resource);
  }

  /** Writes a text of this layout into a folder, under the excerpt's name. */
  Path write(String text, Path folder) throws IOException {
    return Files.writeString(folder.resolve(resource), text, StandardCharsets.ISO_8859_1);
  }

  /** The excerpt of country codes with the project's own spellings. */
  static Areas areas(Path folder) throws IOException {
    Path codes =
        Files.writeString(
            folder.resolve("codes.csv"),
            CaseTable.resource(Excerpt.class, "baci-country-codes.csv"),
            StandardCharsets.ISO_8859_1);
    Loaded<Areas> areas =
        Areas.read(codes, GeneratedPage.root().resolve("world/hand/country_names.csv"));
    if (areas.hasErrors()) {
      throw new IllegalStateException(areas.issues().toString());
    }
    return areas.value();
  }
}
