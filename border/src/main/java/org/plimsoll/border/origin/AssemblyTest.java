package org.plimsoll.border.origin;

import java.math.BigInteger;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * Whether assembly elsewhere goes around a duty: parts from the country under the duty make up most
 * of all parts, and little is added to them.
 *
 * @param leastParts share of the parts' value from which it is so
 * @param mostAdded share of the cost of manufacture up to which little is added
 */
public record AssemblyTest(Share leastParts, Share mostAdded) {
  /** 60% of parts, 25% of value added (Regulation (EU) 2016/1036, Article 13(2), as recalled). */
  public static final AssemblyTest PARTS_60_ADDED_25 =
      new AssemblyTest(new Share(600_000), new Share(250_000));

  /**
   * Whether the assembly goes around.
   *
   * @param partsFromTarget value of parts from the country under the duty
   * @param parts value of all parts
   * @param added value added to the parts
   * @param cost of manufacture
   */
  public boolean goesAround(Money partsFromTarget, Money parts, Money added, Money cost) {
    return compare(partsFromTarget, leastParts, parts) >= 0 && compare(added, mostAdded, cost) <= 0;
  }

  /** part ÷ whole against the share, without a division. */
  private static int compare(Money part, Share share, Money whole) {
    BigInteger left = BigInteger.valueOf(part.minor()).multiply(BigInteger.valueOf(1_000_000));
    return left.compareTo(
        BigInteger.valueOf(whole.minor()).multiply(BigInteger.valueOf(share.millionths())));
  }
}
