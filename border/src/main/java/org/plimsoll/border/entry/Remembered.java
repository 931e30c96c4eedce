package org.plimsoll.border.entry;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read from some bytes, for when they come again. It has a fixed number of places, and
 * what is new takes the place of what was there: a file of a billion importers costs no more
 * memory.
 */
final class Remembered<T> {
  private static final int PLACES = 1 << 12;

  private final Function<byte[], T> read;
  private final byte[] @Nullable [] texts = new byte[PLACES][];
  private final @Nullable Object[] values = new Object[PLACES];

  Remembered(Function<byte[], T> read) {
    this.read = read;
  }

  /** What these bytes mean. */
  @SuppressWarnings("unchecked") // values[place] was made by read
  T get(byte[] bytes, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int place = (hash ^ hash >>> 15) & PLACES - 1;
    byte[] known = texts[place];
    Object value = values[place];
    if (known != null
        && value != null
        && Arrays.equals(known, 0, known.length, bytes, start, end)) {
      return (T) value;
    }
    byte[] text = Arrays.copyOfRange(bytes, start, end);
    T made = read.apply(text);
    texts[place] = text;
    values[place] = made;
    return made;
  }
}
