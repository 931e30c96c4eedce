package org.plimsoll.border.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CSV in the making, as bytes: millions of rows need no strings. */
final class ByteText {
  private static final long EIGHT_DIGITS = 100_000_000;

  private byte[] bytes;
  private int length;
  private final byte[] digits = new byte[40];

  ByteText(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  ByteText bytes(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** What was written, not copied. */
  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  ByteText sign(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** A cell, in quotation marks if it needs them. */
  ByteText cell(byte[] source, int start, int end) {
    boolean isPlain = true;
    for (int i = start; i < end; i++) {
      byte b = source[i];
      isPlain &= b != ',' && b != '"' && b != '\n' && b != '\r';
    }
    reserve(2 * (end - start) + 2);
    if (isPlain) {
      System.arraycopy(source, start, bytes, length, end - start);
      length += end - start;
      return this;
    }
    bytes[length++] = '"';
    for (int i = start; i < end; i++) {
      if (source[i] == '"') {
        bytes[length++] = '"';
      }
      bytes[length++] = source[i];
    }
    bytes[length++] = '"';
    return this;
  }

  /**
   * Cells that need no quotation marks, with commas in place of their separator.
   *
   * @return whether there were only such cells; if not, nothing was added
   */
  boolean cells(byte[] source, int start, int end, byte separator) {
    reserve(end - start);
    int at = length;
    for (int i = start; i < end; i++) {
      byte b = source[i];
      if (b == separator) {
        b = ',';
      } else if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return false;
      }
      bytes[at++] = b;
    }
    length = at;
    return true;
  }

  ByteText cell(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return cell(utf8, 0, utf8.length);
  }

  /** A whole number of the last decimal, written with a point. */
  ByteText decimal(long number, int decimals) {
    return decimal(number, decimals, false);
  }

  /** The same without idle zeros at the end. */
  ByteText trimmed(long number, int decimals) {
    return decimal(number, decimals, true);
  }

  /** From the last digit on, since the first is not known. */
  private ByteText decimal(long number, int decimals, boolean isTrimmed) {
    if (number == Long.MIN_VALUE) {
      throw new ArithmeticException("the amount has more than 18 digits");
    }
    long left = Math.abs(number);
    int at = digits.length;
    boolean isIdle = isTrimmed;
    int place = 0;
    // Eight digits at a time, since dividing an int is much cheaper than dividing a long.
    while (left != 0 || place <= decimals) {
      long rest = left / EIGHT_DIGITS;
      int eight = (int) (left - EIGHT_DIGITS * rest);
      left = rest;
      for (int i = 0; i < 8 && (eight != 0 || left != 0 || place <= decimals); i++) {
        if (place == decimals && decimals > 0 && !isIdle) {
          digits[--at] = '.';
        }
        int tenth = eight / 10;
        int digit = eight - 10 * tenth;
        eight = tenth;
        isIdle &= digit == 0 && place < decimals;
        if (!isIdle) {
          digits[--at] = (byte) ('0' + digit);
        }
        place++;
      }
    }
    if (number < 0) {
      digits[--at] = '-';
    }
    int count = digits.length - at;
    reserve(count);
    System.arraycopy(digits, at, bytes, length, count);
    length += count;
    return this;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
