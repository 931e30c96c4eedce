package org.plimsoll.border.screening;

import java.util.Arrays;

/** How many lines lie further out than chance alone would put there. */
final class Tail {
  private Tail() {}

  /**
   * Probability that a standard normal exceeds z; relative error below 2e-7 (complementary error
   * function by Chebyshev fit: Press and others, Numerical Recipes, section 6.2).
   */
  static double above(double z) {
    double x = StrictMath.abs(z) / StrictMath.sqrt(2);
    double t = 1 / (1 + 0.5 * x);
    double[] c = {
      0.17087277,
      -0.82215223,
      1.48851587,
      -1.13520398,
      0.27886807,
      -0.18628806,
      0.09678418,
      0.37409196,
      1.00002368,
      -1.26551223
    };
    double sum = 0;
    for (double coefficient : c) {
      sum = sum * t + coefficient;
    }
    double half = t * StrictMath.exp(-x * x + sum) / 2;
    return z >= 0 ? half : 1 - half;
  }

  /**
   * For each of several probabilities by chance, the share of those at least as rare that chance
   * does not explain: one less the expected over the found, after Benjamini and Hochberg (1995,
   * Journal of the Royal Statistical Society B 57, 289-300).
   */
  static double[] beyondChance(double[] chances) {
    double[] sorted = chances.clone();
    Arrays.sort(sorted);
    double[] least = new double[sorted.length];
    double q = 1;
    for (int i = sorted.length - 1; i >= 0; i--) {
      q = StrictMath.min(q, sorted[i] * sorted.length / (i + 1));
      least[i] = q;
    }
    double[] shares = new double[chances.length];
    for (int i = 0; i < chances.length; i++) {
      // Of equal ones any place will do: the minimum from behind is the same for all of them.
      shares[i] = 1 - least[Arrays.binarySearch(sorted, chances[i])];
    }
    return shares;
  }
}
