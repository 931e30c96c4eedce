package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second solver by itself, before other solvers are held against it. */
class LemkeTest {
  /** Of answers divided out to 34 digits. */
  private static final BigDecimal ROUNDING = new BigDecimal("1e-25");

  private static BigDecimal[] row(double... values) {
    return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
  }

  /**
   * The problem of four unknowns that ships with Complementarity.jl
   * (github.com/chkwon/Complementarity.jl): z = (2.8, 0, 0.8, 1.2).
   */
  @Test
  void givesThePublishedAnswerToTheLastDigit() {
    BigDecimal[][] m = {row(0, 0, -1, -1), row(0, 0, 1, -2), row(1, -1, 2, -2), row(1, 2, -2, 4)};

    List<BigDecimal> z = Lemke.solve(m, row(2, 2, -2, -6)).orElseThrow();

    double[] expected = {2.8, 0, 0.8, 1.2};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], z.get(i).doubleValue());
    }
  }

  /** w = −1 − z is below 0 for every z ≥ 0. */
  @Test
  void saysThatThereIsNoAnswer() {
    BigDecimal[][] m = {row(-1)};

    assertEquals(Optional.empty(), Lemke.solve(m, row(-1)));
  }

  /** M = A Aᵀ + I has one answer for every q; small whole numbers make many ties. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void solvesConvexProblemsWithTies(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(8);
    long[][] a = new long[n][n];
    for (long[] line : a) {
      java.util.Arrays.setAll(line, j -> random.nextInt(-2, 3));
    }
    BigDecimal[][] m = new BigDecimal[n][n];
    BigDecimal[] q = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      q[i] = BigDecimal.valueOf(random.nextInt(-3, 4));
      for (int j = 0; j < n; j++) {
        long sum = i == j ? 1 : 0;
        for (int k = 0; k < n; k++) {
          sum += a[i][k] * a[j][k];
        }
        m[i][j] = BigDecimal.valueOf(sum);
      }
    }

    List<BigDecimal> z = Lemke.solve(m, q).orElseThrow();

    for (int i = 0; i < n; i++) {
      BigDecimal[] line = m[i];
      BigDecimal w =
          Stream.iterate(0, j -> j < n, j -> j + 1)
              .map(j -> line[j].multiply(z.get(j)))
              .reduce(q[i], BigDecimal::add);
      assertTrue(z.get(i).signum() >= 0, "z is below 0");
      assertTrue(w.compareTo(ROUNDING.negate()) > 0, "w is below 0");
      assertTrue(w.multiply(z.get(i)).abs().compareTo(ROUNDING) < 0, "neither w nor z is 0");
    }
  }
}
