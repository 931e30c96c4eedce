package org.plimsoll.border.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals read eight digits at a time against big decimals, and what is none. */
class DecimalTextTest {
  private static final String REFUSED = "refused";

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 6})
  void isTheNumberOfTheBigDecimal(int decimals) {
    SplittableRandom random = new SplittableRandom(decimals);
    String signs = "0123456789012345678901234567890123456789....,-+e /:";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int k = 0; k < length; k++) {
        text.append(signs.charAt(random.nextInt(random.nextInt(3) == 0 ? signs.length() : 44)));
      }
      String word = text.toString();
      assertEquals(slowly(word, decimals), quickly(word, decimals, random.nextInt(12)), word);
    }
  }

  private static String quickly(String word, int decimals, int before) {
    byte[] bytes = ("x".repeat(before) + word).getBytes(StandardCharsets.US_ASCII);
    try {
      return Long.toString(DecimalText.scaled(bytes, before, bytes.length, decimals));
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  /** Powers of ten beyond 999 are refused unread. */
  private static String slowly(String word, int decimals) {
    if (word.matches(".*e[-+]?[0-9]{4,}")) {
      return REFUSED;
    }
    try {
      return Long.toString(new BigDecimal(word).movePointRight(decimals).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return REFUSED;
    }
  }
}
