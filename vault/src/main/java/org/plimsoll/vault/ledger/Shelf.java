package org.plimsoll.vault.ledger;

import java.util.Optional;

/** What lies below the books: nothing, or a database that is read when something is asked for. */
public interface Shelf {
  /** A row of the journal by the id of its event. */
  Optional<Posted> findPosted(String id);

  /** The event that closed another. */
  Optional<String> findClosing(String id);

  Optional<Balance> findBalance(AccountId account);

  Optional<Lot> findLot(String id);

  /** Where nothing was posted. */
  Shelf EMPTY =
      new Shelf() {
        @Override
        public Optional<Posted> findPosted(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<String> findClosing(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<Balance> findBalance(AccountId account) {
          return Optional.empty();
        }

        @Override
        public Optional<Lot> findLot(String id) {
          return Optional.empty();
        }
      };
}
