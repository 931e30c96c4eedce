package org.plimsoll.vault.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What holds of the books at any time, looked at from the balances alone: it shares nothing with
 * the rules that made them.
 */
public final class Invariants {
  private Invariants() {}

  /** Every breach, in words; none if all is well. */
  public static List<String> check(SortedMap<AccountId, Balance> balances) {
    List<String> breaches = new ArrayList<>();
    SortedMap<String, Long> sums = new TreeMap<>();
    SortedMap<String, Long> inside = new TreeMap<>();
    balances.forEach((account, balance) -> {
      sums.merge(account.book() + " " + account.asset(), balance.amount(), Long::sum);
      if (account.isEdge()) {
        if (balance.amount() > 0 || balance.reserved() < 0) {
          breaches.add(account + ": more left than ever came in: " + balance);
        }
      } else {
        inside.merge(account.book() + " " + account.asset(), balance.amount(), Long::sum);
        if (balance.amount() < 0 || balance.reserved() < 0 || balance.available() < 0) {
          breaches.add(account + ": below zero: " + balance);
        }
      }
    });
    sums.forEach((ledger, sum) -> {
      if (sum != 0) {
        breaches.add(ledger + ": what is inside and the edge differ by " + sum);
      }
    });
    for (String ledger : inside.keySet()) {
      String asset = ledger.substring(ledger.indexOf(' ') + 1);
      long claims = inside.getOrDefault(Book.CLAIM + " " + asset, 0L);
      long stored =
          inside.getOrDefault(Book.MASS + " " + asset, 0L)
              + inside.getOrDefault(Book.TOLL + " " + asset, 0L);
      if (ledger.startsWith(Book.CLAIM + " ") && claims > stored) {
        breaches.add(asset + ": entitlements of " + claims + " g, but " + stored + " g are there");
      }
      long out = inside.getOrDefault(Book.OUT + " " + asset, 0L);
      long debt = inside.getOrDefault(Book.DEBT + " " + asset, 0L);
      if (ledger.startsWith(Book.OUT + " ") && out != debt) {
        breaches.add(asset + ": " + out + " g are out, but draws owe " + debt + " g");
      }
    }
    return breaches;
  }
}
