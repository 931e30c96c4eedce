package org.plimsoll.sources.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.sources.table.Decimal;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of the file read against its shape. Every accessor puts an issue where the file is
 * wrong and then returns a harmless value, so that one reading finds all faults; the scenario is
 * never built when there is an error.
 */
final class Block {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

  private final Node node;
  private final Shape shape;
  private final Issues issues;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Block(Node node, Shape shape, Issues issues) {
    this.node = node;
    this.shape = shape;
    this.issues = issues;
  }

  /** The block at a node, with unknown, repeated and missing keys reported. */
  static Block of(Node node, Shape shape, Issues issues) {
    Block block = new Block(node, shape, issues);
    readKeys(node, shape.name(), issues)
        .forEach((key, value) -> {
          if (!shape.listKeyNames().contains(key.getValue())) {
            issues.error(
                key,
                "unknown key '%s' in %s".formatted(key.getValue(), shape.name()),
                Issues.meant(key.getValue(), shape.listKeyNames())
                    + "its keys are "
                    + String.join(", ", shape.listKeyNames()));
          } else {
            block.values.put(key.getValue(), value);
          }
        });
    if (node instanceof MappingNode) {
      for (Key key : shape.keys()) {
        if (key.required() && !block.values.containsKey(key.name())) {
          issues.error(
              node,
              "key '%s' is missing in %s".formatted(key.name(), shape.name()),
              "add %s: %s".formatted(key.name(), words(key)));
        }
      }
    }
    return block;
  }

