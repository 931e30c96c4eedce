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
  private static final int PLACES_BITS = 12;

  /** Odd, its bits well mixed: 2^64 divided by the golden ratio. */
  private static final long MIXER = 0x9E37_79B9_7F4A_7C15L;

  private final Function<byte[], T> read;
  private final @Nullable Known<T>[] places;

  /** A text, eight bytes in a long, and what it means. */
  @SuppressWarnings("ArrayRecordComponent") // its bytes are compared by isOf
  private record Known<T>(int length, long first, byte[] text, T value) {
    boolean isOf(byte[] bytes, int start, int end, long eight) {
      return length == end - start
          && first == eight
          && (length <= 8 || Arrays.equals(text, 8, length, bytes, start + 8, end));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of what get puts there
  Remembered(Function<byte[], T> read) {
    this.read = read;
    places = new @Nullable Known[1 << PLACES_BITS];
  }

  /** What these bytes mean. */
  T get(byte[] bytes, int start, int end) {
    long first = start == end ? 0 : EightBytes.upTo(bytes, start, end);
    long mixed = (first ^ end - start) * MIXER;
    for (int at = start + 8; at < end; at += 8) {
      mixed = (mixed ^ mixed >>> 32 ^ EightBytes.upTo(bytes, at, end)) * MIXER;
    }
    int place = (int) (mixed >>> (64 - PLACES_BITS));
    Known<T> known = places[place];
    if (known != null && known.isOf(bytes, start, end, first)) {
      return known.value();
    }
    byte[] text = Arrays.copyOfRange(bytes, start, end);
    T made = read.apply(text);
    places[place] = new Known<>(text.length, first, text, made);
    return made;
  }
}
