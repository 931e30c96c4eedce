package org.plimsoll.vault.statement;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Lot;

/**
 * What is held at the end of the journal: by the vault and everybody, or by one participant.
 *
 * @param head the end of the journal
 * @param accounts that hold something, the edges left out; of a participant its own alone
 * @param lots that are in store or with a processor, by name
 * @param due days, in order
 */
public record Holdings(
    Head head,
    SortedMap<AccountId, Balance> accounts,
    SortedMap<String, Lot> lots,
    List<DueDate> due) {
  public Holdings {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    lots = Collections.unmodifiableSortedMap(new TreeMap<>(lots));
    due = List.copyOf(due);
  }

  public SortedMap<AccountId, Balance> of(Book book) {
    SortedMap<AccountId, Balance> some = new TreeMap<>(accounts);
    some.keySet().removeIf(account -> account.book() != book);
    return Collections.unmodifiableSortedMap(some);
  }

  /** The lot of an account of stock. */
  public Lot lot(AccountId account) {
    Lot lot = lots.get(account.paper());
    if (lot == null) {
      throw new IllegalArgumentException("no lot of " + account);
    }
    return lot;
  }
}
