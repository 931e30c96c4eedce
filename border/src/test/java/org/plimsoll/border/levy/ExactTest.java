package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Wide products against big integers, and by hand. */
class ExactTest {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  @ParameterizedTest
  @CsvSource({
    // a, b, divisor, mode, result
    "7, 1, 2, HALF_UP, 4",
    "7, 1, 2, HALF_DOWN, 3",
    "5, 1, 2, HALF_EVEN, 2",
    "7, 1, 2, HALF_EVEN, 4",
    "7, 1, 4, HALF_EVEN, 2",
    "5, 1, 4, HALF_EVEN, 1",
    "7, 1, 2, UP, 4",
    "7, 1, 2, DOWN, 3",
    "7, 1, 2, CEILING, 4",
    "7, 1, 2, FLOOR, 3",
    "8, 1, 2, UP, 4",
    "0, 5, 3, UP, 0",
    "9000000000000000000, 9000000000000000000, 9000000000000000000, DOWN, 9000000000000000000",
    "9223372036854775807, 9223372036854775807, 9223372036854775807, UP, 9223372036854775807",
  })
  void productsByHand(long a, long b, long divisor, RoundingMode mode, long result) {
    assertEquals(result, Exact.product(a, b, divisor, mode));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 7, 1, 10, 2, HALF_UP, -2",
    "1, 7, 1, 10, 2, UP, -2",
    "1, 7, 1, 10, 2, DOWN, -1",
    "1, 7, 1, 10, 2, FLOOR, -2",
    "1, 7, 1, 10, 2, CEILING, -1",
    "1, 7, 1, 7, 2, UP, 0",
    "4294967296, 4294967296, 1, 1, 1000000000000, DOWN, 18446744",
    "1, 1, 4294967296, 4294967296, 1000000000000, DOWN, -18446744",
    "1, 0, 4294967296, 4294967296, 4294967296, DOWN, -4294967296",
  })
  void differencesByHand(
      long a, long b, long c, long d, long divisor, RoundingMode mode, long result) {
    assertEquals(result, Exact.difference(a, b, c, d, divisor, mode));
  }

  @ParameterizedTest
  @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
  void anyProductIsThatOfBigIntegers(RoundingMode mode) {
    SplittableRandom random = new SplittableRandom(20261124);
    for (int i = 0; i < 1_000; i++) {
      long a = any(random);
      long b = any(random);
      long c = any(random);
      long d = any(random);
      long divisor = Math.max(1, i % 2 == 0 ? any(random) : Exact.tenTo(random.nextInt(19)));
      BigInteger left = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
      BigInteger right = BigInteger.valueOf(c).multiply(BigInteger.valueOf(d));
      check(i, left, divisor, mode, () -> Exact.product(a, b, divisor, mode));
      check(
          i,
          left.subtract(right),
          divisor,
          mode,
          () -> Exact.difference(a, b, c, d, divisor, mode));
      check(i, left.add(right), divisor, mode, () -> Exact.sum(a, b, c, d, divisor, mode));
      assertEquals(left.compareTo(right), Integer.signum(Exact.compare(a, b, c, d)), "draw " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807, 2, 1", "9223372036854775807, 3, 2"})
  void whatDoesNotFitIsRefused(long a, long b, long divisor) {
    assertThrows(
        ArithmeticException.class, () -> Exact.product(a, b, divisor, RoundingMode.HALF_UP));
    assertThrows(ArithmeticException.class, () -> Exact.product(7, 1, 2, RoundingMode.UNNECESSARY));
  }

  private interface Quotient {
    long take();
  }

  /** The result, or that it does not fit. */
  private static void check(
      int draw, BigInteger numerator, long divisor, RoundingMode mode, Quotient quotient) {
    BigInteger expected =
        new BigDecimal(numerator).divide(new BigDecimal(divisor), 0, mode).toBigInteger();
    if (expected.abs().compareTo(MOST) > 0) {
      assertThrows(ArithmeticException.class, quotient::take, "draw " + draw);
    } else {
      assertEquals(expected.longValueExact(), quotient.take(), "draw " + draw);
      assertEquals(
          expected.longValueExact(),
          Exact.wide(numerator, BigInteger.valueOf(divisor), mode),
          "draw " + draw);
    }
  }

  /** Of any length in bits; sometimes at an edge. */
  private static long any(SplittableRandom random) {
    List<Long> edges = List.of(0L, 1L, 2L, Long.MAX_VALUE, 1L << 32, (1L << 32) - 1, 1L << 62);
    return random.nextInt(8) == 0
        ? edges.get(random.nextInt(edges.size()))
        : random.nextLong() >>> 1 >>> random.nextInt(63);
  }
}
