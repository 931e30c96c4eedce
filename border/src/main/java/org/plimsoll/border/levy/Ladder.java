package org.plimsoll.border.levy;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.plimsoll.model.policy.LevyLadder;

/**
 * A partial levy with its bands written as straight lines: in band k the levy a kilogram is
 * intercept(k) − share(k) × price. Intercepts follow from the bands by the levy being continuous:
 * intercept(k) = intercept(k−1) + (share(k) − share(k−1)) × below(k) × trigger.
 */
final class Ladder {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** Prices in 1e-12 of a millionth, since a band and a share are millionths each. */
  private static final BigInteger FINE = MILLION.multiply(MILLION);

  private final BigInteger[] thresholds;
  private final BigInteger[] intercepts;
  private final long[] shares;
  private final long[] thresholdMillionths;
  private final long[] interceptMillionths;
  private final boolean isNarrow;

  Ladder(long triggerMillionths, LevyLadder ladder) {
    List<LevyLadder.Band> bands = ladder.bands();
    int n = bands.size();
    thresholds = new BigInteger[n];
    intercepts = new BigInteger[n];
    shares = new long[n];
    thresholdMillionths = new long[n];
    interceptMillionths = new long[n];
    BigInteger intercept = BigInteger.ZERO;
    long earlier = 0;
    boolean narrow = true;
    for (int k = 0; k < n; k++) {
      long below = bands.get(k).toBelowShare().millionths();
      shares[k] = bands.get(k).toLeviedShare().millionths();
      thresholds[k] =
          BigInteger.valueOf(triggerMillionths)
              .multiply(BigInteger.valueOf(below))
              .multiply(MILLION);
      intercept =
          intercept.add(
              BigInteger.valueOf(triggerMillionths)
                  .multiply(BigInteger.valueOf(below))
                  .multiply(BigInteger.valueOf(shares[k] - earlier)));
      intercepts[k] = intercept;
      earlier = shares[k];
      narrow &= isWhole(thresholds[k]) && isWhole(intercept) && intercept.signum() >= 0;
      thresholdMillionths[k] = thresholds[k].divide(FINE).longValueExact();
      interceptMillionths[k] = intercept.divide(FINE).longValueExact();
    }
    isNarrow = narrow;
  }

  private static boolean isWhole(BigInteger fine) {
    return fine.mod(FINE).signum() == 0;
  }

  /**
   * Share of the gap that is levied in the band of this value, in millionths; 0 above all bands.
   */
  long shareAt(long contentMicrograms, long valueMinor, int digits) {
    int band = band(contentMicrograms, valueMinor, digits);
    return band < 0 ? 0 : shares[band];
  }

  /**
   * The levy in minor units, rounded to a step of them.
   *
   * @param contentMicrograms content of the line
   * @param valueMinor customs value of the line
   * @param digits decimals of the currency
   */
  long levyOn(long contentMicrograms, long valueMinor, int digits, Rounding rounding) {
    int band = band(contentMicrograms, valueMinor, digits);
    if (band < 0) {
      return 0;
    }
    RoundingMode mode = rounding.mode();
    // millionths a kilogram × micrograms are 1e-15 of a unit, millionths of cents 1e-6 of a cent
    long scale = Exact.tenTo(15 - digits);
    long valueScale = Exact.tenTo(9 - digits);
    long steps;
    if (isNarrow) {
      steps =
          Exact.difference(
              interceptMillionths[band],
              contentMicrograms,
              shares[band] * valueScale,
              valueMinor,
              scale * rounding.stepMinor(),
              mode);
    } else {
      BigInteger numerator =
          intercepts[band]
              .multiply(BigInteger.valueOf(contentMicrograms))
              .subtract(
                  FINE.multiply(BigInteger.valueOf(shares[band] * valueScale))
                      .multiply(BigInteger.valueOf(valueMinor)));
      BigInteger divisor =
          FINE.multiply(BigInteger.valueOf(scale))
              .multiply(BigInteger.valueOf(rounding.stepMinor()));
      steps = Exact.wide(numerator, divisor, mode);
    }
    return Math.multiplyExact(Math.max(0, steps), rounding.stepMinor());
  }

  /** The lowest band that begins above the price; −1 if none does. */
  private int band(long contentMicrograms, long valueMinor, int digits) {
    long scale = Exact.tenTo(15 - digits);
    int band = -1;
    for (int k = 0; k < shares.length; k++) {
      boolean isBelow =
          isNarrow
              ? Exact.compare(valueMinor, scale, thresholdMillionths[k], contentMicrograms) < 0
              : FINE.multiply(BigInteger.valueOf(valueMinor))
                      .multiply(BigInteger.valueOf(scale))
                      .compareTo(thresholds[k].multiply(BigInteger.valueOf(contentMicrograms)))
                  < 0;
      if (!isBelow) {
        break;
      }
      band = k;
    }
    return band;
  }
}
