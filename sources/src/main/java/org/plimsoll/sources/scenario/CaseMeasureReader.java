package org.plimsoll.sources.scenario;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes measures of the entries of a market file's list of measures. */
final class CaseMeasureReader {
  private final CaseNames names;
  private final String source;
  private final Issues issues;

  /**
   * @param source of the file, which is also that of its measures
   */
  CaseMeasureReader(CaseNames names, String source, Issues issues) {
    this.names = names;
    this.source = source.isEmpty() ? "the market file" : source;
    this.issues = issues;
  }

  /** The measure; empty if an issue says what is wrong with it. */
  Optional<Measure> read(Node node, int number) {
    int before = issues.size();
    Optional<CaseMeasureType> type =
        MeasureKind.of(node, CaseMeasureType.values(), "tariff", issues);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Block block = Block.of(node, type.get().shape(), issues);
    List<ProductId> products = names.products(block, "products");
    Parties from = side(type.get().actor(), block, "from");
    Parties to = side(type.get().actor(), block, "to");
    Parties exempt = names.parties(block, "exempt");
    if (issues.size() > before || products.isEmpty()) {
      return Optional.empty();
    }
    Terms terms =
        new Terms(
            "measures[" + number + "]",
            products,
            from,
            to,
            exempt,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            source);
    return type.get().made().read(new Part.At(block, names, issues), terms, before);
  }

  /** Who is on one side of a measure; no one named if it has no such side. */
  private Parties side(CaseMeasureType.Actor actor, Block block, String key) {
    if (actor.side().equals(key)) {
      return actor(block, key);
    }
    return actor.hasSide(key) ? names.parties(block, key) : Parties.UNNAMED;
  }

  /** Who acts, under {@code by} or under the key of its side. */
  private Parties actor(Block block, String key) {
    Parties by = names.parties(block, "by");
    Parties side = names.parties(block, key);
    if (block.has("by") && block.has(key) && !by.equals(side)) {
      issues.error(
          block.at(key),
          "'by' and '%s' name different nodes, and both say who acts".formatted(key),
          "keep one of the two");
    }
    return block.has("by") ? by : side;
  }
}