  /** The keys and values of a mapping with repeated keys reported; empty if it is no mapping. */
  static Map<ScalarNode, Node> readKeys(Node node, String name, Issues issues) {
    Map<ScalarNode, Node> pairs = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      issues.error(
          node,
          "%s must be a block of keys, but is %s".formatted(name, kindOf(node)),
          "write key: value");
      return pairs;
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        issues.error(tuple.getKeyNode(), "a key must be a word", "write key: value");
        continue;
      }
      int line = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
      Integer earlier = lines.putIfAbsent(key.getValue(), line);
      if (earlier != null) {
        issues.error(
            key,
            "key '%s' stands twice in %s, first in line %d"
                .formatted(key.getValue(), name, earlier),
            "take one of them out");
        continue;
      }
      pairs.put(key, tuple.getValueNode());
    }
    return pairs;
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  Optional<Node> find(String key) {
    shape.getKey(key);
    return Optional.ofNullable(values.get(key));
  }

  /** The key's value, or the whole block to point at if it is missing. */
  Node at(String key) {
    return find(key).orElse(node);
  }

  Node node() {
    return node;
  }

  /** The text, or nothing if the key was left out. */
  String text(String key) {
    return find(key).map(value -> textOf(key, value)).orElse("");
  }

  /** One of the key's words, or the first of them if the key was left out. */
  String word(String key) {
    List<String> choices = shape.getKey(key).choices();
    String word = text(key);
    if (choices.isEmpty()) {
      if (has(key) && !word.isEmpty() && !WORD.matcher(word).matches()) {
        issues.error(
            at(key),
            "'%s' must be a word of letters, digits and hyphens, but is '%s'".formatted(key, word),
            "write it without blanks and signs");
      }
      return word;
    }
    if (!has(key)) {
      return choices.getFirst();
    }
    if (!word.isEmpty() && !choices.contains(word)) {
      issues.error(
          at(key),
          "'%s' must be one of %s, but is '%s'".formatted(key, String.join(", ", choices), word),
          Issues.meant(word, choices) + "write one of these words");
    }
    return choices.contains(word) ? word : choices.getFirst();
  }

  Optional<LocalDate> date(String key) {
    String text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      issues.error(
          at(key),
          "'%s' must be a date, but is '%s'".formatted(key, text),
          "write year, month and day as in 2026-11-24");
      return Optional.empty();
    }
  }

  OptionalDouble number(String key) {
    return find(key)
        .map(value -> numberOf(shape.getKey(key), value))
        .orElse(OptionalDouble.empty());
  }

  /** A number or a range; 0 if the key was left out. */
  Interval figure(String key) {
    return find(key).map(value -> figureOf(shape.getKey(key), value)).orElse(Interval.exactly(0));
  }

  /** The parts of a list, or one part that stands alone. */
  List<Node> list(String key) {
    return find(key)
        .map(value -> value instanceof SequenceNode list ? list.getValue() : List.of(value))
        .orElse(List.of());
  }

  /** The blocks of a list. */
  List<Node> blocks(String key) {
    Optional<Node> value = find(key);
    if (value.isPresent() && !(value.get() instanceof SequenceNode)) {
      issues.error(
          value.get(),
          "'%s' must be a list, but is %s".formatted(key, kindOf(value.get())),
          "write each part on a line that begins with '- '");
      return List.of();
    }
    return list(key);
  }

  /** The texts of a list. */
  List<String> texts(String key) {
    return list(key).stream().map(part -> textOf(key, part)).toList();
  }

  private String textOf(String key, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      issues.error(
          value,
          "'%s' must be %s, but is %s".formatted(key, words(shape.getKey(key)), kindOf(value)),
          "write %s: %s".formatted(key, words(shape.getKey(key))));
      return "";
    }
    if (scalar.getValue().isBlank()) {
      issues.error(value, "'%s' is empty".formatted(key), "fill it, or take the key out");
      return "";
    }
    return scalar.getValue();
  }

  private Interval figureOf(Key key, Node value) {
    return figureOf(key, value, issues);
  }

  /** A number or {low, central, high} behind a key that need not be in a shape. */
  static Interval figureOf(Key key, Node value, Issues issues) {
    if (!(value instanceof MappingNode)) {
      return Interval.exactly(numberOf(key, value, issues).orElse(0));
    }
    int before = issues.size();
    Block range = of(value, Shapes.RANGE, issues);
    double[] ends = new double[3];
    for (int i = 0; i < ends.length; i++) {
      Key end = Shapes.RANGE.keys().get(i);
      ends[i] =
          range
              .find(end.name())
              .map(n -> numberOf(end.in(key.unit(), key.least(), key.most()), n, issues))
              .orElse(OptionalDouble.empty())
              .orElse(0);
    }
    if (issues.size() > before) {
      return Interval.exactly(0);
    }
    if (!(ends[0] <= ends[1] && ends[1] <= ends[2])) {
      issues.error(
          value,
          "'%s' must have low <= central <= high, but has %s, %s, %s"
              .formatted(
                  key.name(),
                  Decimal.print(ends[0]),
                  Decimal.print(ends[1]),
                  Decimal.print(ends[2])),
          "put the three numbers in order");
      return Interval.exactly(0);
    }
    return new Interval(ends[0], ends[1], ends[2]);
  }

  private OptionalDouble numberOf(Key key, Node value) {
    return numberOf(key, value, issues);
  }

  /** A number within its key's range. */
  static OptionalDouble numberOf(Key key, Node value, Issues issues) {
    if (!(value instanceof ScalarNode scalar)) {
      issues.error(
          value,
          "'%s' must be a number, but is %s".formatted(key.name(), kindOf(value)),
          "write %s: 1234.5".formatted(key.name()));
      return OptionalDouble.empty();
    }
    String text = scalar.getValue();
    if (!scalar.isPlain() || !NUMBER.matcher(text).matches()) {
      issues.error(
          value,
          "'%s' must be a number, but is '%s'".formatted(key.name(), text),
          scalar.isPlain()
              ? "write 1234.5 or 12e9: a point, no thousands separator, no unit"
              : "take the quotation marks away");
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    String bound =
        number < key.least()
            ? key.least() == Double.MIN_NORMAL
                ? "above 0"
                : "at least " + Decimal.print(key.least())
            : number > key.most() ? "at most " + Decimal.print(key.most()) : "";
    if (!bound.isEmpty() || !Double.isFinite(number)) {
      issues.error(
          value,
          "'%s' must be %s%s, but is %s"
              .formatted(
                  key.name(),
                  bound.isEmpty() ? "finite" : bound,
                  key.unit().isEmpty() || key.unit().equals("1") ? "" : " " + key.unit(),
                  text),
          key.unit().equals("1") ? "write a share, 0.5 for 50%" : "check the sign and the unit");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number + 0.0); // no negative zero
  }

  private static String words(Key key) {
    return key.choices().isEmpty() ? "a " + key.form().words() : String.join(" or ", key.choices());
  }

  private static String kindOf(Node node) {
    return switch (node) {
      case MappingNode mapping -> "a block of keys";
      case SequenceNode list -> "a list";
      case ScalarNode scalar when scalar.getValue().isEmpty() -> "empty";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      default -> "something else";
    };
  }
}
