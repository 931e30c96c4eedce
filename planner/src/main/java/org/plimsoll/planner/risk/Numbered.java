package org.plimsoll.planner.risk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names with numbers from 0, so that a figure in a flat array never loses the name of its row.
 *
 * @param names each once; a name's place is its number
 * @param numbers the number of each name
 */
public record Numbered<T>(List<T> names, Map<T, Integer> numbers) {
  public Numbered {
    names = List.copyOf(names);
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /**
   * Numbers the names in their order.
   *
   * @throws IllegalArgumentException if a name stands twice
   */
  public static <T> Numbered<T> of(List<T> names) {
    Map<T, Integer> numbers = new LinkedHashMap<>();
    for (T name : names) {
      if (numbers.putIfAbsent(name, numbers.size()) != null) {
        throw new IllegalArgumentException("the name " + name + " stands twice");
      }
    }
    return new Numbered<>(names, numbers);
  }

  public int size() {
    return names.size();
  }

  public T name(int number) {
    return names.get(number);
  }

  /**
   * The number of a name.
   *
   * @throws IllegalArgumentException if there is no such name
   */
  public int number(T name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("there is no " + name + " among " + names);
    }
    return number;
  }
}
