package org.plimsoll.border.files.run;

import java.math.BigInteger;

/** A sum of any size: a long as long as that is enough, so that adding a line makes no object. */
final class Tally {
  private long small;
  private BigInteger large = BigInteger.ZERO;

  void add(long amount) {
    long sum = small + amount;
    // Overflow has another sign than both of its parts.
    if (((small ^ sum) & (amount ^ sum)) < 0) {
      large = large.add(BigInteger.valueOf(small));
      sum = amount;
    }
    small = sum;
  }

  void add(Tally other) {
    large = large.add(other.large);
    add(other.small);
  }

  BigInteger total() {
    return large.add(BigInteger.valueOf(small));
  }

  static Tally parse(String text) {
    Tally tally = new Tally();
    tally.large = new BigInteger(text);
    return tally;
  }
}
