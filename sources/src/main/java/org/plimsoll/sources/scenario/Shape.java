package org.plimsoll.sources.scenario;

import java.util.List;

/**
 * A block of a scenario file and the keys it may have. The same description refuses unknown keys
 * and makes {@code docs/reference/scenario-file.md}.
 *
 * @param name for messages, for example {@code alliance}
 * @param about one sentence for the reference page
 * @param keys in the order in which they are printed
 */
record Shape(String name, String about, List<Key> keys) {
  Shape {
    keys = List.copyOf(keys);
  }

  List<String> listKeyNames() {
    return keys.stream().map(Key::name).toList();
  }

  /**
   * The key of this name.
   *
   * @throws IllegalArgumentException if the block has none: a mistake of the reader, not the file
   */
  Key getKey(String key) {
    return keys.stream()
        .filter(k -> k.name().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("block " + name + " has no key '" + key + "'"));
  }
}
