package org.plimsoll.border.levy;

import java.math.BigInteger;

/**
 * The duty on a line that a quota covers in part. Value and content are split in the same ratio, so
 * with rates (t, r) within and (t′, r′) beyond, W of the content C within:
 *
 * <pre>(W (t V + r C) + (C − W)(t′ V + r′ C)) ÷ C</pre>
 *
 * <p>The numerator is whole, so the sum is divided once and rounded once. Products of three figures
 * are wider than 128 bits; few lines cross the end of a quota, so big integers will do.
 *
 * @param within W, above 0 and below the content
 * @param content C, micrograms
 * @param value V, minor units
 * @param scale as {@link Levy} has it
 */
record QuotaSplit(
    Instrument.TariffRateQuota rates, long within, long content, long value, long scale) {
  private static final long MILLION = 1_000_000;

  /**
   * Steps of the schedule's rounding, both parts in one sum.
   *
   * @throws ArithmeticException if it does not fit into a long
   */
  long owed(Rounding rounding) {
    return divided(part(rates.inQuota(), within).add(beyond()), rounding);
  }

  /** Steps for the part within, by itself; what is left of {@link #owed} is that beyond. */
  long owedWithin(Rounding rounding) {
    return divided(part(rates.inQuota(), within), rounding);
  }

  private BigInteger beyond() {
    return part(rates.outOfQuota(), content - within);
  }

  private BigInteger part(Rate rate, long share) {
    BigInteger ofValue =
        big(rate.adValorem().millionths()).multiply(big(value)).multiply(big(scale / MILLION));
    BigInteger ofContent = big(rate.perKilogram().millionths()).multiply(big(content));
    return ofValue.add(ofContent).multiply(big(share));
  }

  private long divided(BigInteger numerator, Rounding rounding) {
    BigInteger divisor = big(scale).multiply(big(rounding.stepMinor())).multiply(big(content));
    return Exact.wide(numerator, divisor, rounding.mode());
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }
}
