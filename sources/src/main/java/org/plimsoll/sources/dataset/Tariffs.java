package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.CsvFile;

/**
 * Import duties by HS6.
 *
 * <p>Series: {@code tariff/mfn/HS6}, area the importer (country or {@code EU27}), ad valorem share;
 * period {@link CountryFigures#LATEST}.
 */
public final class Tariffs {
  private Tariffs() {}

  /** Reads most-favoured-nation rates; other rows are skipped. */
  public static Loaded<List<Reading>> readMostFavouredNation(Path file) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(),
            List.of("kind", "reporter", "hs6", "value", "unit", "status"))
        .read(
            file,
            row -> {
              if (!row.text("kind").equals("MFN tariff")) {
                throw row.skip("not a most-favoured-nation rate");
              }
              String code = Fields.hs6(row, "hs6");
              String reporter = row.text("reporter");
              if (!row.text("unit").equals("% ad valorem")) {
                throw row.refuse(
                    "unit",
                    "a rate in '" + row.text("unit") + "', not in % ad valorem",
                    "give a specific duty as its ad valorem equivalent");
              }
              return new Reading(
                  "tariff/mfn/" + code,
                  reporter,
                  "",
                  CountryFigures.LATEST,
                  row.amount("value") / 100,
                  row.parsed("status", Status::parse),
                  new Source("tariffs", "2025", "MFN of " + reporter + ", " + code));
            });
  }
}
