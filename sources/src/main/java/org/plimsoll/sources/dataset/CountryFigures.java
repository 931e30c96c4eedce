package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * The World Bank's figures by country.
 *
 * <p>Series: {@code wdi/mva} (manufacturing value added, current USD million) and {@code wgi/mean}
 * (mean of the six governance indicators, −2.5 to 2.5); period {@link #LATEST}.
 */
public final class CountryFigures {
  /** The newest year of each country. */
  public static final String LATEST = "latest";

  private CountryFigures() {}

  /** Reads manufacturing value added. */
  public static Loaded<List<Reading>> readManufacturing(Path file) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(), List.of("iso3", "mva_model_musd", "mva_model_status"))
        .read(
            file,
            row -> {
              if (row.findText("mva_model_musd").isEmpty()) {
                throw row.skip("no figure");
              }
              return new Reading(
                  "wdi/mva",
                  Fields.alpha3(row, "iso3"),
                  "",
                  LATEST,
                  row.amount("mva_model_musd"),
                  row.text("mva_model_status").startsWith("read") ? Status.READ : Status.RECALLED,
                  new Source("wdi", "2024", "manufacturing value added, " + row.text("iso3")));
            });
  }

  private static double governance(Row row) {
    double value = row.number("wgi_mean_of_six");
    if (Math.abs(value) > 4) {
      throw row.refuse(
          "wgi_mean_of_six",
          "an estimate outside −4 to 4: " + row.text("wgi_mean_of_six"),
          "this may be a percentile rank, which is another file");
    }
    return value;
  }

  /** Reads the mean of the six governance indicators. */
  public static Loaded<List<Reading>> readGovernance(Path file, Areas areas) {
    return CsvFile.withAtLeast(file.getFileName().toString(), List.of("iso2", "wgi_mean_of_six"))
        .read(
            file,
            row -> {
              String code =
                  areas
                      .findCode(row.text("iso2"))
                      .orElseThrow(
                          () -> row.skip("a territory without ISO code: " + row.text("iso2")));
              return new Reading(
                  "wgi/mean",
                  code,
                  "",
                  LATEST,
                  governance(row),
                  Status.READ,
                  new Source("wgi", "2024", "mean of six, " + row.text("iso2")));
            });
  }
}
