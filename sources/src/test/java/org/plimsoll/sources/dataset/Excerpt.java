package org.plimsoll.sources.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.CaseTable;
import org.plimsoll.sources.GeneratedPage;

/** Every layout that there is a reader for, with a real excerpt and the call that reads it. */
enum Excerpt {
  USGS("usgs-mcs-2026.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new UsgsMineralCommoditySummaries("2026").readRelease(file, areas);
    }
  },
  USGS_PRICES("usgs-prices-2026.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new UsgsMineralCommoditySummaries("2026").readYearlyPrices(file);
    }
  },
  USGS_QUOTES("usgs-quotes-2026.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new UsgsMineralCommoditySummaries("2026").readQuotes(file);
    }
  },
  IEA("iea-cmd-2025.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new IeaCriticalMinerals("2025").readSupply(file, areas);
    }
  },
  EU_SUPPLY("eu-crm-2023-supply.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new EuCriticalRawMaterials("2023").readSupplyShares(file, areas);
    }
  },
  EU_USE("eu-crm-2023-use.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new EuCriticalRawMaterials("2023")
          .readEndUses(file, Map.of("Gallium", List.of("gallium")));
    }
  },
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
  BACI("baci-202601.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new Baci("202601").readYear(file, 2024, Set.of("811010", "850511"), areas);
    }
  },
  CHINESE_EXPORTS("china-customs-2024.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new ChineseTrade().readExports(file, 2024, areas);
    }
  },
  RARE_EARTH_IMPORTS("ree-imports.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return new ChineseTrade().readRareEarthImports(file, areas);
    }
  },
  TARIFFS("tariffs-2025.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return Tariffs.readMostFavouredNation(file);
    }
  },
  MANUFACTURING("wdi-mva.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return CountryFigures.readManufacturing(file);
    }
  },
  GOVERNANCE("wgi-mean.csv") {
    @Override
    Loaded<? extends List<?>> read(Path file, Areas areas) {
      return CountryFigures.readGovernance(file, areas);
    }
  };

  private final String resource;

  Excerpt(String resource) {
    this.resource = resource;
  }

  /** Reads a file of this layout. */
  abstract Loaded<? extends List<?>> read(Path file, Areas areas);

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
