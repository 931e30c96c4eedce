package org.plimsoll.app.vault;

import java.util.regex.Pattern;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.vault.store.Verification;

/** Whether a vault is sound, and up to which row. */
public final class VaultProof {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private VaultProof() {}

  /**
   * Refuses a number or part of a hash, by which a sound vault would seem cut off.
   *
   * @throws Refusal if the text is no hash of a row
   */
  public static void requireHash(String text) {
    if (!HASH.matcher(text).matches()) {
      throw Refusal.of(
          "--head is '" + text + "', which is not a hash",
          "write the 64 hexadecimal digits that verify or backup printed, not the row's number");
    }
  }

  /** The end of the chain as far as it is sound, and what is wrong. */
  public static Answer answer(Verification verification) {
    return Answer.of("Proof of the vault")
        .fact("isSound", verification.isSound())
        .fact("journalRow", verification.head().number())
        .fact("journalHash", verification.head().hash())
        .with(
            Table.of("findings", "What is wrong", verification.findings())
                .words("finding", "finding", finding -> finding));
  }

  /** The same in one line: keep the hash elsewhere. */
  public static String line(Verification verification) {
    return "%s up to row %d, hash %s"
        .formatted(
            verification.isSound() ? "sound" : "UNSOUND; follows",
            verification.head().number(),
            verification.head().hash());
  }
}
