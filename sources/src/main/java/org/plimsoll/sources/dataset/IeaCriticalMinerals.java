package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.MassUnit;
import org.plimsoll.sources.table.CsvFile;

/**
 * IEA Critical Minerals Dataset, supply by country, in the tidy form of the public extract (the
 * publisher's workbook has the same figures in one sheet).
 *
 * <p>Series: {@code iea-cmd/MINERAL/STAGE} in tonnes.
 */
public final class IeaCriticalMinerals {
  private final String edition;

  /**
   * @param edition the year of the edition, for example {@code 2025}
   */
  public IeaCriticalMinerals(String edition) {
    this.edition = edition;
  }

  /** Reads mining and refining by country. */
  public Loaded<List<Reading>> readSupply(Path file, Areas areas) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(),
            List.of("mineral", "stage", "country", "year", "value", "unit"))
        .read(
            file,
            row -> {
              String unit = row.text("unit");
              if (unit.equals("share")) {
                throw row.skip("a share, computed again where needed");
              }
              String name = row.text("mineral") + "/" + row.text("stage");
              String country = row.text("country");
              return new Reading(
                  "iea-cmd/" + name,
                  row.parsed("country", areas::getCode),
                  "",
                  Fields.year(row, "year"),
                  row.parsed("unit", MassUnit::parse).toTonnes(row.amount("value")),
                  Status.READ,
                  new Source("iea-cmd", edition, name + ", " + country + ", " + row.text("year")));
            });
  }
}
