package org.plimsoll.vault.ledger;

/**
 * The ledgers. Each counts one thing for one asset (a material or a currency) and has one account
 * called the edge, which alone may be below zero: what is inside is the edge's balance with its
 * sign changed.
 */
public enum Book {
  /** Grams in store. Party: site; paper: lot. */
  MASS,
  /** Grams with a processor under toll. Party: processor; paper: lot. */
  TOLL,
  /** Grams that a participant has committed to and not been allotted. Paper: contract. */
  PROMISE,
  /** Grams that a participant is entitled to. Paper: contract. */
  CLAIM,
  /** Grams drawn and not replenished, by contract. Paper: contract. */
  OUT,
  /** The same by draw, for the due date. Paper: draw. */
  DEBT,
  /** Minor units that a participant owes. No paper. */
  RECEIVABLE,
  /** Minor units that a lot was bought for. Party: the vault; paper: lot. */
  COST;

  /** Whether its accounts belong to participants; the others to sites, processors or the vault. */
  public boolean isOfParticipants() {
    return switch (this) {
      case PROMISE, CLAIM, OUT, DEBT, RECEIVABLE -> true;
      case MASS, TOLL, COST -> false;
    };
  }

  /** Whether its assets are currencies. */
  public boolean isMoney() {
    return this == RECEIVABLE || this == COST;
  }

  /** What is said when one of its accounts has too little. */
  Status insufficient() {
    return switch (this) {
      case MASS -> Status.INSUFFICIENT_STOCK;
      case TOLL -> Status.INSUFFICIENT_TOLL;
      case PROMISE -> Status.INSUFFICIENT_PROMISE;
      case CLAIM -> Status.INSUFFICIENT_CLAIM;
      case OUT, DEBT -> Status.INSUFFICIENT_DEBT;
      case RECEIVABLE -> Status.INSUFFICIENT_RECEIVABLE;
      case COST -> Status.INSUFFICIENT_COST;
    };
  }
}
