package org.plimsoll.vault.ledger;

import java.time.Instant;

/**
 * The end of the chain.
 *
 * @param number of the last row; 0 if there is none
 * @param at its time
 * @param hash its hash; of an empty journal, the hash of what the vault was opened with
 */
public record Head(long number, Instant at, String hash) {
  /** Of an empty journal, opened with {@code terms} as they are written. */
  public static Head ofTerms(String terms) {
    return new Head(0, Instant.EPOCH, Chain.hash(terms));
  }
}
