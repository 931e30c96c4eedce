package org.plimsoll.vault.ledger;

/**
 * An exact amount from one account to another of the same book and asset.
 *
 * @param from gives
 * @param to takes
 * @param amount above zero: grams or minor units
 * @param reason why
 */
public record Transfer(AccountId from, AccountId to, long amount, Reason reason) {
  public Transfer {
    if (amount <= 0
        || from.equals(to)
        || from.book() != to.book()
        || !from.asset().equals(to.asset())) {
      throw new IllegalArgumentException(
          "a transfer moves more than nothing between two accounts of one book and asset, but this"
              + " is %d from %s to %s".formatted(amount, from, to));
    }
  }

  Transfer back() {
    return new Transfer(to, from, amount, Reason.CORRECTED);
  }

  /** One line, as it is hashed. */
  public String toLine() {
    return from + " > " + to + " " + amount + " " + reason;
  }
}
