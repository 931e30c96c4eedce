package org.plimsoll.vault.ledger;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Balances as they would be: laid over the books, and taken over whole or not at all. */
final class Trial {
  private final Books books;
  private final SequencedMap<AccountId, Balance> changed = new LinkedHashMap<>();

  Trial(Books books) {
    this.books = books;
  }

  Balance balance(AccountId account) {
    Balance balance = changed.get(account);
    return balance != null ? balance : books.balance(account);
  }

  /** In the order in which they were touched. */
  SequencedMap<AccountId, Balance> changed() {
    return Collections.unmodifiableSequencedMap(changed);
  }

  /** Moves; the status says what forbids it. */
  Optional<Status> move(Transfer transfer) {
    Balance from = balance(transfer.from());
    Balance to = balance(transfer.to());
    if (!transfer.from().isEdge() && from.available() < transfer.amount()) {
      return Optional.of(transfer.from().book().insufficient());
    }
    try {
      Balance left =
          new Balance(Math.subtractExact(from.amount(), transfer.amount()), from.reserved());
      Balance come = new Balance(Math.addExact(to.amount(), transfer.amount()), to.reserved());
      changed.put(transfer.from(), left);
      changed.put(transfer.to(), come);
      return Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.of(Status.AMOUNT_TOO_LARGE);
    }
  }

  /** Holds what the transfer would take, and announces at the edge what would leave. */
  Optional<Status> reserve(Transfer transfer) {
    Balance from = balance(transfer.from());
    if (!transfer.from().isEdge() && from.available() < transfer.amount()) {
      return Optional.of(transfer.from().book().insufficient());
    }
    return hold(transfer, transfer.amount());
  }

  void free(Transfer transfer) {
    if (hold(transfer, -transfer.amount()).isPresent()) {
      throw new IllegalStateException("what was reserved fits in its account: " + transfer);
    }
  }

  private Optional<Status> hold(Transfer transfer, long amount) {
    try {
      if (!transfer.from().isEdge()) {
        Balance from = balance(transfer.from());
        changed.put(
            transfer.from(), new Balance(from.amount(), Math.addExact(from.reserved(), amount)));
      }
      if (transfer.to().isEdge()) {
        Balance to = balance(transfer.to());
        changed.put(transfer.to(), new Balance(to.amount(), Math.addExact(to.reserved(), amount)));
      }
      return Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.of(Status.AMOUNT_TOO_LARGE);
    }
  }

  /** Whether what is claimed is there, for every material that changed. */
  boolean isCovered() {
    Set<String> seen = new HashSet<>();
    for (AccountId account : changed.keySet()) {
      if (!account.book().isMoney() && seen.add(account.asset()) && !isCovered(account.asset())) {
        return false;
      }
    }
    return true;
  }

  private boolean isCovered(String material) {
    return inside(Book.CLAIM, material)
        <= inside(Book.MASS, material) + inside(Book.TOLL, material);
  }

  private long inside(Book book, String asset) {
    return balance(new AccountId(book, asset, "", "")).inside();
  }
}
