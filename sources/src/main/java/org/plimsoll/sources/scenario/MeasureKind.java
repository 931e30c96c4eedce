package org.plimsoll.sources.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.sources.table.Records;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A type of measure that files name by its word. */
interface MeasureKind {
  String word();

  Shape shape();

  Made<?> made();

  /**
   * The record that a measure is, whose components are its terms and then one for each part.
   *
   * @param records of the measure
   * @param parts in the order of the record
   */
  record Made<M extends Measure>(Records<M> records, List<Part<?>> parts) {
    static <M extends Measure> Made<M> of(Class<M> kind, Part<?>... parts) {
      return new Made<>(Records.of(kind), List.of(parts));
    }

    List<Key> keys() {
      return parts.stream().flatMap(part -> part.keys().stream()).toList();
    }

    /**
     * The measure of a block; empty if an issue says what is wrong with it.
     *
     * @param before how many issues there were before its block was read
     */
    Optional<Measure> read(Part.At at, Terms terms, int before) {
      Issues issues = at.issues();
      try {
        List<Object> components = new ArrayList<>(List.of(terms));
        parts.forEach(part -> components.add(part.read().apply(at)));
        Measure measure = records.make(components);
        return issues.size() > before && issues.hasErrors()
            ? Optional.empty()
            : Optional.of(measure);
      } catch (IllegalArgumentException e) {
        if (issues.size() == before) {
          String[] words = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
          issues.error(
              at.block().node(), words[0], words.length > 1 ? words[1] : "correct the figure");
        }
        return Optional.empty();
      }
    }

    /** Hands the keys of a measure's figures and their texts to the taker, in order. */
    void print(Measure measure, BiConsumer<String, String> taker) {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).printComponent(records.component(measure, i + 1), taker);
      }
    }
  }

  /** The kind that an entry of the list of measures names; empty if an issue says why not. */
  static <K extends MeasureKind> Optional<K> of(
      Node node, K[] kinds, String example, Issues issues) {
    if (!(node instanceof MappingNode mapping)) {
      issues.error(node, "a measure must be a block of keys", "begin with type: " + example);
      return Optional.empty();
    }
    List<String> words = Arrays.stream(kinds).map(MeasureKind::word).toList();
    String listed = String.join(", ", words);
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("type")) {
        String word = tuple.getValueNode() instanceof ScalarNode value ? value.getValue() : "";
        if (!words.contains(word)) {
          issues.error(
              tuple.getValueNode(),
              "there is no type of measure '" + word + "'",
              Issues.meant(word, words) + "the types are " + listed);
          return Optional.empty();
        }
        return Optional.of(kinds[words.indexOf(word)]);
      }
    }
    issues.error(node, "key 'type' is missing in a measure", "add type: with one of " + listed);
    return Optional.empty();
  }
}
