package org.plimsoll.border.entry;

import java.time.DateTimeException;
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

  private static final int IN_WORDS = 16;
  private static final int WAYS = 4;

  private final Function<byte[], T> read;
  private final @Nullable Known<T>[] places;

  /** A text, its first sixteen bytes in two words, and what it means. */
  @SuppressWarnings("ArrayRecordComponent") // its bytes are compared by isOf
  private record Known<T>(
      int length, long first, long second, byte[] text, T value, boolean isPlain) {
    boolean isOf(byte[] bytes, int start, int end, long one, long two) {
      return first == one
          && second == two
          && length == end - start
          && (length <= IN_WORDS
              || Arrays.equals(text, IN_WORDS, length, bytes, start + IN_WORDS, end));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of what get puts there
  Remembered(Function<byte[], T> read) {
    this.read = read;
    places = new @Nullable Known[1 << PLACES_BITS];
  }

  /** What these bytes mean. */
  T get(byte[] bytes, int start, int end) {
    return find(bytes, start, end).value();
  }

  /**
   * Reads a column.
   *
   * @param into what its cells mean, row by row
   * @param isPlain becomes false for rows whose cell means nothing, is not {@link
   *     EightBytes#isPlain}, or is a {@link FormulaCell}; those that are false already are passed
   *     over
   */
  void read(CellGrid cells, EntryColumn column, int rows, T[] into, boolean[] isPlain) {
    byte[] bytes = cells.bytes();
    int[] starts = cells.starts();
    int[] ends = cells.ends();
    int first = cells.first(column.position());
    for (int row = 0; row < rows; row++) {
      if (isPlain[row]) {
        isPlain[row] = read(bytes, starts[first + row], ends[first + row], into, row);
      }
    }
  }

  private boolean read(byte[] bytes, int start, int end, T[] into, int row) {
    try {
      Known<T> known = find(bytes, start, end);
      into[row] = known.value();
      return known.isPlain();
    } catch (IllegalArgumentException | DateTimeException meansNothing) {
      return false;
    }
  }

  private Known<T> find(byte[] bytes, int start, int end) {
    int length = end - start;
    long one = length == 0 ? 0 : EightBytes.upTo(bytes, start, end);
    long two = length <= 8 ? 0 : EightBytes.upTo(bytes, start + 8, end);
    long mixed = (one ^ length) * MIXER;
    mixed = (mixed ^ mixed >>> 32 ^ two) * MIXER;
    for (int at = start + IN_WORDS; at < end; at += 8) {
      mixed = (mixed ^ mixed >>> 32 ^ EightBytes.upTo(bytes, at, end)) * MIXER;
    }
    // Two texts of one place would drive each other out, so each has a few places.
    int place = (int) (mixed >>> (64 - PLACES_BITS)) & -WAYS;
    for (int way = 0; way < WAYS; way++) {
      Known<T> known = places[place + way];
      if (known != null && known.isOf(bytes, start, end, one, two)) {
        return known;
      }
    }
    return make(bytes, start, end, one, two, place);
  }

  private Known<T> make(byte[] bytes, int start, int end, long one, long two, int place) {
    byte[] text = Arrays.copyOfRange(bytes, start, end);
    Known<T> made =
        new Known<>(
            text.length,
            one,
            two,
            text,
            read.apply(text),
            EightBytes.isPlain(text, 0, text.length)
                && !FormulaCell.needsMark(text, 0, text.length));
    // The newest comes first and the oldest goes.
    System.arraycopy(places, place, places, place + 1, WAYS - 1);
    places[place] = made;
    return made;
  }
}
