package org.plimsoll.planner.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/**
 * One year's volumes by product: every amount with the country it belongs to and the row it was
 * read from. Levels of activities are turned into outputs and inputs here, so that joint products
 * and the use of inputs are counted once.
 */
final class Volumes {
  /** Tonnes of one product in one country, from one row. */
  record Amount(CountryCode country, double tonnes, Provenance provenance) {}

  private final SortedMap<ProductId, List<Amount>> outputs = new TreeMap<>();
  private final SortedMap<ProductId, List<Amount>> primaryOutputs = new TreeMap<>();
  private final SortedMap<ProductId, List<Amount>> inputs = new TreeMap<>();
  private final SortedMap<ProductId, List<Amount>> finalUses = new TreeMap<>();
  private final SortedMap<ProductId, List<Amount>> stockBuilds = new TreeMap<>();
  private final SortedMap<ProductId, List<Flow>> flows = new TreeMap<>();

  private Volumes() {}

  static Volumes of(Evidence evidence, int year) {
    Volumes volumes = new Volumes();
    for (Production production : evidence.productions()) {
      if (production.year() == year) {
        volumes.addLevel(production, findActivity(evidence, production));
      }
    }
    for (Use use : evidence.uses()) {
      if (use.year() == year) {
        add(
            switch (use.purpose()) {
              case FINAL -> volumes.finalUses;
              case STOCK_BUILD -> volumes.stockBuilds;
            },
            use.product(),
            new Amount(use.country(), use.tonnes(), use.provenance()));
      }
    }
    for (Flow flow : evidence.flows()) {
      if (flow.year() == year) {
        volumes.flows.computeIfAbsent(flow.product(), p -> new ArrayList<>()).add(flow);
      }
    }
    return volumes;
  }

  List<Amount> outputs(ProductId product) {
    return outputs.getOrDefault(product, List.of());
  }

  /** Outputs other than of recovered scrap. */
  List<Amount> primaryOutputs(ProductId product) {
    return primaryOutputs.getOrDefault(product, List.of());
  }

  List<Amount> inputs(ProductId product) {
    return inputs.getOrDefault(product, List.of());
  }

  List<Amount> finalUses(ProductId product) {
    return finalUses.getOrDefault(product, List.of());
  }

  List<Amount> stockBuilds(ProductId product) {
    return stockBuilds.getOrDefault(product, List.of());
  }

  List<Flow> flows(ProductId product) {
    return flows.getOrDefault(product, List.of());
  }

  /** A listed product has facts of output without an activity; they count as they stand. */
  private void addLevel(Production level, Optional<Activity> activity) {
    if (activity.isEmpty()) {
      add(outputs, level.product(), amount(level, 1));
      add(primaryOutputs, level.product(), amount(level, 1));
      return;
    }
    for (Map.Entry<ProductId, Double> output : activity.get().outputs().entrySet()) {
      add(outputs, output.getKey(), amount(level, output.getValue()));
      if (!activity.get().isRecycling()) {
        add(primaryOutputs, output.getKey(), amount(level, output.getValue()));
      }
    }
    for (Map.Entry<ProductId, Double> input : activity.get().inputs().entrySet()) {
      add(inputs, input.getKey(), amount(level, input.getValue()));
    }
  }

  private static Optional<Activity> findActivity(Evidence evidence, Production production) {
    boolean known =
        evidence.activities().stream().anyMatch(a -> a.id().equals(production.activity()));
    return known
        ? Optional.of(evidence.getActivity(production.activity(), production.country()))
        : Optional.empty();
  }

  private static Amount amount(Production level, double perUnit) {
    return new Amount(level.country(), perUnit * level.tonnes(), level.provenance());
  }

  private static void add(SortedMap<ProductId, List<Amount>> to, ProductId product, Amount amount) {
    to.computeIfAbsent(product, p -> new ArrayList<>()).add(amount);
  }
}
