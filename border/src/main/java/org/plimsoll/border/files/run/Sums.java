package org.plimsoll.border.files.run;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sums by name in a table of open places: a name that is there is found without any object. */
final class Sums {
  /** Odd, its bits well mixed: 2^32 divided by the golden ratio. */
  private static final int MIXER = 0x9E37_79B9;

  private @Nullable String[] names = new @Nullable String[64];
  private @Nullable Sum[] sums = new @Nullable Sum[64];
  private int size;

  int size() {
    return size;
  }

  boolean has(String name) {
    return names[place(name)] != null;
  }

  /** The sum of that name, which is made if there is none. */
  Sum of(String name) {
    int place = place(name);
    Sum known = sums[place];
    if (known != null) {
      return known;
    }
    Sum made = new Sum();
    put(name, made);
    return made;
  }

  void put(String name, Sum sum) {
    if (2 * size >= names.length) {
      grow();
    }
    int place = place(name);
    size += names[place] == null ? 1 : 0;
    names[place] = name;
    sums[place] = sum;
  }

  /** Where the name is, or would be. */
  private int place(String name) {
    int mask = names.length - 1;
    int hash = name.hashCode() * MIXER;
    int place = (hash ^ hash >>> 16) & mask;
    for (String known = names[place]; known != null; known = names[place]) {
      if (known.equals(name)) {
        return place;
      }
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    @Nullable String[] before = names;
    @Nullable Sum[] ofBefore = sums;
    names = new @Nullable String[2 * before.length];
    sums = new @Nullable Sum[2 * before.length];
    for (int i = 0; i < before.length; i++) {
      String name = before[i];
      if (name != null) {
        int place = place(name);
        names[place] = name;
        sums[place] = ofBefore[i];
      }
    }
  }

  /** In no order that means anything. */
  void forEach(BiConsumer<String, Sum> taker) {
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      Sum sum = sums[i];
      if (name != null && sum != null) {
        taker.accept(name, sum);
      }
    }
  }

  SortedMap<String, Sum> toMap() {
    TreeMap<String, Sum> map = new TreeMap<>();
    forEach(map::put);
    return map;
  }
}
