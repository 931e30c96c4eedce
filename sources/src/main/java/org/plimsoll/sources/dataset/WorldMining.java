package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * World Mining Data of the Austrian Federal Ministry of Finance: output by country and year.
 *
 * <p>Series: {@code wmd/COMMODITY} in tonnes, the basis in the name where it is not the element
 * ({@code wmd/Titanium (TiO2)}); {@code wmd-top5/material} in tonnes, the five largest countries
 * and the world.
 */
record WorldMining(String dataset, String edition) implements DatasetReader {
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

  @Override
  public List<Layout> layouts() {
    return List.of(
        Layout.ofTitled(
            "sheet of a material, as the Ministry publishes it",
            "Country,unit",
            "as `unit` says; a column a year",
            "`wmd/TITLE` in t, `Total` the world",
            this::readSheet),
        Layout.ofRows(
            "extract of output",
            "commodity,country,iso3,unit,year,production",
            "as `unit` says",
            "`wmd/COMMODITY` in t",
            (row, wanted) -> List.of(readOutput(row, wanted.areas()))),
        Layout.ofRows(
            "extract of the five largest, 2024",
            "material,country,iso2,tonnes_2024",
            "t (lithium in Li2O)",
            "`wmd-top5/material` in t",
            (row, wanted) -> List.of(readLargest(row, wanted.areas()))));
  }

  /** The title of a sheet is its material. */
  private Loaded<Figures> readSheet(CsvFile csv, Path file, Wanted wanted) {
    String material =
        CsvFile.top(file, "", 1).value().stream()
            .flatMap(List::stream)
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .orElse("");
    return csv.read(file, row -> readYears(row, material, wanted.areas()))
        .map(lists -> Figures.of(lists.stream().flatMap(List::stream).toList()));
  }

  private List<Reading> readYears(Row row, String material, Areas areas) {
    String area = row.parsed("Country", areas::getCode);
    List<Reading> readings = new ArrayList<>();
    for (String year : row.columns()) {
      if (YEAR.matcher(year).matches() && row.findText(year).isPresent()) {
        readings.add(
            Reading.of(
                "wmd/" + material,
                area,
                year,
                Fields.tonnes(row, year, "unit"),
                new Source(dataset, edition, material + ", " + area + ", " + year)));
      }
    }
    if (readings.isEmpty()) {
      throw row.skip("no figure");
    }
    return readings;
  }

  private Reading readOutput(Row row, Areas areas) {
    String commodity = row.text("commodity");
    String year = Fields.year(row, "year");
    String area = Fields.country(row, "country", "iso3", areas);
    return Reading.of(
        "wmd/" + commodity,
        area,
        year,
        Fields.tonnes(row, "production", "unit"),
        new Source(dataset, edition, commodity + ", " + area + ", " + year));
  }

  private Reading readLargest(Row row, Areas areas) {
    String material = row.text("material");
    String area = Fields.country(row, "country", "iso2", areas);
    return Reading.of(
        "wmd-top5/" + material,
        area,
        "2024",
        row.amount("tonnes_2024"),
        new Source(dataset, edition, material + ", " + area + ", 2024"));
  }
}
