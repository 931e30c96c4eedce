package org.plimsoll.vault.ledger;

import java.util.Locale;

/**
 * What became of an event: the first of this list that applies. The list is closed and its order is
 * part of the promise.
 */
public enum Status {
  UNREADABLE("the line is no event"),
  EXISTS("the same event was posted before; nothing changed"),
  ID_TAKEN("another event has this id"),
  NOT_ALLOWED("the role may not do this, or not for this participant"),
  FIELD_MISSING("a field that the verb needs is empty"),
  FIELD_IDLE("a field is filled that the verb has no use for"),
  AMOUNT_NOT_POSITIVE("an amount is zero or below"),
  AMOUNT_TOO_LARGE(
      "an amount is beyond 10^15 grams or minor units, or would carry an account beyond 63 bits"),
  AMOUNT_TOO_FINE("an amount has more decimals than its currency"),
  ASSAY_OUT_OF_RANGE("an assay is content as a share of gross mass: above 0 and at most 1"),
  CURRENCY_UNKNOWN("ISO 4217 has no currency of this code"),
  PRODUCT_UNKNOWN("neither the terms nor the world have this product"),
  PLACE_UNKNOWN("the world has no such country of origin, or the terms list no such site"),
  BEFORE_LAST("the event is older than the last one posted"),
  AHEAD_OF_CLOCK("the event's time has not come yet"),
  REFERENCE_UNKNOWN("there is no event of that id"),
  REFERENCE_WRONG("there is one, but of another kind, participant or material"),
  REFERENCE_CLOSED("it was posted, voided, expired, ended or corrected before"),
  HOLD_IMPOSSIBLE("the verb cannot be reserved, or the reservation would end before it begins"),
  HOLD_EXPIRED("the reservation has run out"),
  HOLD_NOT_EXPIRED("the reservation has not run out"),
  LOT_UNKNOWN("there is no such lot"),
  LOT_TAKEN("there is a lot of that name already"),
  LOT_EXPIRED("the lot is past its best-before date"),
  PRICE_DIFFERS("buy-back is at the price of the contract"),
  DUE_MISSING("a draw in an emergency says by which day it comes back"),
  DUE_OUT_OF_TERMS("the due date is past, or later than the terms allow"),
  NOT_DUE("no default before the due date and the days of grace"),
  TERMS_UNFIT("terms begin after the day on which they are posted, under a name of their own"),
  YIELD_IMPOSSIBLE("more comes out than goes in, or entitlement and yield do not fit"),
  INSUFFICIENT_STOCK("the lot has less in store, or reservations hold it"),
  INSUFFICIENT_TOLL("the processor has less"),
  INSUFFICIENT_PROMISE("less is promised"),
  INSUFFICIENT_CLAIM("the participant is entitled to less, or reservations hold it"),
  INSUFFICIENT_DEBT("less is out"),
  INSUFFICIENT_RECEIVABLE("less is owed"),
  INSUFFICIENT_COST("the lot cost less"),
  DRAW_LIMIT("more would be out at once than the terms allow"),
  UNCOVERED("entitlements would exceed what is in store and with processors"),
  RESERVED("reserved until a day"),
  POSTED("done");

  private final String meaning;

  Status(String meaning) {
    this.meaning = meaning;
  }

  /** What it says, in a sentence without its full stop. */
  public String meaning() {
    return meaning;
  }

  /** Whether the books changed. */
  public boolean isAccepted() {
    return this == POSTED || this == RESERVED;
  }

  /**
   * Whether the journal or the clock says so: at another time the same event may be answered
   * otherwise. The others are seen in the event and its sender alone.
   */
  public boolean restsOnJournal() {
    return this == ID_TAKEN || compareTo(BEFORE_LAST) >= 0;
  }

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
