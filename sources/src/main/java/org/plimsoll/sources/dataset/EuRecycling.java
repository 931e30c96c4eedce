package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Recycling;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * End-of-life recycling input rates of the EU's studies on critical raw materials.
 *
 * @param edition the year of the study, for example {@code 2017}
 */
public record EuRecycling(String edition) {
  /**
   * Reads the rates.
   *
   * @param commoditiesOfMaterial our identifiers by the study's names; others are skipped
   */
  public Loaded<List<Recycling>> read(Path file, Map<String, List<String>> commoditiesOfMaterial) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(), List.of("material", "eol_recycling_input_rate_pct"))
        .read(file, row -> rates(row, commoditiesOfMaterial))
        .map(rows -> rows.stream().flatMap(List::stream).toList());
  }

  private List<Recycling> rates(Row row, Map<String, List<String>> commoditiesOfMaterial) {
    String material = row.text("material");
    List<String> commodities = commoditiesOfMaterial.getOrDefault(material, List.of());
    if (commodities.isEmpty()) {
      throw row.skip("no commodity of the world is called " + material);
    }
    double share = Fields.percent(row, "eol_recycling_input_rate_pct");
    if (share < 0 || share > 1) {
      throw row.refuse(
          "eol_recycling_input_rate_pct",
          "not a rate in per cent: " + row.text("eol_recycling_input_rate_pct"),
          "write 12 for 12%");
    }
    Source source = new Source("eu-crm-" + edition, edition, "recycling input rate, " + material);
    return commodities.stream()
        .map(commodity ->
            new Recycling(
                commodity,
                Recycling.Measure.EOL_INPUT_RATE,
                "EU27",
                edition,
                Interval.exactly(share),
                new Provenance(source, Grade.B, Status.READ, "the Union had 28 members then")))
        .toList();
  }
}
