package org.plimsoll.vault.ledger;

import java.util.Comparator;
import org.plimsoll.model.quantity.CurrencyCode;

/**
 * An account's name.
 *
 * @param book the ledger
 * @param asset a material or a currency
 * @param party whose: a site, a processor, a participant; empty for the edge
 * @param paper a lot, a contract, a draw; may be empty
 */
public record AccountId(Book book, String asset, String party, String paper)
    implements Comparable<AccountId> {
  private static final Comparator<AccountId> ORDER =
      Comparator.comparing(AccountId::book)
          .thenComparing(AccountId::asset)
          .thenComparing(AccountId::party)
          .thenComparing(AccountId::paper);

  static AccountId of(Book book, Material material, String party, String paper) {
    return new AccountId(book, material.toString(), party, paper);
  }

  static AccountId ofMoney(Book book, CurrencyCode currency, String party, String paper) {
    return new AccountId(book, currency.code(), party, paper);
  }

  /** The account of the same book and asset that stands for the world outside. */
  public AccountId edge() {
    return new AccountId(book, asset, "", "");
  }

  /** Whether it may be below zero. */
  public boolean isEdge() {
    return party.isEmpty();
  }

  @Override
  public int compareTo(AccountId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return book + "|" + asset + "|" + party + "|" + paper;
  }
}
