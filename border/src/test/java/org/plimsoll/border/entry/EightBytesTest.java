package org.plimsoll.border.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Eight bytes at once against one byte at a time. */
class EightBytesTest {
  private static final int CASES = 200_000;

  /** Bytes of all kinds, the ends of each range among them. */
  private static byte[] text(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    byte[] ends = {
      0, 1, '\t', '\n', 0x1F, ' ', '!', '"', '#', '+', ',', '-', 0x7F, (byte) 0x80, -1
    };
    for (int i = 0; i < length; i++) {
      bytes[i] =
          random.nextInt(3) == 0 ? ends[random.nextInt(ends.length)] : (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void masksAreThoseOfTheBytes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = text(random, 8);
      long commas = 0;
      boolean isOdd = false;
      int first = -1;
      for (int b = 7; b >= 0; b--) {
        isOdd |= bytes[b] < ' ' || bytes[b] == '"';
        if (bytes[b] == ',') {
          commas |= 0x80L << (8 * b);
          first = b;
        }
      }
      long eight = EightBytes.at(bytes, 0);
      assertEquals(commas, EightBytes.equal(eight, EightBytes.of(',')));
      assertEquals(isOdd, EightBytes.odd(eight) != 0, new String(bytes, StandardCharsets.UTF_8));
      if (first >= 0) {
        assertEquals(first, EightBytes.first(commas));
      }
    }
  }

  /** At the end of the array, and before it. */
  @Test
  void whatIsBehindTheEndIsNotSeen() {
    byte[] bytes = "abcdefghijkl".getBytes(StandardCharsets.US_ASCII);
    assertEquals(0x64_63_62L, EightBytes.upTo(bytes, 1, 4));
    assertEquals(0x6C_6B_6AL, EightBytes.upTo(bytes, 9, 12));
    assertEquals(0x6968676665646362L, EightBytes.upTo(bytes, 1, 12));
    assertEquals(
        0x3030303030_646362L,
        EightBytes.filled(EightBytes.upTo(bytes, 1, 4), 3, EightBytes.of('0')));
  }

  /** Texts of all lengths, which share beginnings and places. */
  @Test
  void whatIsRememberedIsWhatWasRead() {
    Remembered<String> remembered =
        new Remembered<>(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = new byte[30];
      int start = random.nextInt(4);
      int end = start + random.nextInt(27);
      for (int b = start; b < end; b++) {
        bytes[b] = (byte) (random.nextInt(8) == 0 ? random.nextInt(2) : 'x');
      }
      String expected = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
      assertEquals(expected, remembered.get(bytes, start, end));
      assertSame(remembered.get(bytes, start, end), remembered.get(bytes, start, end));
    }
  }
}
