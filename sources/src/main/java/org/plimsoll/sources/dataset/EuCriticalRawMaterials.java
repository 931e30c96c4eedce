package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * Study on the critical raw materials for the EU, 2023: global supply shares and shares of end use
 * (averages of about 2016 to 2020).
 *
 * <p>Series: {@code eu-crm/MATERIAL/STAGE} as shares of the world, stage E (extraction) or P
 * (processing).
 */
public final class EuCriticalRawMaterials {
  /** The period that stands for the study's averages. */
  public static final String PERIOD = "2016-2020";

  private final String edition;

  /**
   * @param edition the year of the study, for example {@code 2023}
   */
  public EuCriticalRawMaterials(String edition) {
    this.edition = edition;
  }

  /** Reads global supply shares by country. */
  public Loaded<List<Reading>> readSupplyShares(Path file, Areas areas) {
    return CsvFile.withAtLeast(
            file.getFileName().toString(), List.of("material", "stage", "country", "share"))
        .read(
            file,
            row -> {
              String name = row.text("material") + "/" + row.text("stage");
              double share = Fields.share(row, "share");
              return new Reading(
                  "eu-crm/" + name,
                  row.parsed("country", areas::getCode),
                  "",
                  PERIOD,
                  share,
                  Status.READ,
                  new Source("eu-crm", edition, "supply " + name + ", " + row.text("country")));
            });
  }

  /**
   * Reads the sectors that use a material.
   *
   * @param commoditiesOfMaterial our identifiers by the study's names; other materials are skipped
   */
  public Loaded<List<EndUse>> readEndUses(
      Path file, Map<String, List<String>> commoditiesOfMaterial) {
    Set<String> seen = new HashSet<>();
    return CsvFile.withAtLeast(
            file.getFileName().toString(),
            List.of("material", "application", "share", "nace_sector", "value_added_meur"))
        .read(file, row -> endUses(row, commoditiesOfMaterial, seen))
        .map(rows -> rows.stream().flatMap(List::stream).toList());
  }

  private List<EndUse> endUses(
      Row row, Map<String, List<String>> commoditiesOfMaterial, Set<String> seen) {
    String material = row.text("material");
    List<String> commodities = commoditiesOfMaterial.getOrDefault(material, List.of());
    if (commodities.isEmpty()) {
      throw row.skip("no commodity of the world is called " + material);
    }
    if (row.findText("nace_sector").isEmpty()) {
      throw row.skip("no sector given for " + row.text("application"));
    }
    String use = material + ", " + row.text("application");
    if (!seen.add(use)) {
      throw row.skip("the study has this use in an earlier row: " + use);
    }
    String sector = row.text("nace_sector").replaceAll(" - .*", "");
    double share = Fields.share(row, "share");
    double valueAdded = row.amount("value_added_meur");
    Source source = new Source("eu-crm", edition, "use " + use);
    return commodities.stream()
        .map(commodity ->
            new EndUse(
                commodity,
                "EU27",
                row.text("application"),
                sector,
                share,
                valueAdded,
                true,
                new Provenance(source, Grade.B, Status.READ, "")))
        .toList();
  }
}
