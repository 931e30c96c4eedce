package org.plimsoll.vault.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.model.quantity.CurrencyCode;

/** Reservations, emergencies, invoices, and mistakes set right. */
final class SettlingRules {
  private SettlingRules() {}

  static void post(Case asked) {
    Optional<Posted> held = reservation(asked);
    held.ifPresent(row -> {
      asked.findIf(isOver(asked, row), Status.HOLD_EXPIRED);
      asked.moveAll(row.transfers());
      if (asked.isNew()) {
        leave(asked, row);
      }
    });
  }

  /** What was reserved leaves today, and is judged by today. */
  private static void leave(Case asked, Posted held) {
    held.event()
        .find(Field.LOT)
        .flatMap(asked.books()::findLot)
        .ifPresent(lot -> {
          asked.findIf(lot.isPast(asked.day()), Status.LOT_EXPIRED);
          if (held.event().verb() == Verb.DRAW) {
            DrawRules.carryOut(asked, held, lot);
          }
        });
  }

  /** A reservation is given up by whom it belongs to, or by the operator. */
  static void giveUp(Case asked) {
    Optional<Posted> held = reservation(asked);
    Optional<String> named = asked.event().find(Field.PARTICIPANT);
    held.ifPresent(row ->
        asked.findIf(
            named.isPresent() && !row.event().find(Field.PARTICIPANT).equals(named),
            Status.REFERENCE_WRONG));
  }

  static void expire(Case asked) {
    Optional<Posted> held = reservation(asked);
    held.ifPresent(row -> asked.findIf(!isOver(asked, row), Status.HOLD_NOT_EXPIRED));
  }

  private static boolean isOver(Case asked, Posted held) {
    return held.event().day(Field.HOLD_UNTIL).filter(asked.day()::isAfter).isPresent();
  }

  private static Optional<Posted> reservation(Case asked) {
    String id = asked.event().get(Field.REFERS);
    Optional<Posted> row = asked.books().findPosted(id);
    asked.findIf(row.isEmpty(), Status.REFERENCE_UNKNOWN);
    asked.findIf(row.filter(found -> !found.isHeld()).isPresent(), Status.REFERENCE_WRONG);
    asked.close(id);
    return row.filter(Posted::isHeld);
  }

  static void end(Case asked) {
    asked
        .refer(Field.REFERS, Verb.EMERGENCY)
        .ifPresent(emergency -> asked.close(emergency.event().id()));
  }

  static void charge(Case asked) {
    money(asked).ifPresent(minor -> asked.bring(owed(asked), minor, Reason.CHARGED));
  }

  static void pay(Case asked) {
    money(asked).ifPresent(minor -> asked.remove(owed(asked), minor, Reason.PAID));
  }

  private static AccountId owed(Case asked) {
    return AccountId.ofMoney(
        Book.RECEIVABLE, asked.event().currency(), asked.event().get(Field.PARTICIPANT), "");
  }

  /** In minor units, if it is some and not too much. */
  private static Optional<Long> money(Case asked) {
    CurrencyCode currency = asked.event().currency();
    BigDecimal minor = asked.event().amount().movePointRight(currency.minorDigits());
    asked.findIf(minor.signum() <= 0, Status.AMOUNT_NOT_POSITIVE);
    asked.findIf(minor.stripTrailingZeros().scale() > 0, Status.AMOUNT_TOO_FINE);
    asked.findIf(minor.compareTo(BigDecimal.valueOf(Due.MOST)) > 0, Status.AMOUNT_TOO_LARGE);
    return asked.first().isEmpty() ? Optional.of(minor.longValueExact()) : Optional.empty();
  }

  /** Every transfer of the event goes back, or none: what was used meanwhile forbids it. */
  static void correct(Case asked) {
    String id = asked.event().get(Field.CORRECTS);
    Optional<Posted> row = asked.books().findPosted(id);
    asked.findIf(row.isEmpty(), Status.REFERENCE_UNKNOWN);
    asked.close(id);
    row.ifPresent(wrong -> {
      asked.findIf(
          wrong.isHeld() || wrong.transfers().isEmpty() || wrong.event().verb() == Verb.CORRECTION,
          Status.REFERENCE_WRONG);
      asked.moveAll(wrong.transfers().reversed().stream().map(Transfer::back).toList());
    });
  }
}
