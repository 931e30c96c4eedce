package org.plimsoll.vault.ledger;

import java.util.Optional;

/**
 * What lies below the books: nothing unless it says so, or a database that is read when something
 * is asked for.
 */
public interface Shelf {
  /** A row of the journal by the id of its event. */
  default Optional<Posted> findPosted(String id) {
    return Optional.empty();
  }

  /** The event that closed another. */
  default Optional<String> findClosing(String id) {
    return Optional.empty();
  }

  default Optional<Balance> findBalance(AccountId account) {
    return Optional.empty();
  }

  default Optional<Lot> findLot(String id) {
    return Optional.empty();
  }

  /** Where nothing was posted. */
  Shelf EMPTY = new Shelf() {};
}
