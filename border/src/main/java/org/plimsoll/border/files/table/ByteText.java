package org.plimsoll.border.files.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CSV in the making, as bytes: millions of rows need no strings. */
public final class ByteText {
  /** The numbers below a hundred, two digits each. */
  private static final byte[] PAIRS = new byte[200];

  static {
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
    }
  }

  private byte[] bytes;
  private int length;
  private final byte[] digits = new byte[40];

  public ByteText(int capacity) {
    bytes = new byte[capacity];
  }

  /** Takes all out, and keeps the room. */
  public void clear() {
    length = 0;
  }

  public int length() {
    return length;
  }

  public ByteText bytes(byte[] more) {
    return bytes(more, 0, more.length);
  }

  public ByteText bytes(byte[] source, int start, int end) {
    reserve(end - start);
    System.arraycopy(source, start, bytes, length, end - start);
    length += end - start;
    return this;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** What was written, not copied. */
  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  public ByteText sign(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** A cell, in quotation marks if it needs them. */
  public ByteText cell(byte[] source, int start, int end) {
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

  public ByteText cell(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return cell(utf8, 0, utf8.length);
  }

  /** A whole number of the last decimal, written with a point. */
  public ByteText decimal(long number, int decimals) {
    return decimal(number, decimals, false);
  }

  /** The same without idle zeros at the end. */
  public ByteText trimmed(long number, int decimals) {
    return decimal(number, decimals, true);
  }

  /** Digits from the last on, two at a time, since the first is not known. */
  private ByteText decimal(long number, int decimals, boolean isTrimmed) {
    if (number == Long.MIN_VALUE) {
      throw new ArithmeticException("the amount has more than 18 digits");
    }
    long left = Math.abs(number);
    int places = decimals;
    while (isTrimmed && places > 0 && left % 10 == 0) {
      left /= 10;
      places--;
    }
    int at = digits.length;
    while (left >= 100) {
      long hundredth = left / 100;
      int pair = 2 * (int) (left - 100 * hundredth);
      digits[--at] = PAIRS[pair + 1];
      digits[--at] = PAIRS[pair];
      left = hundredth;
    }
    digits[--at] = PAIRS[2 * (int) left + 1];
    if (left >= 10) {
      digits[--at] = PAIRS[2 * (int) left];
    }
    while (at > digits.length - places - 1) {
      digits[--at] = '0';
    }
    if (number < 0) {
      digits[--at] = '-';
    }
    bytes(digits, at, digits.length - places);
    return places == 0 ? this : sign('.').bytes(digits, digits.length - places, digits.length);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
