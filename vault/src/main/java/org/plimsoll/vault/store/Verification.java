package org.plimsoll.vault.store;

import java.util.List;
import org.plimsoll.vault.ledger.Head;

/**
 * What {@link Verifier} found.
 *
 * @param head the end of the chain, as far as it is sound
 * @param findings what is wrong, in words; none if all is well
 */
public record Verification(Head head, List<String> findings) {
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findings.isEmpty();
  }
}
