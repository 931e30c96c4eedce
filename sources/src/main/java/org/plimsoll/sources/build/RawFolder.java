package org.plimsoll.sources.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.Recycling;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Datasets;
import org.plimsoll.sources.dataset.EuRecycling;
import org.plimsoll.sources.dataset.Figures;
import org.plimsoll.sources.dataset.FreightMargins;
import org.plimsoll.sources.dataset.IeaDemand;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.dataset.Wanted;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.pack.HandTables;
import org.plimsoll.sources.register.Registers;

/**
 * Everything that a build reads from outside the project.
 *
 * @param areas spellings of countries
 * @param readings figures by series
 * @param tables end uses, materials in use, costs, customs values, rates and limits: as people
 *     wrote them, with what datasets add
 * @param registers facts of policy
 */
record RawFolder(Areas areas, Readings readings, Evidence tables, Registers registers) {
  private static final String COUNTRY_CODES = "country-codes";

  /** Outlooks beyond this year are not kept. */
  private static final int LAST_YEAR = 2040;

  /**
   * Reads the folder with the readers that the world needs.
   *
   * @param from folder that holds {@code data/} and {@code policy/}
   * @param handFolder folder of hand-written rules
   * @param hand those rules
   */
  static Loaded<RawFolder> read(Path from, Path handFolder, Hand hand) {
    Path data = from.resolve("data");
    Loaded<Areas> areas =
        Areas.read(
            from.resolve(Named.of(hand, COUNTRY_CODES).file("")),
            handFolder.resolve("country_names.csv"));
    Wanted wanted =
        new Wanted(areas.value(), hand.baseYear(), codes(hand), hand.commoditiesOfMaterial());
    List<Reading> readings = new ArrayList<>();
    List<EndUse> endUses = new ArrayList<>();
    Loaded<Areas> all = areas;
    for (Hand.DatasetFiles entry : hand.datasets()) {
      Evidence.Dataset dataset = entry.dataset();
      Loaded<Figures> part =
          Datasets.read(dataset.id(), dataset.edition(), from, entry.files(), wanted);
      readings.addAll(part.value().readings());
      endUses.addAll(part.value().endUses());
      all = all.and(part);
    }
    Map<String, List<String>> materials = hand.commoditiesOfMaterial();
    Named outlook = Named.of(hand, "iea-cmd");
    Loaded<List<DemandGrowth>> growth =
        new IeaDemand(outlook.edition())
            .readGrowth(from.resolve(outlook.file("demand")), materials, LAST_YEAR);
    Named study = Named.of(hand, "eu-crm-2017");
    Loaded<List<Recycling>> recycling =
        new EuRecycling(study.edition()).read(from.resolve(study.file("")), materials);
    Loaded<List<FreightMargins.Margin>> margins =
        FreightMargins.read(from.resolve(Named.of(hand, "freight").file("")));
    Loaded<Registers> registers =
        Registers.read(from.resolve("policy"), data.resolve("policy"), handFolder, areas.value());
    Loaded<Evidence> written =
        HandTables.read(handFolder, known(hand, areas.value(), registers.value()));
    Evidence byHand = written.value();
    Evidence tables =
        byHand.with(e -> {
          e.endUses = joined(endUses, byHand.endUses());
          e.growth = joined(growth.value(), byHand.inUse().growth());
          e.recycling = joined(recycling.value(), byHand.inUse().recycling());
          e.freight =
              joined(
                  FreightRates.of(hand.products(), margins.value()), byHand.resilience().freight());
        });
    return all.and(growth)
        .and(recycling)
        .and(margins)
        .and(written)
        .and(registers)
        .map(read -> new RawFolder(read, new Readings(readings), tables, registers.value()));
  }

  /**
   * A dataset as the rules name it: a next edition is another row, not other code.
   *
   * @param dataset its id, which stands for a file that the rules do not name
   */
  private record Named(String dataset, String edition, List<String> files) {
    static Named of(Hand hand, String dataset) {
      return hand.datasets().stream()
          .filter(entry -> entry.dataset().id().equals(dataset))
          .map(entry -> new Named(dataset, entry.dataset().edition(), entry.files()))
          .findFirst()
          .orElse(new Named(dataset, "", List.of()));
    }

    /** Its first file whose name holds this word. */
    String file(String word) {
      return files.stream()
          .filter(file -> file.substring(file.lastIndexOf('/') + 1).contains(word))
          .findFirst()
          .orElse(dataset);
    }
  }

  private static <T> List<T> joined(List<T> read, List<T> written) {
    return Stream.concat(read.stream(), written.stream()).toList();
  }

  /** What hand-written tables may name. */
  private static HandTables.Known known(Hand hand, Areas areas, Registers registers) {
    Set<String> countries = new TreeSet<>();
    areas.listNames().keySet().stream()
        .filter(code -> code.matches("[A-Z]{3}"))
        .forEach(countries::add);
    return new HandTables.Known(
        ids(hand.datasets(), files -> files.dataset().id()),
        countries,
        ids(hand.territories(), Evidence.Territory::id),
        ids(hand.commodities(), Commodity::id),
        ids(hand.products(), product -> product.id().toString()),
        ids(registers.projects(), Project::id),
        ids(registers.exportControls(), ExportControl::id),
        ids(registers.commitments(), Commitment::id));
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> idOf) {
    return rows.stream().map(idOf).collect(Collectors.toSet());
  }

  private static Set<String> codes(Hand hand) {
    Set<String> codes = new TreeSet<>();
    hand.products().forEach(product -> codes.addAll(product.hsCodes()));
    return codes;
  }
}
