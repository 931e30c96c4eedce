package org.plimsoll.vault.ledger;

/** What somebody is to the vault. */
public enum Role {
  /** Runs it: may post every verb. */
  OPERATOR,
  /** Sees and moves only its own. */
  PARTICIPANT,
  /** Reads all, posts nothing. */
  AUDITOR
}
