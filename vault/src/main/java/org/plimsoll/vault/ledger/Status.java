package org.plimsoll.vault.ledger;

import java.util.Locale;

/**
 * What became of an event: the first of this list that applies. The list is closed and its order is
 * part of the promise.
 */
public enum Status {
  /** The line is no event. */
  UNREADABLE,
  /** The same event was posted before; nothing changed. */
  EXISTS,
  /** Another event has this id. */
  ID_TAKEN,
  /** The role may not do this, or not for this participant. */
  NOT_ALLOWED,
  /** A field that the verb needs is empty. */
  FIELD_MISSING,
  /** A field is filled that the verb has no use for. */
  FIELD_IDLE,
  /** An amount is zero or below. */
  AMOUNT_NOT_POSITIVE,
  /** An amount is beyond 10^15 grams or minor units, or would carry an account beyond 63 bits. */
  AMOUNT_TOO_LARGE,
  /** The event is older than the last one posted. */
  BEFORE_LAST,
  /** There is no event of that id. */
  REFERENCE_UNKNOWN,
  /** There is one, but of another kind, participant or material. */
  REFERENCE_WRONG,
  /** It was posted, voided, expired, ended or corrected before. */
  REFERENCE_CLOSED,
  /** The verb cannot be reserved, or the reservation would end before it begins. */
  HOLD_IMPOSSIBLE,
  /** The reservation has run out. */
  HOLD_EXPIRED,
  /** The reservation has not run out. */
  HOLD_NOT_EXPIRED,
  /** There is no such lot. */
  LOT_UNKNOWN,
  /** There is a lot of that name already. */
  LOT_TAKEN,
  /** The lot is past its best-before date. */
  LOT_EXPIRED,
  /** Buy-back is at the price of the contract. */
  PRICE_DIFFERS,
  /** The due date is past, or later than the terms allow. */
  DUE_OUT_OF_TERMS,
  /** No default before the due date and the days of grace. */
  NOT_DUE,
  /** More comes out than goes in, or entitlement and yield do not fit. */
  YIELD_IMPOSSIBLE,
  /** The lot has less in store, or reservations hold it. */
  INSUFFICIENT_STOCK,
  /** The processor has less. */
  INSUFFICIENT_TOLL,
  /** Less is promised. */
  INSUFFICIENT_PROMISE,
  /** The participant is entitled to less, or reservations hold it. */
  INSUFFICIENT_CLAIM,
  /** Less is out. */
  INSUFFICIENT_DEBT,
  /** Less is owed. */
  INSUFFICIENT_RECEIVABLE,
  /** The lot cost less. */
  INSUFFICIENT_COST,
  /** More would be out at once than the terms allow. */
  DRAW_LIMIT,
  /** Entitlements would exceed what is in store and with processors. */
  UNCOVERED,
  /** Reserved until a day. */
  RESERVED,
  /** Done. */
  POSTED;

  /** Whether the books changed. */
  public boolean isAccepted() {
    return this == POSTED || this == RESERVED;
  }

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
