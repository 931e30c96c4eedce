package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.projects.Plant;

/**
 * Measures of a person's own, in words.
 *
 * @param floors as {@code gallium/refined=800USD/kg}
 * @param added plants of the register by row or name, or {@code GRC:gallium/refined=50t}
 * @param released sold from stock in the stop, as {@code gallium/refined=30t}
 * @param contracts for difference with the members' makers, as {@code gallium/refined=800USD/kg}
 * @param exempt from the floors beside the members: countries
 */
public record Levers(
    List<String> floors,
    List<String> added,
    List<String> released,
    List<String> contracts,
    List<String> exempt) {
  private static final String SOURCE = "your measure";

  public Levers {
    floors = List.copyOf(floors);
    added = List.copyOf(added);
    released = List.copyOf(released);
    contracts = List.copyOf(contracts);
    exempt = List.copyOf(exempt);
    Refusal.requireUse("--exempt", exempt.isEmpty() || !floors.isEmpty(), "without --floor");
  }

  boolean isEmpty() {
    return floors.isEmpty() && added.isEmpty() && released.isEmpty() && contracts.isEmpty();
  }

  /** An amount of one product: USD a tonne, or tonnes. */
  private record Amount(ProductId product, double value) {}

  private interface Read {
    double of(String what, String text);
  }

  /** What stands on both sides of an equals sign. */
  private static Amount amount(
      Evidence evidence, String option, String text, Read read, String example) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw Refusal.of("%s is '%s'".formatted(option, text), "write it as " + example);
    }
    return new Amount(
        product(evidence, option, text.substring(0, equals)),
        read.of(option, text.substring(equals + 1)));
  }

  private static ProductId product(Evidence evidence, String option, String word) {
    List<Product> found = new Selection(evidence).products(word.strip());
    if (found.size() != 1) {
      throw Refusal.of(
          "%s names %s, which has several stages".formatted(option, word),
          "name one: " + String.join(", ", found.stream().map(p -> p.id().toString()).toList()));
    }
    return found.getFirst().id();
  }

  /** Measures of calm years and of a stop. */
  List<Measure> standing(Evidence evidence, Scenario scenario) {
    List<Measure> measures = new ArrayList<>();
    Parties members = Parties.of(scenario.alliance().id());
    for (String text : floors) {
      Amount floor =
          amount(
              evidence, "--floor", text, Amounts::statedUsdPerTonne, "gallium/refined=800USD/kg");
      measures.add(floor(evidence, scenario, floor));
    }
    for (String text : contracts) {
      Amount strike =
          amount(evidence, "--cfd", text, Amounts::statedUsdPerTonne, "gallium/refined=800USD/kg");
      measures.add(
          new SupplyMeasure.ContractForDifference(
              terms("cfd", strike.product(), members, Parties.UNNAMED),
              Interval.exactly(strike.value()),
              Optional.empty(),
              Optional.empty()));
    }
    for (String text : added) {
      measures.addAll(added(evidence, text));
    }
    return measures;
  }

  /** Measures of a stop alone. */
  List<Measure> inStop(Evidence evidence, Scenario scenario) {
    List<Measure> measures = new ArrayList<>();
    for (String text : released) {
      Amount stock = amount(evidence, "--release", text, Amounts::tonnes, "gallium/refined=30t");
      measures.add(
          new StockMeasure.StockRelease(
              terms(
                  "release",
                  stock.product(),
                  Parties.UNNAMED,
                  Parties.of(scenario.alliance().id())),
              Interval.exactly(stock.value())));
    }
    return measures;
  }

  private static Terms terms(String id, ProductId product, Parties from, Parties to) {
    return Terms.of(
        "your-" + id + "-" + product.commodity() + "-" + product.stage(),
        List.of(product),
        from,
        to,
        Status.ASSUMED,
        SOURCE);
  }

  private BorderMeasure.PriceFloor floor(Evidence evidence, Scenario scenario, Amount floor) {
    String alliance = scenario.alliance().id();
    List<String> spared = new ArrayList<>(List.of(alliance));
    for (String word : exempt) {
      new Selection(evidence)
          .regions(word, scenario.asOf())
          .forEach(region -> spared.add(region.id()));
    }
    return new BorderMeasure.PriceFloor(
        terms("floor", floor.product(), Parties.UNNAMED, Parties.of(alliance))
            .exempting(new Parties(spared)),
        Interval.exactly(floor.value()),
        Optional.empty(),
        BorderMeasure.GapGoesTo.IMPORTER);
  }

  private static List<Measure> added(Evidence evidence, String text) {
    Matcher named = Pattern.compile("([^:]+):(.+)").matcher(text);
    if (named.matches()) {
      Amount made =
          amount(
              evidence,
              "--add",
              named.group(2),
              Amounts::tonnes,
              "GRC:gallium/refined=50t, or P067");
      String country = new Selection(evidence).country(named.group(1)).alpha3();
      Terms terms = terms("plant-" + country, made.product(), Parties.of(country), Parties.UNNAMED);
      return List.of(new SupplyMeasure.CapacityChange(terms, Interval.exactly(made.value())));
    }
    return List.copyOf(plant(evidence, text).measures());
  }

  /** The plant of a row, or the one of whose name a word is a part. */
  private static Plant plant(Evidence evidence, String word) {
    List<Plant> plants = Plant.of(evidence.projects());
    String lower = word.toLowerCase(Locale.ROOT);
    List<Plant> found =
        plants.stream()
            .filter(plant ->
                plant.rows().stream().anyMatch(row -> row.id().equalsIgnoreCase(word))
                    || plant.name().toLowerCase(Locale.ROOT).contains(lower))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.size() > 1) {
      throw Refusal.of(
          "--add '" + word + "' names several plants",
          "name a row: "
              + String.join(
                  ", ",
                  found.stream()
                      .map(p -> p.rows().getFirst().id() + " " + p.name())
                      .limit(6)
                      .toList()));
    }
    boolean isRow = evidence.projects().stream().anyMatch(p -> p.id().equalsIgnoreCase(word));
    throw Refusal.of(
        isRow
            ? word + " has no published capacity, place or product of the model"
            : "the register has no plant '" + word + "'",
        isRow
            ? "write what it might make: GRC:gallium/refined=50t"
            : Nearest.wayOut(
                word,
                plants.stream().map(Plant::name).toList(),
                "plimsoll projects lists them; or write GRC:gallium/refined=50t"));
  }
}
