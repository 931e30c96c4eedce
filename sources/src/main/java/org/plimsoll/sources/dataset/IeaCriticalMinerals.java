package org.plimsoll.sources.dataset;

import java.util.List;
import java.util.function.BiFunction;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.quantity.MassUnit;
import org.plimsoll.sources.table.Row;

/**
 * IEA Critical Minerals Dataset: supply by country and demand by use.
 *
 * <p>Series: {@code iea-cmd/MINERAL/STAGE} and {@code iea-cmd/MINERAL/Demand/USE/SCENARIO} (area
 * the world) in tonnes.
 *
 * @param edition the year of the edition, for example {@code 2025}
 */
record IeaCriticalMinerals(String edition) implements DatasetReader {
  private static final String DATASET = "iea-cmd";

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofRows(
            "supply by country, tidy",
            "mineral,stage,country,year,value,unit",
            "as `unit` says",
            "`iea-cmd/MINERAL/STAGE` in t",
            (row, wanted) -> List.of(readSupply(row, wanted.areas()))),
        Layout.ofSheet(
            "sheet of supply, as the Agency publishes it",
            "Total supply for key energy transition minerals",
            "as the title says",
            "`iea-cmd/MINERAL/STAGE` in t",
            sheet(IeaSheet::ofSupply)),
        Layout.ofSheet(
            "sheet of demand, as the Agency publishes it",
            "Demand for key energy transition minerals",
            "as the title says",
            "`iea-cmd/MINERAL/Demand/USE/SCENARIO` in t, area WLD",
            sheet(IeaSheet::ofDemand)),
        Layout.ofSheet(
            "sheets of demand for clean energy, as the Agency publishes them",
            "Mineral demand for",
            "as the title says",
            "`iea-cmd/MINERAL/Clean energy demand/USE/SCENARIO` in t, area WLD",
            sheet(IeaSheet::ofCleanEnergy)),
        Layout.ofRows(
            "demand by use, tidy",
            "mineral,use,scenario,year,value,unit",
            "as `unit` says",
            "`iea-cmd/MINERAL/Demand/USE/SCENARIO` in t, area WLD",
            (row, wanted) -> List.of(readDemand(row))));
  }

  /** A sheet is read from the top: what a figure is, the rows above it say. */
  private Layout.FileReader sheet(BiFunction<String, Areas, IeaSheet> start) {
    return (csv, file, wanted) -> {
      IeaSheet sheet = start.apply(edition, wanted.areas());
      return csv.read(file, sheet::read)
          .map(lists -> Figures.of(lists.stream().flatMap(List::stream).toList()));
    };
  }

  private Reading readSupply(Row row, Areas areas) {
    String unit = row.text("unit");
    if (unit.equals("share")) {
      throw row.skip("a share, computed again where needed");
    }
    String name = row.text("mineral") + "/" + row.text("stage");
    String country = row.text("country");
    return Reading.of(
        DATASET + "/" + name,
        row.parsed("country", areas::getCode),
        Fields.year(row, "year"),
        row.parsed("unit", MassUnit::parse).toTonnes(row.amount("value")),
        new Source(DATASET, edition, name + ", " + country + ", " + row.text("year")));
  }

  private Reading readDemand(Row row) {
    if (!row.text("unit").equals("kt")) {
      throw row.skip("'" + row.text("unit") + "' is not a unit of mass that the model uses");
    }
    String name = row.text("mineral") + "/Demand/" + row.text("use") + "/" + row.text("scenario");
    return Reading.of(
        DATASET + "/" + name,
        Areas.WORLD,
        Fields.year(row, "year"),
        row.parsed("unit", MassUnit::parse).toTonnes(row.amount("value")),
        new Source(DATASET, edition, name + ", " + row.text("year")));
  }
}
