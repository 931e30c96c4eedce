package org.plimsoll.vault.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
