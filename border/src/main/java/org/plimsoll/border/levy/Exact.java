package org.plimsoll.border.levy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Products of whole numbers, divided and rounded once. Products are 128 bits wide, made of two
 * longs, so that a line takes no objects; {@link #wide} does the same with big integers, for what
 * is wider.
 */
final class Exact {
  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private Exact() {}

  /** 10 to the power, up to 18. */
  static long tenTo(int power) {
    return POWERS[power];
  }

  /**
   * a × b ÷ divisor.
   *
   * @param a not negative, as is b
   * @param divisor above zero
   * @throws ArithmeticException if it does not fit into a long
   */
  static long product(long a, long b, long divisor, RoundingMode mode) {
    return divide(Math.multiplyHigh(a, b), a * b, divisor, mode);
  }

  /**
   * (a × b − c × d) ÷ divisor.
   *
   * @param a not negative, as are b, c and d
   * @param divisor above zero
   * @throws ArithmeticException if it does not fit into a long
   */
  static long difference(long a, long b, long c, long d, long divisor, RoundingMode mode) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    long taken = c * d;
    long borrow = Long.compareUnsigned(low, taken) < 0 ? 1 : 0;
    high -= Math.multiplyHigh(c, d) + borrow;
    low -= taken;
    if (high >= 0) {
      return divide(high, low, divisor, mode);
    }
    // Negate both halves, and take care that rounding knows the sign.
    long negatedLow = -low;
    long negatedHigh = ~high + (low == 0 ? 1 : 0);
    return -divide(negatedHigh, negatedLow, divisor, mirrored(mode));
  }

  /**
   * (a × b + c × d) ÷ divisor.
   *
   * @param a not negative, as are b, c and d
   * @param divisor above zero
   * @throws ArithmeticException if it does not fit into a long
   */
  static long sum(long a, long b, long c, long d, long divisor, RoundingMode mode) {
    long low = a * b + c * d;
    long carry = Long.compareUnsigned(low, c * d) < 0 ? 1 : 0;
    long high = Math.addExact(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d) + carry);
    return divide(high, low, divisor, mode);
  }

  /** a × b against c × d, none of them negative. */
  static int compare(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }

  /** A numerator ÷ divisor for numbers of any width; the slow way. */
  static long wide(BigInteger numerator, BigInteger divisor, RoundingMode mode) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(divisor), 0, mode)
        .toBigInteger()
        .longValueExact();
  }

  private static RoundingMode mirrored(RoundingMode mode) {
    return switch (mode) {
      case CEILING -> RoundingMode.FLOOR;
      case FLOOR -> RoundingMode.CEILING;
      case UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY -> mode;
    };
  }

  /** A number of 128 bits, not negative, divided. */
  private static long divide(long high, long low, long divisor, RoundingMode mode) {
    long quotient;
    long rest;
    if (high == 0 && low >= 0) {
      quotient = low / divisor;
      rest = low - quotient * divisor;
    } else {
      if (high >= divisor) {
        throw new ArithmeticException("the amount has more than 18 digits");
      }
      quotient = longDivision(high, low, divisor);
      rest = low - quotient * divisor;
      if (quotient < 0) {
        throw new ArithmeticException("the amount has more than 18 digits");
      }
    }
    return isRoundedUp(quotient, rest, divisor, mode) ? Math.incrementExact(quotient) : quotient;
  }

  private static boolean isRoundedUp(long quotient, long rest, long divisor, RoundingMode mode) {
    if (rest == 0) {
      return false;
    }
    // rest against divisor − rest, since twice the rest may not fit
    int half = Long.compare(rest, divisor - rest);
    return switch (mode) {
      case UP, CEILING -> true;
      case DOWN, FLOOR -> false;
      case HALF_UP -> half >= 0;
      case HALF_DOWN -> half > 0;
      case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) == 1);
      case UNNECESSARY -> throw new ArithmeticException("the amount would have to be rounded");
    };
  }

  /**
   * 128 bits by 64, in two digits of 32 bits each: Knuth, The Art of Computer Programming, 4.3.1,
   * Algorithm D. The quotient as an unsigned long.
   *
   * @param high below the divisor
   */
  private static long longDivision(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long d = divisor << shift;
    long dHigh = d >>> 32;
    long dLow = d & 0xFFFF_FFFFL;
    long n = shift == 0 ? high : (high << shift) | (low >>> (64 - shift));
    long rest = low << shift;
    long first = digit(n, rest >>> 32, dHigh, dLow);
    n = (n << 32) + (rest >>> 32) - first * d;
    long second = digit(n, rest & 0xFFFF_FFFFL, dHigh, dLow);
    return (first << 32) + second;
  }

  /** One digit of the quotient of n and the next 32 bits, by a divisor of two digits. */
  private static long digit(long n, long next, long dHigh, long dLow) {
    long q = Long.divideUnsigned(n, dHigh);
    long r = n - q * dHigh;
    while (q >>> 32 != 0 || Long.compareUnsigned(q * dLow, (r << 32) + next) > 0) {
      q--;
      r += dHigh;
      if (r >>> 32 != 0) {
        break;
      }
    }
    return q;
  }
}
