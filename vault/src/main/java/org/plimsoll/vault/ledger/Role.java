package org.plimsoll.vault.ledger;

/** What somebody is to the vault. */
public enum Role {
  /** Runs it: may post every verb, take backups and restore them. */
  OPERATOR,
  /** Sees and moves only its own. */
  PARTICIPANT,
  /** Reads and verifies all, posts nothing. */
  AUDITOR
}
