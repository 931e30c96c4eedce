package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/** What goods were worth on arrival over what they were worth at departure, by HS6. */
public final class FreightMargins {
  private static final String KIND = "CIF over FOB";

  private FreightMargins() {}

  /**
   * A margin.
   *
   * @param code HS6
   * @param exporter country code, or {@code *} for all
   * @param importer country code, or {@code *} for several
   * @param period year or years
   * @param shareOfFob CIF ÷ FOB − 1
   * @param reporters whose declarations these are, as printed
   * @param isMeanOutside whether the weighted mean lies outside the quartiles of its countries
   * @param status how it came to be known
   */
  public record Margin(
      String code,
      String exporter,
      String importer,
      String period,
      Interval shareOfFob,
      String reporters,
      boolean isMeanOutside,
      Status status) {}

  /** Reads the margins of single codes; other rows are skipped. */
  public static Loaded<List<Margin>> read(Path file) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(),
            List.of(
                "kind",
                "reporter",
                "partner",
                "hs6",
                "date_or_year",
                "value",
                "low",
                "high",
                "unit",
                "status"))
        .read(file, FreightMargins::margin);
  }

  private static Margin margin(Row row) {
    if (!row.text("kind").equals(KIND)) {
      throw row.skip("not a margin of CIF over FOB");
    }
    if (!row.text("hs6").matches("\\d{6}")) {
      throw row.skip("not a single code of six digits: " + row.text("hs6"));
    }
    if (!row.text("unit").startsWith("% of FOB")) {
      throw row.refuse("unit", "a margin in '" + row.text("unit") + "'", "give it in % of FOB");
    }
    double mean = Fields.percent(row, "value");
    double low = row.findText("low").isEmpty() ? mean : Fields.percent(row, "low");
    double high = row.findText("high").isEmpty() ? mean : Fields.percent(row, "high");
    if (mean < 0) {
      throw row.refuse("value", "worth less on arrival: " + mean, "the two values may be swapped");
    }
    return new Margin(
        row.text("hs6"),
        row.text("partner").equals("World") ? "*" : Fields.alpha3(row, "partner"),
        row.text("reporter").length() == 3 ? Fields.alpha3(row, "reporter") : "*",
        row.text("date_or_year"),
        row.built("value", () -> new Interval(Math.min(low, mean), mean, Math.max(high, mean))),
        row.text("reporter"),
        mean < low || mean > high,
        row.parsed("status", Status::parse));
  }
}
