package org.plimsoll.vault.ledger;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has to be written.
 *
 * @param rows new rows of the journal, in order
 * @param balances accounts that they changed
 */
public record Changes(List<Posted> rows, SortedMap<AccountId, Balance> balances) {
  public Changes {
    rows = List.copyOf(rows);
    balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
  }
}
