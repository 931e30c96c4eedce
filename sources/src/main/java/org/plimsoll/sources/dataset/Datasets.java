package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.sources.table.CsvFile;

/** The datasets that there is a reader for; which files hold them is said in datasets.csv. */
public final class Datasets {
  /** Identifiers of the datasets with a reader, in the order of the reference page. */
  static final List<String> IDS =
      List.of(
          "usgs-mcs",
          "iea-cmd",
          "bgs-wms",
          "bgs-shares",
          "eu-crm",
          "eu-crm-sourcing",
          "wmd",
          "wmd-top5",
          "baci",
          "us-trade",
          "un-comtrade",
          "comtrade-shares",
          "china-customs",
          "ree-imports",
          "aus-req",
          "tariffs",
          "wdi",
          "wgi");

  private Datasets() {}

  /**
   * The reader of a dataset; none if its files are cited but not read.
   *
   * @param edition goes into the source of every figure
   */
  static Optional<DatasetReader> find(String dataset, String edition) {
    return Optional.ofNullable(
        switch (dataset) {
          case "usgs-mcs" -> new UsgsMineralCommoditySummaries(edition);
          case "iea-cmd" -> new IeaCriticalMinerals(edition);
          case "bgs-wms", "bgs-shares" -> new BgsWorldMineralStatistics(dataset, edition);
          case "eu-crm" -> EuCriticalRawMaterials.ofWorld(edition);
          case "eu-crm-sourcing" -> EuCriticalRawMaterials.ofUnion(edition);
          case "wmd", "wmd-top5" -> new WorldMining(dataset, edition);
          case "baci" -> new Baci(edition);
          case "us-trade" -> new UsTrade(edition);
          case "un-comtrade" -> UnComtrade.ofAmounts(edition);
          case "comtrade-shares" -> UnComtrade.ofShares(edition);
          case "china-customs", "ree-imports" -> new ChineseTrade(dataset, edition);
          case "aus-req" -> new AustralianResourcesQuarterly(edition);
          case "tariffs" -> new Tariffs(edition);
          case "wdi" -> new CountryFigures(edition);
          case "wgi" -> new WorldwideGovernance(edition);
          default -> null;
        });
  }

  /**
   * Reads the files of a dataset, each in the layout that its header shows.
   *
   * @param files paths below {@code from}
   */
  public static Loaded<Figures> read(
      String dataset, String edition, Path from, List<String> files, Wanted wanted) {
    List<Reading> readings = new ArrayList<>();
    List<EndUse> endUses = new ArrayList<>();
    Loaded<Figures> all = new Loaded<>(Figures.of(List.of()), List.of(), RowCount.NONE);
    Optional<DatasetReader> reader = find(dataset, edition);
    if (reader.isPresent()) {
      for (String file : files) {
        Loaded<Figures> part = read(reader.get().layouts(), from.resolve(file), wanted);
        readings.addAll(part.value().readings());
        endUses.addAll(part.value().endUses());
        all = all.and(part);
      }
    }
    List<Reading> whole = reader.map(r -> r.combine(readings)).orElse(readings);
    return all.map(nothing -> new Figures(whole, endUses));
  }

  private static Loaded<Figures> read(List<Layout> layouts, Path file, Wanted wanted) {
    String name = String.valueOf(file.getFileName());
    Loaded<List<List<String>>> top = CsvFile.top(file, name, 2);
    if (top.hasErrors()) {
      return top.map(nothing -> Figures.of(List.of()));
    }
    // A header that lacks a column is read in the nearest layout, which says what is missing.
    Layout nearest = nearest(layouts, top.value());
    if (nearest.shareIn(top.value()) > 0) {
      return nearest.read(file, name, wanted);
    }
    return new Loaded<>(
        Figures.of(List.of()), List.of(unknownLayout(layouts, name, top.value())), RowCount.NONE);
  }

  private static Issue unknownLayout(List<Layout> layouts, String name, List<List<String>> top) {
    List<String> header = top.isEmpty() ? List.of("the file is empty") : top.getFirst();
    boolean semicolons = header.size() == 1 && header.getFirst().contains(";");
    String known =
        layouts.stream()
            .map(layout -> String.join(",", layout.columns()))
            .collect(Collectors.joining("; or "));
    return Issue.error(
        new Place(name, 1, 0),
        "the header is of no layout that the reader knows: " + String.join(",", header),
        semicolons
            ? "save the file with commas between its fields and points in its numbers"
            : "take another file, or give it one of these headers: " + known);
  }

  /** The first layout of those of which a file has the largest share. */
  static Layout nearest(List<Layout> layouts, List<List<String>> top) {
    return layouts.stream()
        .max(
            Comparator.comparingDouble((Layout layout) -> layout.shareIn(top))
                .thenComparingInt(layout -> -layouts.indexOf(layout)))
        .orElseThrow();
  }
}
