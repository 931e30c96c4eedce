package org.plimsoll.border.files.schedule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a schedule against the keys it may have. What is wrong becomes an issue and a
 * harmless value, so that one reading finds every fault; a schedule with an issue is never built.
 * Numbers are read as decimals, never as binary fractions.
 */
final class ScheduleBlock {
  private final Node node;
  private final String name;
  private final ScheduleIssues issues;
  private final Map<String, Node> values = new LinkedHashMap<>();

  ScheduleBlock(Node node, String name, List<String> keys, ScheduleIssues issues) {
    this.node = node;
    this.name = name;
    this.issues = issues;
    if (!(node instanceof MappingNode mapping)) {
      issues.error(node, name + " must be a block of keys", "write key: value");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!keys.contains(key)) {
        issues.error(
            tuple.getKeyNode(),
            "unknown key '%s' in %s".formatted(key, name),
            "its keys are " + String.join(", ", keys));
      } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        issues.error(tuple.getKeyNode(), "key '" + key + "' stands twice", "take one out");
      }
    }
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The key's value, or the block to point at. */
  Node at(String key) {
    return find(key).orElse(node);
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** A text that must be there. */
  String text(String key) {
    return findText(key)
        .orElseGet(() -> {
          if (node instanceof MappingNode) {
            issues.error(node, "key '%s' is missing in %s".formatted(key, name), "add it");
          }
          return "";
        });
  }

  Optional<String> findText(String key) {
    return find(key).map(value -> textOf(key, value));
  }

  private String textOf(String key, Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    issues.error(value, "'" + key + "' must be a word or number", "write " + key + ": value");
    return "";
  }

  /** What a text means, or an issue and what holds instead. */
  <T> T read(String key, Function<String, T> reading, T unless) {
    int before = issues.list().size();
    String text = text(key);
    return issues.list().size() > before ? unless : read(at(key), key, text, reading, unless);
  }

  <T> Optional<T> find(String key, Function<String, T> reading) {
    if (!has(key)) {
      return Optional.empty();
    }
    String text = textOf(key, at(key));
    return text.isEmpty()
        ? Optional.empty()
        : read(at(key), key, text, t -> Optional.of(reading.apply(t)), Optional.empty());
  }

  private <T> T read(Node value, String key, String text, Function<String, T> reading, T unless) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      String[] said = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
      issues.error(value, "'%s': %s".formatted(key, said[0]), said.length > 1 ? said[1] : "");
      return unless;
    }
  }

  LocalDate date(String key) {
    return read(key, LocalDate::parse, LocalDate.EPOCH);
  }

  /** The first day after a time that begins on this day, if it ends. */
  Optional<LocalDate> findUntil(LocalDate from) {
    Optional<LocalDate> until = find("until", LocalDate::parse);
    if (until.filter(day -> !from.isBefore(day)).isPresent()) {
      issues.error(at("until"), "'until' is not after 'from'", "exchange the two");
    }
    return until;
  }

  /** A share that must be there, up to the most that makes sense. */
  Share share(String key, Share most) {
    return read(key, text -> shareOf(text, most), Share.NONE);
  }

  Optional<Share> findShare(String key, Share most) {
    return find(key, text -> shareOf(text, most));
  }

  private static Share shareOf(String text, Share most) {
    Share share = Share.of(decimal(text));
    if (share.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is above %s, the most that this share may be".formatted(share, most)
              + "\nMaybe write %s for %s%%"
                  .formatted(
                      share.toDecimal().movePointLeft(2).stripTrailingZeros().toPlainString(),
                      share));
    }
    return share;
  }

  PricePerKilogram price(String key, CurrencyCode currency) {
    return read(
        key,
        text -> PricePerKilogram.of(decimal(text), currency),
        new PricePerKilogram(0, currency));
  }

  /** {@code yes} or {@code no}. */
  boolean isSet(String key) {
    return find(
            key,
            text ->
                switch (text) {
                  case "yes", "true" -> true;
                  case "no", "false" -> false;
                  default ->
                      throw new IllegalArgumentException("'" + text + "' is neither yes nor no");
                })
        .orElse(false);
  }

  static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number\nMaybe write 1234.5, with a point and no separator", e);
    }
  }

  /** The parts of a list, or one that stands alone. */
  <T> List<T> list(String key, Function<String, T> reading) {
    List<T> parts = new ArrayList<>();
    for (Node part : nodes(key)) {
      String text = textOf(key, part);
      if (!text.isEmpty()) {
        read(part, key, text, t -> parts.add(reading.apply(t)), false);
      }
    }
    return parts;
  }

  List<Node> nodes(String key) {
    return find(key)
        .map(value -> value instanceof SequenceNode list ? list.getValue() : List.of(value))
        .orElse(List.of());
  }

  /** A block of words and shares. */
  SortedMap<String, Share> shares(String key, Share most) {
    SortedMap<String, Share> shares = new TreeMap<>();
    Optional<Node> value = find(key);
    if (value.isPresent() && value.get() instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String word = textOf(key, tuple.getKeyNode());
        if (shares.containsKey(word)) {
          issues.error(
              tuple.getKeyNode(), "'%s' has %s twice".formatted(key, word), "take one out");
        }
        read(
            tuple.getValueNode(),
            key,
            textOf(key, tuple.getValueNode()),
            text -> shares.put(word, shareOf(text, most)),
            Share.NONE);
      }
    } else if (value.isPresent()) {
      issues.error(value.get(), "'" + key + "' must be a block", "write {WO3: 0.793}");
    }
    return shares;
  }
}
