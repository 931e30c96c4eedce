package org.plimsoll.vault.ledger;

import java.time.Instant;
import java.util.List;
import org.plimsoll.model.provenance.Sha256;

/** Hashes of the journal: SHA-256 over a row's text and the hash before it. */
final class Chain {
  private Chain() {}

  static String hash(
      Head before, Instant at, Actor actor, Event event, boolean isHeld, List<Transfer> transfers) {
    StringBuilder text = new StringBuilder();
    text.append(before.hash()).append('\n');
    text.append(before.number() + 1).append(' ').append(at).append(' ').append(actor).append('\n');
    text.append(event.toText());
    text.append(isHeld ? "held\n" : "done\n");
    for (Transfer transfer : transfers) {
      text.append(transfer.toLine()).append('\n');
    }
    return hash(text.toString());
  }

  static String hash(String text) {
    return Sha256.of(text);
  }
}
