package org.plimsoll.sources.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.quantity.PriceUnit;
import org.plimsoll.sources.table.Decimal;
import org.plimsoll.sources.table.Records;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One component of a measure's record: the keys it stands under, how it is read of them, and how it
 * is printed.
 *
 * @param keys as the reference page lists them
 * @param read makes the component; what is wrong becomes an issue
 * @param print hands each key and its text to the taker
 */
record Part<V>(List<Key> keys, Function<At, V> read, Print<V> print) {
  /**
   * Where a component is read.
   *
   * @param block of the keys
   * @param names that the file may use
   * @param issues takes what is wrong
   */
  record At(Block block, Names names, Issues issues) {
    boolean has(Key key) {
      return block.has(key.name());
    }

    Interval figure(Key key) {
      return block.figure(key.name());
    }

    void exactlyOne(Key first, Key second) {
      if (has(first) == has(second)) {
        issues.error(
            block.node(),
            "of '%s' and '%s' %s given"
                .formatted(first.name(), second.name(), has(first) ? "both are" : "neither is"),
            "write " + first.name() + ": or " + second.name() + ":");
      }
    }
  }

  /** Names that a file may use. */
  interface Names {
    /** The parties under a key. */
    Parties parties(Block block, String key);

    /** Refuses a source that names a row which no register has. */
    void checkSource(Block block, String source);
  }

  /** Prints a component. */
  interface Print<V> {
    void of(V value, BiConsumer<String, String> taker);
  }

  /**
   * A block of its own behind a key.
   *
   * @param shape its keys
   * @param part what stands in it
   */
  record Inner<V>(Shape shape, Part<V> part) {
    static <V> Inner<V> of(String name, String about, Class<V> type, Part<?>... parts) {
      Part<V> part = Part.record(type, List.of(parts));
      return new Inner<>(new Shape(name, about, part.keys), part);
    }

    private V read(Node node, At at) {
      return part.read.apply(new At(Block.of(node, shape, at.issues), at.names, at.issues));
    }
  }

  Part {
    keys = List.copyOf(keys);
  }

  /** A value under one key. */
  private static <V> Part<V> of(Key key, Function<At, V> read, Function<V, String> text) {
    return new Part<>(
        List.of(key), read, (value, taker) -> taker.accept(key.name(), text.apply(value)));
  }

  /** A component that is the same in every file, and stands under no key. */
  static <V> Part<V> constant(V value) {
    return new Part<>(List.of(), at -> value, (same, taker) -> {});
  }

  static Part<Interval> figure(Key key) {
    return of(key, at -> at.figure(key), ScenarioPrinter::figure);
  }

  static Part<Double> number(Key key) {
    return of(key, at -> at.block.number(key.name()).orElse(0), Decimal::print);
  }

  /** A number without a range. */
  static Part<Interval> exactly(Key key) {
    return number(key).as(Interval::exactly, Interval::central);
  }

  static Part<Parties> parties(Key key) {
    return of(key, at -> at.names.parties(at.block, key.name()), ScenarioPrinter::parties);
  }

  /** One of the key's words, or any word, as {@code parse} reads it. */
  static <V> Part<V> word(Key key, Function<String, V> parse, Function<V, String> text) {
    return of(key, at -> parse.apply(at.block.word(key.name())), text);
  }

  /** Text that may name rows of the registers. */
  static Part<String> source(Key key) {
    return of(
        key,
        at -> {
          String source = at.block.text(key.name());
          at.names.checkSource(at.block, source);
          return source;
        },
        ScenarioPrinter::quoted);
  }

  /** The same component under one of two keys; printed under the second. */
  static <V> Part<V> either(Part<V> first, Part<V> second) {
    Key one = first.keys.getFirst();
    Key other = second.keys.getFirst();
    return new Part<>(
        List.of(one, other),
        at -> {
          at.exactlyOne(one, other);
          return at.has(one) ? first.read.apply(at) : second.read.apply(at);
        },
        second.print);
  }

