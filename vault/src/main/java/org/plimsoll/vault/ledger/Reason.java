package org.plimsoll.vault.ledger;

/** Why an amount moves. */
public enum Reason {
  COMMITTED,
  ENTRY_FEE,
  ACQUIRED,
  PURCHASE,
  ALLOTTED,
  DRAWN,
  REPLENISHED,
  TRANSFERRED,
  RELEASED,
  SALE,
  ROTATED,
  MOVED,
  TOLLED,
  CONVERTED,
  LOST,
  BOUGHT_BACK,
  DEFAULTED,
  PENALTY,
  CHARGED,
  PAID,
  CORRECTED
}
