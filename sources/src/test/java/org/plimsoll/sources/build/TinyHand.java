package org.plimsoll.sources.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.CaseTable;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.CountryFigures;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.hand.Hand;

/**
 * A folder of hand-written rules for one commodity, and the readings that they name; numbers a
 * person can check.
 *
 * <pre>
 *   ore      read: AAA 80, BBB 15, others 5 of 100 (CCC 0.3 and DDD 0.1 of the study: 3.75, 1.25)
 *   stock    AAA puts 5 t of ore aside
 *   refined  1.25 t of ore a tonne; BBB makes 20, AAA the rest: (100 − 5 − 25) ÷ 1.25 = 56
 *   scrap    AAA 10, BBB what is missing to its 22: 2;  in all 20 + 56 + 10 + 2 = 88
 *   use      BBB 9.2, CCC a tenth of output 8.8; of the rest, 70, AAA 60% and others 40%
 *            (DDD and EEE, of equal size)
 * </pre>
 */
final class TinyHand {
  static final List<String> FILES =
      List.of(
          "world.csv",
          "datasets.csv",
          "territories.csv",
          "commodities.csv",
          "products.csv",
          "technology.csv",
          "parameters.csv",
          "output.csv",
          "use.csv",
          "trade.csv",
          "prices.csv",
          "materials.csv",
          "countries.csv",
          "value_added.csv");

  private TinyHand() {}

  static void write(Path folder) throws IOException {
    for (String file : FILES) {
      write(folder, file, CaseTable.resource(TinyHand.class, "hand/" + file));
    }
  }

  static void write(Path folder, String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardCharsets.ISO_8859_1);
  }

  static void edit(Path folder, String file, String edit) throws IOException {
    String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    write(folder, file, CaseTable.edit(text, edit));
  }

  static Readings readings() {
    List<Reading> all = new ArrayList<>();
    year(all, "ore/mined", "AAA", "", 80);
    year(all, "ore/mined", "BBB", "", 15);
    year(all, "ore/mined", Areas.OTHERS, "", 5);
    year(all, "ore/mined", Areas.WORLD, "", 100);
    year(all, "refined/made", "BBB", "", 22);
    year(all, "ore/traded", "CCC", "AAA", 7.5);
    year(all, "ore/traded", "CCC", Areas.WORLD, 7.5);
    period(all, "eu-crm/Tin/P", "2016-2020", "AAA", 0.6);
    period(all, "eu-crm/Tin/P", "2016-2020", "CCC", 0.3);
    period(all, "eu-crm/Tin/P", "2016-2020", "DDD", 0.1);
    period(all, "eu-crm/None/P", "2016-2020", "AAA", 1);
    period(all, "wdi/mva", CountryFigures.LATEST, "AAA", 600);
    period(all, "wdi/mva", CountryFigures.LATEST, "BBB", 300);
    period(all, "wdi/mva", CountryFigures.LATEST, "CCC", 100);
    period(all, "wdi/mva", CountryFigures.LATEST, "DDD", 50);
    period(all, "wdi/mva", CountryFigures.LATEST, "EEE", 50);
    period(all, "usgs-price/tin/metal", "2024", Areas.WORLD, 10_000);
    period(all, "usgs-quote/tin/price", "2025-11", Areas.WORLD, 15_000);
    return new Readings(all);
  }

  private static void year(
      List<Reading> all, String series, String area, String partner, double value) {
    all.add(reading(series, area, partner, "2024", value));
  }

  private static void period(
      List<Reading> all, String series, String period, String area, double value) {
    all.add(reading(series, area, "", period, value));
  }

  private static Reading reading(
      String series, String area, String partner, String period, double value) {
    return new Reading(
        series, area, partner, period, value, Status.READ, new Source("tiny", "1", series));
  }

  /** Every part of a build of this folder. */
  record Built(Volumes volumes, Prices prices, Flows flows) {}

  static Built build(Path folder) {
    Loaded<Hand> hand = Hand.read(folder);
    if (hand.hasErrors()) {
      throw new IllegalStateException(hand.issues().toString());
    }
    Readings readings = readings();
    Volumes volumes = Volumes.of(hand.value(), readings, new Grouping(readings, hand.value()));
    return new Built(
        volumes,
        Prices.of(hand.value(), readings, volumes),
        Flows.of(hand.value(), readings, volumes));
  }

  /** Errors as a build meets them: what is read, then volumes and prices, then flows. */
  static List<Issue> errors(Path folder) {
    List<Issue> issues = new ArrayList<>(Hand.read(folder).issues());
    if (issues.isEmpty()) {
      Hand hand = Hand.read(folder).value();
      Volumes volumes = Volumes.of(hand, readings(), new Grouping(readings(), hand));
      issues.addAll(volumes.issues());
      issues.addAll(Prices.of(hand, readings(), volumes).issues());
      if (issues.isEmpty()) {
        issues.addAll(Flows.of(hand, readings(), volumes).issues());
      }
    }
    return issues.stream().filter(Issue::isError).toList();
  }
}