  /** A price in USD a kilogram or a tonne; printed in USD a tonne. */
  static Part<Interval> price(Key perKg, Key perTonne) {
    double kilograms = PriceUnit.USD_PER_KILOGRAM.toUsdPerTonne(1);
    return either(
        figure(perKg).as(usd -> usd.times(kilograms), usd -> usd.times(1 / kilograms)),
        figure(perTonne));
  }

  /** A sum, or a factor on what is there. */
  static Part<Change> change(Part<Interval> sum, Part<Interval> factor) {
    Key times = factor.keys.getFirst();
    List<Key> keys = new ArrayList<>(sum.keys);
    keys.add(times);
    return new Part<>(
        keys,
        at -> {
          if (sum.keys.size() == 1) {
            at.exactlyOne(sum.keys.getFirst(), times);
          } else if (at.has(times) && sum.keys.stream().anyMatch(at::has)) {
            at.issues.error(
                at.block.at(times.name()),
                "the change is given twice, as a sum and as a factor",
                "keep one");
          }
          return at.has(times)
              ? new Change.Times(factor.read.apply(at))
              : new Change.By(sum.read.apply(at));
        },
        (change, taker) -> {
          switch (change) {
            case Change.By by -> sum.print.of(by.figure(), taker);
            case Change.Times product -> factor.print.of(product.figure(), taker);
          }
        });
  }

  /** A record of these parts under the same block. */
  static <V> Part<V> record(Class<V> type, List<Part<?>> parts) {
    Records<V> records = Records.of(type);
    return new Part<>(
        parts.stream().flatMap(part -> part.keys.stream()).toList(),
        at -> records.make(parts.stream().map(part -> part.read.apply(at)).toList()),
        (value, taker) -> {
          List<Object> components = records.components(value);
          for (int i = 0; i < parts.size(); i++) {
            parts.get(i).printComponent(components.get(i), taker);
          }
        });
  }

  /** A value that stands in a block of its own. */
  static <V> Part<V> nested(Key key, Inner<V> inner) {
    return of(
        key, at -> inner.read(at.block.find(key.name()).orElseThrow(), at), inner.part()::inBraces);
  }

  /** Values that stand in blocks of their own, one after the other. */
  static <V> Part<List<V>> list(Key key, Inner<V> inner) {
    return of(
        key,
        at -> at.block.blocks(key.name()).stream().map(node -> inner.read(node, at)).toList(),
        values ->
            values.stream()
                .map(inner.part()::inBraces)
                .collect(Collectors.joining(", ", "[", "]")));
  }

  private String inBraces(V value) {
    List<String> fields = new ArrayList<>();
    print.of(value, (key, text) -> fields.add(key + ": " + text));
    return "{" + String.join(", ", fields) + "}";
  }

  /** The same component, which is there only if one of its keys is. */
  Part<Optional<V>> optional() {
    return new Part<>(
        keys,
        at -> keys.stream().anyMatch(at::has) ? Optional.of(read.apply(at)) : Optional.empty(),
        (value, taker) -> value.ifPresent(v -> print.of(v, taker)));
  }

  /** The same component as something else. */
  <W> Part<W> as(Function<V, W> to, Function<W, V> back) {
    return new Part<>(
        keys, at -> to.apply(read.apply(at)), (value, taker) -> print.of(back.apply(value), taker));
  }

  /** The same component, at which somebody looks when it is read. */
  Part<V> verified(BiConsumer<At, V> look) {
    return new Part<>(
        keys,
        at -> {
          V value = read.apply(at);
          look.accept(at, value);
          return value;
        },
        print);
  }

  /** The same component, where one of two keys must be there. */
  Part<V> needing(String adValorem, String specific, String problem) {
    return verified((at, value) -> {
      if (!at.block.has(adValorem) && !at.block.has(specific)) {
        at.issues.error(
            at.block.node(),
            problem,
            "add %s: 0.25 for 25%%, or %s:, or both".formatted(adValorem, specific));
      }
    });
  }

  /** Prints a component that was taken out of a record. */
  @SuppressWarnings("unchecked") // the component is what this part reads
  void printComponent(Object value, BiConsumer<String, String> taker) {
    print.of((V) value, taker);
  }
}
