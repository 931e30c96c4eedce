package org.plimsoll.vault.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What has to be written.
 *
 * @param rows new rows of the journal, in order
 * @param balances accounts that they changed, in the order in which they did
 */
public record Changes(List<Posted> rows, SequencedMap<AccountId, Balance> balances) {
  public Changes {
    rows = List.copyOf(rows);
    balances = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(balances));
  }
}
