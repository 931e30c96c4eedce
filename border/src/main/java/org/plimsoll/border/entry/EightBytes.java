package org.plimsoll.border.entry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Text looked at eight bytes at a time, the first in the lowest place of a long. A mask has the
 * highest bit of each byte that is meant; the tricks are those of Warren, Hacker's Delight, 6-1.
 */
public final class EightBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;
  private static final long MARKS = of('"');
  private static final long ZEROS = of('0');
  private static final long COMMAS = of(',');

  private EightBytes() {}

  /** The sign eight times. */
  public static long of(char ascii) {
    return ascii * ONES;
  }

  /** Eight bytes, which must all be there. */
  public static long at(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /** Writes eight bytes, for which there must be room. */
  public static void put(byte[] bytes, int from, long eight) {
    LONGS.set(bytes, from, eight);
  }

  /** Up to eight bytes before the end, above zero of them; what is behind it is 0. */
  public static long upTo(byte[] bytes, int from, int end) {
    int count = end - from;
    if (count >= 8) {
      return at(bytes, from);
    }
    if (from + 8 <= bytes.length) {
      return at(bytes, from) & (-1L >>> (64 - 8 * count));
    }
    long eight = 0;
    for (int i = count - 1; i >= 0; i--) {
      eight = eight << 8 | (bytes[from + i] & 0xFF);
    }
    return eight;
  }

  /** The bytes behind the first {@code count} become the sign, if they are 0. */
  public static long filled(long eight, int count, long signs) {
    return count >= 8 ? eight : eight | (signs << (8 * count));
  }

  /** A mask of the bytes that are that sign; exact. */
  public static long equal(long eight, long signs) {
    long other = eight ^ signs;
    return ~(((other & ~HIGHS) + ~HIGHS) | other) & HIGHS;
  }

  /** Where in the text the first byte of a mask is, 0 to 7; 8 if there is none. */
  public static int first(long mask) {
    return Long.numberOfTrailingZeros(mask) >>> 3;
  }

  /**
   * The number that the first digits are; below 0 if one of them is none. Tens, hundreds and ten
   * thousands are put together in three multiplications, as Lemire does (Number parsing at a
   * gigabyte per second, 2021).
   *
   * @param count 1 to 8
   */
  public static long digits(long eight, int count) {
    int missing = 8 * (8 - count);
    long text = missing == 0 ? eight : (eight << missing) | (ZEROS >>> (64 - missing));
    // The upper half of a digit is 3, and still is when 6 is added.
    long wrong = (text ^ ZEROS) | ((text + 0x06 * ONES) ^ ZEROS);
    if ((wrong & 0xF0F0_F0F0_F0F0_F0F0L) != 0) {
      return -1;
    }
    long tens = ((text & 0x0F * ONES) * 2561) >>> 8;
    long hundreds = ((tens & 0x00FF_00FF_00FF_00FFL) * 6_553_601) >>> 16;
    return ((hundreds & 0x0000_FFFF_0000_FFFFL) * 42_949_672_960_001L) >>> 32;
  }

  /**
   * Not 0 if any byte is a control character, a quotation mark, or no ASCII: text that must be
   * looked at more closely.
   */
  public static long odd(long eight) {
    long controls = (eight - 0x20 * ONES) & ~eight;
    long mark = eight ^ MARKS;
    return (controls | ((mark - ONES) & ~mark) | eight) & HIGHS;
  }

  /** Whether a text is a cell of CSV as it stands: ASCII without marks, commas and controls. */
  public static boolean isPlain(byte[] bytes, int start, int end) {
    long odd = 0;
    for (int at = start; at < end; at += 8) {
      long eight = filled(upTo(bytes, at, end), end - at, ZEROS);
      odd |= odd(eight) | equal(eight, COMMAS);
    }
    return odd == 0;
  }
}
