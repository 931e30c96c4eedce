package org.plimsoll.border.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is remembered is what was read, however alike two texts are; and it was read once. */
class RememberedTest {
  private final List<String> read = new ArrayList<>();
  private final Remembered<String> remembered =
      new Remembered<>(text -> {
        String word = new String(text, StandardCharsets.US_ASCII);
        read.add(word);
        return word;
      });

  private String get(String before, String word, String behind) {
    byte[] bytes = (before + word + behind).getBytes(StandardCharsets.US_ASCII);
    return remembered.get(bytes, before.length(), before.length() + word.length());
  }

  @Test
  void whatComesAgainIsNotReadAgain() {
    List<String> words = List.of("", "a", "importer", "importer-1", "a text of many letters ...");
    for (String word : words) {
      assertEquals(word, get("", word, ""));
      assertEquals(word, get("x,", word, ",y"));
      assertEquals(word, get("longer than eight,", word, "12345678"));
    }
    assertEquals(words, read);
  }

  /** Texts that differ in one letter, in length, or behind the eighth. */
  @Test
  void noTextIsTakenForAnother() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder word =
          new StringBuilder("importer-0000000000".substring(0, random.nextInt(20)));
      if (!word.isEmpty()) {
        word.setCharAt(random.nextInt(word.length()), (char) ('a' + random.nextInt(26)));
      }
      assertEquals(word.toString(), get("", word.toString(), ";"));
    }
    assertTrue(read.size() < 40_000, read.size() + " of 50,000 were read");
  }

  /** Texts of the same place: only the last stays, and none is mixed up. */
  @Test
  void theNewTakesThePlaceOfTheOld() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20_000; i++) {
        assertEquals("importer-" + i, get("", "importer-" + i, ""));
      }
    }
    assertTrue(read.size() > 30_000, read.size() + " were read");
  }
}
