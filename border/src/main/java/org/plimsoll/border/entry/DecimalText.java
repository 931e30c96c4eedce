package org.plimsoll.border.entry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Decimals as whole numbers of their last decimal, without an object for each. */
final class DecimalText {
  /** Numbers of so many characters fit into a long whatever they are. */
  private static final int SHORT = 18;

  /** Nobody declares a number of so many characters; big decimals of them are slow. */
  private static final int LONGEST = 60;

  /** No number of eighteen digits. */
  static final long NONE = Long.MIN_VALUE;

  private static final long POINTS = EightBytes.of('.');
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private DecimalText() {}

  /**
   * The number × 10^decimals.
   *
   * @param decimals at most 6
   * @throws IllegalArgumentException if it is no number, has more decimals, or is too large
   */
  static long scaled(byte[] text, int start, int end, int decimals) {
    long number = plain(text, start, end, decimals);
    return number == NONE ? slow(text, start, end, decimals) : number;
  }

  /**
   * The same of a number written plainly: a minus perhaps, digits, and perhaps a point and at most
   * so many decimals.
   *
   * @return {@link #NONE} if it is anything else
   */
  static long plain(byte[] text, int start, int end, int decimals) {
    long first = start == end ? 0 : EightBytes.upTo(text, start, end);
    int whole = Math.min(end - start, EightBytes.first(EightBytes.equal(first, POINTS)));
    int from = start + whole;
    if (from < end) {
      if (text[from] != '.') {
        return byDigits(text, start, end, decimals);
      }
      from++;
    }
    int after = end - from;
    if (whole == 0 || after > Math.min(8, decimals)) {
      return byDigits(text, start, end, decimals);
    }
    // Lengths differ from cell to cell, so a loop over digits is guessed wrong at its end.
    long left = EightBytes.digits(first, whole);
    long right = after == 0 ? 0 : EightBytes.digits(EightBytes.upTo(text, from, end), after);
    return left < 0 || right < 0
        ? byDigits(text, start, end, decimals)
        : left * POWERS[decimals] + right * POWERS[decimals - after];
  }

  /** Digit by digit, for what has more than eight before its point, or a sign. */
  private static long byDigits(byte[] text, int start, int end, int decimals) {
    if (end - start > SHORT) {
      return NONE;
    }
    int at = start;
    boolean isNegative = at < end && text[at] == '-';
    if (isNegative) {
      at++;
    }
    long number = 0;
    int digits = 0;
    int after = -1;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        number = 10 * number + digit;
        digits++;
        after += after >= 0 ? 1 : 0;
      } else if (text[at] == '.' && after < 0) {
        after = 0;
      } else {
        return NONE;
      }
    }
    int missing = decimals - Math.max(0, after);
    if (digits == 0 || missing < 0 || digits + missing > SHORT) {
      return NONE;
    }
    number *= POWERS[missing];
    return isNegative ? -number : number;
  }

  /** Whatever is unusual: idle zeros, powers of ten, faults. */
  private static long slow(byte[] text, int start, int end, int decimals) {
    String word = new String(text, start, Math.min(LONGEST, end - start), StandardCharsets.UTF_8);
    if (end - start >= LONGEST || !word.matches("[-+]?[0-9]*[.]?[0-9]*([eE][-+]?[0-9]{1,3})?")) {
      throw new IllegalArgumentException(
          "'" + word + "' is no number; Maybe write 1234.5, with a point and no separator");
    }
    try {
      return new BigDecimal(word).movePointRight(decimals).longValueExact();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + word + "' is no number", e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "'%s' has more than %d decimals, or is too large".formatted(word, decimals), e);
    }
  }
}
