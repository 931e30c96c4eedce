package org.plimsoll.sources.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Parties;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The names of a market file: its products, nodes, activities and alliances. */
final class CaseNames implements Part.Names {
  final Set<String> products = new LinkedHashSet<>();
  final Set<String> nodes = new LinkedHashSet<>();
  final Set<String> activities = new LinkedHashSet<>();
  final Set<String> alliances = new LinkedHashSet<>();
  private final Issues issues;

  CaseNames(Issues issues) {
    this.issues = issues;
  }

  /** Takes a name in; one that is there already is an error. */
  void add(Set<String> names, Node node, String kind, String name) {
    if (!name.isEmpty() && !names.add(name)) {
      issues.error(node, "two %s are called '%s'".formatted(kind, name), "rename one of them");
    }
  }

  Optional<ProductId> product(Node node) {
    return known(node, "product", products).map(ProductId::ofCase);
  }

  Optional<Region> region(Node node) {
    return known(node, "node", nodes).map(Region::new);
  }

  Optional<String> activity(Node node) {
    return known(node, "activity", activities);
  }

  private Optional<String> known(Node node, String kind, Set<String> names) {
    String name = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (names.contains(name)) {
      return Optional.of(name);
    }
    issues.error(
        node,
        node instanceof ScalarNode
            ? "the file has no %s '%s'".formatted(kind, name)
            : "this must be the name of a " + kind,
        Issues.meant(name, names)
            + (names.isEmpty() ? "there is none in it" : "it has " + list(names)));
    return Optional.empty();
  }

  private static String list(Set<String> names) {
    int most = 12;
    String listed = String.join(", ", names.stream().limit(most).toList());
    return names.size() > most ? listed + " and " + (names.size() - most) + " more" : listed;
  }

  /** The products under a key; all of them without it. */
  List<ProductId> products(Block block, String key) {
    if (!block.has(key)) {
      return products.stream().map(ProductId::ofCase).toList();
    }
    List<ProductId> found = new ArrayList<>();
    for (Node node : block.list(key)) {
      product(node).filter(id -> !found.contains(id)).ifPresent(found::add);
    }
    if (block.list(key).isEmpty()) {
      issues.error(block.at(key), "'" + key + "' names none", "take it out to cover all products");
    }
    return found;
  }

  /** A market file has no registers. */
  @Override
  public void checkSource(Block block, String source) {}

  /** The nodes and alliances under a key; no one named without it. */
  @Override
  public Parties parties(Block block, String key) {
    Set<String> all = new TreeSet<>(nodes);
    all.addAll(alliances);
    List<String> found = new ArrayList<>();
    for (Node node : block.list(key)) {
      known(node, "node or alliance", all).ifPresent(found::add);
    }
    if (block.has(key) && block.list(key).isEmpty() && !key.equals("exempt")) {
      issues.error(block.at(key), "'" + key + "' names no one", "take it out to mean everyone");
    }
    return found.isEmpty() ? Parties.UNNAMED : new Parties(found);
  }
}
