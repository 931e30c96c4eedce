package org.plimsoll.sources.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a measure of one entry of the list of measures. */
final class MeasureReader {
  private final Vocabulary vocabulary;
  private final Issues issues;

  MeasureReader(Vocabulary vocabulary, Issues issues) {
    this.vocabulary = vocabulary;
    this.issues = issues;
  }

  /** The measure; empty if an issue says what is wrong with it. */
  Optional<Measure> read(Node node, int number) {
    int before = issues.size();
    Optional<MeasureType> type = type(node);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Block block = Block.of(node, type.get().shape(), issues);
    String id = block.has("id") ? block.word("id") : type.get().word() + "-" + number;
    List<ProductId> products = vocabulary.products(block);
    Parties from = origin(block, type.get());
    Parties to = vocabulary.parties(block, "to");
    Parties exempt = vocabulary.parties(block, "exempt");
    Optional<LocalDate> start = block.date("start");
    Optional<LocalDate> end = block.date("end");
    checkDates(block, start, end);
    Status status = Status.parse(block.word("status"));
    String source = source(block, status);
    if (products.isEmpty()) {
      return Optional.empty();
    }
    Terms terms = new Terms(id, products, from, to, exempt, start, end, status, source);
    try {
      Measure measure = type.get().read(block, terms, vocabulary, issues);
      return issues.size() > before && issues.hasErrors() ? Optional.empty() : Optional.of(measure);
    } catch (IllegalArgumentException e) {
      if (issues.size() == before) {
        String[] parts = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
        issues.error(node, parts[0], parts.length > 1 ? parts[1] : "correct the figure");
      }
      return Optional.empty();
    }
  }

  private Optional<MeasureType> type(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      issues.error(node, "a measure must be a block of keys", "begin with type: exportBan");
      return Optional.empty();
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("type")) {
        String word = tuple.getValueNode() instanceof ScalarNode value ? value.getValue() : "";
        Optional<MeasureType> type = MeasureType.find(word);
        if (type.isEmpty()) {
          issues.error(
              tuple.getValueNode(),
              "there is no type of measure '" + word + "'",
              Issues.meant(word, MeasureType.listWords())
                  + "the types are "
                  + String.join(", ", MeasureType.listWords()));
        }
        return type;
      }
    }
    issues.error(
        node,
        "key 'type' is missing in a measure",
        "add type: with one of " + String.join(", ", MeasureType.listWords()));
    return Optional.empty();
  }

  private Parties origin(Block block, MeasureType type) {
    boolean by = block.has("by");
    boolean from = block.has("from");
    if (by && from) {
      issues.error(block.at("from"), "'by' and 'from' both name the origin", "keep one of the two");
    } else if (!by && !from && type.actor() == MeasureType.Actor.ORIGIN) {
      issues.error(
          block.node(),
          type.word() + " does not say who acts",
          "add by: with a country, a territory or an alliance, or by: all");
    }
    return vocabulary.parties(block, by ? "by" : "from");
  }

  private void checkDates(Block block, Optional<LocalDate> start, Optional<LocalDate> end) {
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      issues.error(
          block.at("end"),
          "'end' is " + end.get() + ", which is not after 'start', " + start.get(),
          "'end' is the first day not in force; put the dates in order");
    }
  }

  private String source(Block block, Status status) {
    String source = block.text("source");
    vocabulary.checkSource(block, source);
    if (status == Status.REPORTED && !block.has("source")) {
      issues.error(
          block.at("status"),
          "the measure is reported, but names no source",
          "add source: with a row of a register such as F001, or write status: assumed");
    }
    return source;
  }
}
