package org.plimsoll.sources.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes a measure of one entry of the list of measures. */
record MeasureReader(Vocabulary vocabulary, Issues issues) {
  /** The measure; empty if an issue says what is wrong with it. */
  Optional<Measure> read(Node node, int number) {
    int before = issues.size();
    Optional<MeasureType> type = MeasureKind.of(node, MeasureType.values(), "exportBan", issues);
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
    return type.get().made().read(new Part.At(block, vocabulary, issues), terms, before);
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
