package org.plimsoll.border.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The lines beside which a price is looked at: same code, product, currency and basis of value, and
 * as far as there are enough of them the same origin and month, the same month, or neither.
 */
final class Peers {
  /** Fewer lines say too little about what is usual. */
  static final int LEAST = 20;

  private final SortedMap<String, Spread> spreads = new TreeMap<>();

  Peers(List<Held> lines, ToDoubleFunction<Held> log) {
    SortedMap<String, Bag> bags = new TreeMap<>();
    for (Held line : lines) {
      if (line.hasPrice()) {
        double value = log.applyAsDouble(line);
        for (String cell : cells(line)) {
          bags.computeIfAbsent(cell, c -> new Bag()).add(value);
        }
      }
    }
    bags.forEach((cell, bag) -> {
      if (bag.count >= LEAST) {
        spreads.put(cell, Spread.of(Arrays.copyOf(bag.values, bag.count)));
      }
    });
  }

  private static final class Bag {
    private double[] values = new double[8];
    private int count;

    void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }
  }

  private static List<String> cells(Held line) {
    String all = wide(line);
    String month = all + " " + line.month();
    String origin = month + " " + line.origin().map(Object::toString).orElse("");
    return List.of(origin, month, all);
  }

  /** Whatever origin and month. */
  static String wide(Held line) {
    return line.product().map(Object::toString).orElse("") + " " + line.code() + " " + line.terms();
  }

  /** The narrowest that has enough lines. */
  Optional<Spread> find(Held line) {
    for (String cell : cells(line)) {
      Spread spread = spreads.get(cell);
      if (spread != null) {
        return Optional.of(spread);
      }
    }
    return Optional.empty();
  }

  /** That of all origins and months of another product, by its {@link #wide} name. */
  Optional<Spread> findWide(String cell) {
    return Optional.ofNullable(spreads.get(cell));
  }
}
