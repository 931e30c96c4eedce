package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.NUMBER;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.policy.TariffCase;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Makes a case of GSIM from the tree of its file. */
record TariffCaseReader(Issues issues) {
  private static final double MOST = 1e15;

  static final Shape CASE =
      new Shape(
          "case",
          "One product traded among regions, with tariffs before and after.",
          List.of(
              Key.of("title", TEXT, "one line for a person").orElse("none"),
              Key.of("source", TEXT, "where the figures are from").orElse("none"),
              Key.of("regions", TEXT, "list of names"),
              Key.of(
                      "trade",
                      NUMBER,
                      "matrix of values at exporters' prices: a row for each exporter, in it a"
                          + " number for each importer, in the order of `regions`")
                  .in("money", 0, MOST),
              power("powersBefore", "matrix of 1 + tariff before the change: 1.21 for 21%"),
              power("powersAfter", "the same after it"),
              Key.of("demandElasticity", NUMBER, "E_m, of all that an importer buys")
                  .in("", -1e3, 0),
              Key.of("supplyElasticity", NUMBER, "E_x, of what an exporter sells").in("", 0, 1e6),
              Key.of("substitutionElasticity", NUMBER, "E_s, between exporters").in("", 0, 1e6)));

  private static Key power(String name, String about) {
    return Key.of(name, NUMBER, about).in("", 1e-6, 1e6);
  }

  Optional<TariffCase> read(Node root) {
    Block block = Block.of(root, CASE, issues);
    List<String> regions = block.texts("regions");
    for (int i = 0; i < regions.size(); i++) {
      if (regions.indexOf(regions.get(i)) < i) {
        issues.error(
            block.list("regions").get(i),
            "the region '%s' stands twice".formatted(regions.get(i)),
            "take one of them out");
      }
    }
    if (regions.isEmpty() || issues.hasErrors()) {
      return Optional.empty();
    }
    List<List<Double>> trade = matrix(block, "trade", regions);
    List<List<Double>> before = matrix(block, "powersBefore", regions);
    List<List<Double>> after = matrix(block, "powersAfter", regions);
    List<Double> demand = elasticity(block, "demandElasticity", regions);
    List<Double> supply = elasticity(block, "supplyElasticity", regions);
    List<Double> substitution = elasticity(block, "substitutionElasticity", regions);
    return issues.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new TariffCase(
                block.text("title"),
                block.text("source"),
                regions,
                trade,
                before,
                after,
                demand,
                supply,
                substitution));
  }

  private List<List<Double>> matrix(Block block, String key, List<String> regions) {
    List<Node> rows = block.blocks(key);
    if (block.has(key) && rows.size() != regions.size()) {
      issues.error(
          block.at(key),
          "'%s' has %d rows for %d regions".formatted(key, rows.size(), regions.size()),
          "write one row, [..], for each exporter");
    }
    List<List<Double>> matrix = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String whose = i < regions.size() ? " of " + regions.get(i) : "";
      matrix.add(row(rows.get(i), CASE.getKey(key), key + whose, regions.size()));
    }
    return matrix;
  }

  private List<Double> row(Node node, Key key, String name, int size) {
    if (!(node instanceof SequenceNode list)) {
      issues.error(node, "the row of " + name + " is no list", "write [0, 50, 200]");
      return List.of();
    }
    if (list.getValue().size() != size) {
      issues.error(
          node,
          "the row of %s has %d numbers for %d regions"
              .formatted(name, list.getValue().size(), size),
          "write one number for each importer; 0 where nothing flows, 1 where there is no tariff");
    }
    return list.getValue().stream()
        .map(number -> Block.numberOf(key, number, issues).orElse(0))
        .toList();
  }

  /** One number for all regions, or a list of one for each. */
  private List<Double> elasticity(Block block, String key, List<String> regions) {
    Optional<Node> value = block.find(key);
    if (value.isEmpty()) {
      return List.of();
    }
    return value.get() instanceof SequenceNode
        ? row(value.get(), CASE.getKey(key), key, regions.size())
        : Collections.nCopies(
            regions.size(), Block.numberOf(CASE.getKey(key), value.get(), issues).orElse(0));
  }
}
