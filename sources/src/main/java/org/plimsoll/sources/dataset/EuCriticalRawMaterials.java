package org.plimsoll.sources.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.sources.table.Row;

/**
 * Study on the critical raw materials for the EU: shares of world supply, shares of the Union's own
 * sourcing, and shares of end use, averages of about 2016 to 2020 in the study of 2023.
 *
 * <p>Series: {@code eu-crm/MATERIAL/STAGE} as shares of the world, {@code
 * eu-crm-sourcing/MATERIAL/STAGE} as shares of the Union's supply (flows to {@code EU27}); stage E
 * (extraction) or P (processing). The two tables have the same header: which of them a file is, its
 * dataset says.
 */
record EuCriticalRawMaterials(String dataset, String edition) implements DatasetReader {
  private static final String UNION = "EU27";

  /**
   * @param edition the year of the study, for example {@code 2023}
   */
  static EuCriticalRawMaterials ofWorld(String edition) {
    return new EuCriticalRawMaterials("eu-crm", edition);
  }

  static EuCriticalRawMaterials ofUnion(String edition) {
    return new EuCriticalRawMaterials("eu-crm-sourcing", edition);
  }

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "supply by country",
            "material,stage,country,share",
            "share, 0 to 1",
            "`" + dataset + "/MATERIAL/STAGE` as a share; the study's one period",
            (row, wanted) ->
                List.of(
                    readShare(
                        row,
                        "country",
                        row.text("material") + "/" + row.text("stage"),
                        Fields.share(row, "share"),
                        wanted.areas()))),
        Layout.ofRows(
            "appendix 7, as the study prints it",
            "Material,Stage,Country,Share",
            "per cent with its sign; `<0.1%` is read as half of it",
            "`" + dataset + "/MATERIAL/STAGE` as a share; the study's one period",
            (row, wanted) ->
                List.of(
                    readShare(
                        row,
                        "Country",
                        row.text("Material") + "/" + row.text("Stage"),
                        Fields.printedShare(row, "Share"),
                        wanted.areas()))),
        endUses(
            "appendix 6, as the study prints it",
            "per cent with its sign; million EUR",
            new EndUseColumns("Material", "Application", "Share", "NACE sector", "VA in million €"),
            Fields::printedShare),
        endUses(
            "end use by sector",
            "share, 0 to 1; million EUR",
            new EndUseColumns(
                "material", "application", "share", "nace_sector", "value_added_meur"),
            Fields::share));
  }

  /** The names of the columns of a table of end uses. */
  private record EndUseColumns(
      String material, String application, String share, String sector, String valueAdded) {
    String header() {
      return String.join(",", material, application, share, sector, valueAdded);
    }
  }

  private Layout endUses(
      String name, String units, EndUseColumns columns, ToDoubleBiFunction<Row, String> readShare) {
    return Layout.of(
        name,
        columns.header(),
        units,
        "no series: the end uses of the commodities in `materials.csv`",
        (csv, file, wanted) -> {
          Set<String> seen = new HashSet<>();
          return csv.read(file, row -> readEndUse(row, columns, readShare, wanted, seen))
              .map(uses -> new Figures(List.of(), uses.stream().flatMap(List::stream).toList()));
        });
  }

  private Reading readShare(Row row, String country, String name, double share, Areas areas) {
    boolean world = dataset.equals("eu-crm");
    return new Reading(
        dataset + "/" + name,
        row.parsed(country, areas::getCode),
        world ? "" : UNION,
        period(),
        share,
        Status.READ,
        new Source(
            dataset, edition, (world ? "supply " : "sourcing ") + name + ", " + row.text(country)));
  }

  /** The study of 2023 averages these years; another says nothing of them in its tables. */
  private String period() {
    return edition.equals("2023") ? "2016-2020" : "study of " + edition;
  }

  /**
   * @param seen rows of the file so far
   */
  private List<EndUse> readEndUse(
      Row row,
      EndUseColumns columns,
      ToDoubleBiFunction<Row, String> readShare,
      Wanted wanted,
      Set<String> seen) {
    String material = row.text(columns.material());
    String application = row.text(columns.application());
    List<String> commodities = wanted.commoditiesOfMaterial().getOrDefault(material, List.of());
    if (commodities.isEmpty()) {
      throw row.skip("no commodity of the world is called " + material);
    }
    if (row.findText(columns.sector()).isEmpty()) {
      throw row.skip("no sector given for " + application);
    }
    String use = material + ", " + application;
    if (!seen.add(use)) {
      throw row.skip("the study has this use in an earlier row: " + use);
    }
    String sector = row.text(columns.sector()).replaceAll(" - .*", "");
    double share = readShare.applyAsDouble(row, columns.share());
    double valueAdded = row.amount(columns.valueAdded());
    Source source = new Source(dataset, edition, "use " + use);
    return commodities.stream()
        .map(commodity ->
            new EndUse(
                commodity,
                "EU27",
                application,
                sector,
                share,
                valueAdded,
                true,
                new Provenance(source, Grade.B, Status.READ, "")))
        .toList();
  }
}
