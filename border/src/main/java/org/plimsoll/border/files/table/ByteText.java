package org.plimsoll.border.files.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.plimsoll.border.entry.CellGrid;
import org.plimsoll.border.entry.EightBytes;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.FormulaCell;

/** CSV in the making, as bytes: millions of rows need no strings. */
public final class ByteText {
  /** The numbers below a hundred, two digits each. */
  private static final byte[] PAIRS = new byte[200];

  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
    }
  }

  /** What is short is copied in two long words, whatever its size. */
  private static final int WORDS = 16;

  private byte[] bytes;
  private int length;

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

  public ByteText bytes(byte[] source, int start, int end) {
    reserve(end - start);
    System.arraycopy(source, start, bytes, length, end - start);
    length += end - start;
    return this;
  }

  /** Adds a short text, sixteen bytes at a time: what is too much is written over. */
  public ByteText words(ByteText other) {
    other.reserve(WORDS);
    reserve(other.length + WORDS);
    for (int at = 0; at < other.length; at += WORDS) {
      EightBytes.put(bytes, length + at, EightBytes.at(other.bytes, at));
      EightBytes.put(bytes, length + at + 8, EightBytes.at(other.bytes, at + 8));
    }
    length += other.length;
    return this;
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

  /** A cell for people, with a mark where a spreadsheet would run it. */
  public ByteText safeCell(byte[] source, int start, int end) {
    return FormulaCell.needsMark(source, start, end)
        ? safeCell(new String(source, start, end - start, StandardCharsets.UTF_8))
        : cell(source, start, end);
  }

  /** The same of a text. */
  public ByteText safeCell(String text) {
    return cell(FormulaCell.marked(text));
  }

  public ByteText cell(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return cell(utf8, 0, utf8.length);
  }

  /**
   * All cells of a row as they stand, each with a comma behind it. Every one must be plain, and the
   * grid's bytes must go on for {@link CellGrid#BEHIND} behind the last.
   */
  public ByteText plainCells(CellGrid grid, int row) {
    byte[] source = grid.bytes();
    int[] starts = grid.starts();
    int[] ends = grid.ends();
    reserve(EntryColumn.COUNT * (WORDS + 1));
    byte[] to = bytes;
    int at = length;
    for (int column = 0; column < EntryColumn.COUNT; column++) {
      int cell = grid.first(column) + row;
      int start = starts[cell];
      int size = ends[cell] - start;
      if (size <= WORDS) {
        // All sixteen, whatever the size: what is too much is written over.
        EightBytes.put(to, at, EightBytes.at(source, start));
        EightBytes.put(to, at + 8, EightBytes.at(source, start + 8));
      } else {
        length = at;
        reserve(size + EntryColumn.COUNT * (WORDS + 1));
        to = bytes;
        System.arraycopy(source, start, to, at, size);
      }
      at += size;
      to[at++] = ',';
    }
    length = at;
    return this;
  }

  /** A whole number of the last decimal, written with a point. */
  public ByteText decimal(long number, int decimals) {
    return decimal(number, decimals, false);
  }

  /** The same without idle zeros at the end. */
  public ByteText trimmed(long number, int decimals) {
    return decimal(number, decimals, true);
  }

  /** Written from its end, two digits at a time, once it is known how long it is. */
  private ByteText decimal(long number, int decimals, boolean isTrimmed) {
    if (number == Long.MIN_VALUE) {
      throw new ArithmeticException("the amount has more than 18 digits");
    }
    long left = Math.abs(number);
    long whole = left / POWERS[decimals];
    long part = left - whole * POWERS[decimals];
    int places = decimals;
    while (isTrimmed && places > 0 && part % 10 == 0) {
      part /= 10;
      places--;
    }
    int sign = number < 0 ? 1 : 0;
    int behind = places > 0 ? places + 1 : 0;
    int point = length + sign + digits(whole);
    reserve(sign + digits(whole) + behind);
    if (places > 0) {
      bytes[point] = '.';
      digits(part, point + behind, places);
    }
    digits(whole, point, digits(whole));
    if (number < 0) {
      bytes[length] = '-';
    }
    length = point + behind;
    return this;
  }

  /** How many digits a number has that is not negative. */
  private static int digits(long number) {
    // An odd number has as many; 1233 / 4096 is the logarithm of two to the base of ten.
    long odd = number | 1;
    int fewer = ((64 - Long.numberOfLeadingZeros(odd)) * 1233) >>> 12;
    return odd >= POWERS[fewer] ? fewer + 1 : fewer;
  }

  /** Writes the last digits of a number before a place. */
  private void digits(long number, int end, int count) {
    long left = number;
    int at = end;
    for (int more = count; more > 1; more -= 2) {
      long hundredth = left / 100;
      int pair = 2 * (int) (left - 100 * hundredth);
      bytes[--at] = PAIRS[pair + 1];
      bytes[--at] = PAIRS[pair];
      left = hundredth;
    }
    if (at > end - count) {
      bytes[--at] = (byte) ('0' + left % 10);
    }
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
