package org.plimsoll.border.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CSV in the making, as bytes: millions of rows need no strings. */
final class ByteText {
  private byte[] bytes = new byte[1 << 20];
  private int length;

  int length() {
    return length;
  }

  /** What was written, not copied. */
  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  ByteText text(String ascii) {
    int more = ascii.length();
    reserve(4 * more);
    for (int i = 0; i < more; i++) {
      char c = ascii.charAt(i);
      if (c >= 0x80) {
        byte[] utf8 = ascii.substring(i).getBytes(StandardCharsets.UTF_8);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
      }
      bytes[length++] = (byte) c;
    }
    return this;
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

  ByteText cell(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return cell(utf8, 0, utf8.length);
  }

  /** A whole number of the last decimal, written with a point. */
  ByteText decimal(long number, int decimals) {
    reserve(24 + decimals);
    if (number == Long.MIN_VALUE) {
      throw new ArithmeticException("the amount has more than 18 digits");
    }
    if (number < 0) {
      bytes[length++] = '-';
    }
    long left = Math.abs(number);
    int digits = 1;
    for (long rest = left; rest >= 10; rest /= 10) {
      digits++;
    }
    int width = Math.max(digits, decimals + 1);
    int end = length + width + (decimals > 0 ? 1 : 0);
    int at = end;
    for (int i = 0; i < width; i++) {
      if (i == decimals && decimals > 0) {
        bytes[--at] = '.';
      }
      bytes[--at] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length = end;
    return this;
  }

  /** The same without idle zeros at the end. */
  ByteText trimmed(long number, int decimals) {
    long shorter = number;
    int places = decimals;
    while (places > 0 && shorter % 10 == 0) {
      shorter /= 10;
      places--;
    }
    return decimal(shorter, places);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
