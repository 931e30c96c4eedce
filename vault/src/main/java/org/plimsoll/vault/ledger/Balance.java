package org.plimsoll.vault.ledger;

/**
 * The state of an account.
 *
 * @param amount what came in less what went out: grams or minor units
 * @param reserved what reservations hold of it; at the edge, what they are about to bring there
 */
public record Balance(long amount, long reserved) {
  /** Of an account that nobody has used, or that is as if nobody had. */
  public static final Balance NONE = new Balance(0, 0);

  /** What may still be taken. */
  public long available() {
    return amount - reserved;
  }

  /** Of an edge: what is inside and not about to leave. */
  long inside() {
    return -amount - reserved;
  }
}
