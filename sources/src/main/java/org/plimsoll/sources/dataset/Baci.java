package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.CsvFile;

/**
 * CEPII's BACI: reconciled bilateral trade by HS6, in the form of the public extract (columns year,
 * hs6, exporter, importer, value_usd, quantity_t).
 *
 * <p>Series: {@code baci/HS6/usd} and {@code baci/HS6/t} (gross tonnes). A row without a quantity
 * gives its value alone.
 */
public final class Baci {
  private final String release;

  /**
   * @param release for example {@code 202601}
   */
  public Baci(String release) {
    this.release = release;
  }

  /**
   * Reads one year of some codes.
   *
   * @param codes HS6 codes wanted; rows of other codes and years are skipped
   */
  public Loaded<List<Reading>> readYear(Path file, int year, Set<String> codes, Areas areas) {
    Loaded<List<List<Reading>>> rows =
        CsvFile.withAtLeast(
                file.getFileName().toString(),
                List.of("year", "hs6", "exporter", "importer", "value_usd", "quantity_t"))
            .read(
                file,
                row -> {
                  if (row.integer("year") != year) {
                    throw row.skip("another year than " + year);
                  }
                  String code = Fields.hs6(row, "hs6");
                  if (!codes.contains(code)) {
                    throw row.skip("a code that no product uses");
                  }
                  String exporter = row.parsed("exporter", areas::getCode);
                  String importer = row.parsed("importer", areas::getCode);
                  Source source =
                      new Source(
                          "baci",
                          release,
                          code + ", " + exporter + " to " + importer + ", " + year);
                  List<Reading> both = new ArrayList<>();
                  both.add(
                      new Reading(
                          "baci/" + code + "/usd",
                          exporter,
                          importer,
                          Integer.toString(year),
                          row.amount("value_usd"),
                          Status.READ,
                          source));
                  if (row.findText("quantity_t").isPresent()) {
                    both.add(
                        new Reading(
                            "baci/" + code + "/t",
                            exporter,
                            importer,
                            Integer.toString(year),
                            row.amount("quantity_t"),
                            Status.READ,
                            source));
                  }
                  return both;
                });
    return rows.map(lists -> lists.stream().flatMap(List::stream).toList());
  }
}
