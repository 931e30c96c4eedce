package org.plimsoll.vault.ledger;

import java.math.BigInteger;
import java.util.Optional;
import org.plimsoll.model.quantity.Share;

/** Lots: in, out, elsewhere, otherwise. */
final class StockRules {
  /** The party of accounts that are the vault's own. */
  static final String VAULT = "vault";

  private StockRules() {}

  static void acquire(Case asked) {
    Event event = asked.event();
    Lot lot = Lot.of(event.get(Field.LOT), event.material(), event);
    asked.open(lot);
    long grams = event.grams(Field.MASS_G);
    asked.bring(stored(event, lot), grams, Reason.ACQUIRED);
    if (isWhole(asked, Field.PRICE, Field.CURRENCY)) {
      var paid = Due.of(event.price(), grams, Share.ONE);
      asked.findIf(paid.isEmpty(), Status.AMOUNT_TOO_LARGE);
      paid.ifPresent(money ->
          asked.bring(
              AccountId.ofMoney(Book.COST, money.currency(), VAULT, lot.id()),
              money.minor(),
              Reason.PURCHASE));
    }
    if (isWhole(asked, Field.PARTICIPANT, Field.CONTRACT, Field.ENTITLEMENT_G)
        && ClaimRules.contract(asked).isPresent()) {
      ClaimRules.allot(asked, event.grams(Field.ENTITLEMENT_G), lot.material());
    }
  }

  static void release(Case asked) {
    Event event = asked.event();
    long grams = event.grams(Field.MASS_G);
    asked.freshLot().ifPresent(lot -> asked.remove(stored(event, lot), grams, Reason.RELEASED));
    if (isWhole(asked, Field.TO, Field.PRICE, Field.CURRENCY)) {
      asked.owe(event.get(Field.TO), Due.of(event.price(), grams, Share.ONE), Reason.SALE);
    }
  }

  static void rotate(Case asked) {
    Event event = asked.event();
    Optional<Lot> old = asked.lot();
    if (old.isEmpty()) {
      return;
    }
    Lot lot = Lot.of(event.get(Field.NEW_LOT), old.get().material(), event);
    asked.open(lot);
    long grams = event.grams(Field.MASS_G);
    asked.remove(stored(event, old.get()), grams, Reason.ROTATED);
    asked.bring(stored(event, lot), grams, Reason.ROTATED);
  }

  static void upgrade(Case asked) {
    Event event = asked.event();
    Optional<Lot> old = asked.lot();
    long in = event.grams(Field.MASS_G);
    long out = event.grams(Field.OUT_G);
    asked.findIf(out > in, Status.YIELD_IMPOSSIBLE);
    Lot lot = Lot.of(event.get(Field.NEW_LOT), event.material(), event);
    asked.open(lot);
    Optional<AccountId> source = old.flatMap(from -> sourceOf(asked, from));
    if (old.isEmpty() || source.isEmpty() || out > in) {
      return;
    }
    // Content is conserved, so only within one commodity; and something must change.
    asked.findIf(
        !old.get().material().product().commodity().equals(lot.material().product().commodity())
            || old.get().material().equals(lot.material()),
        Status.YIELD_IMPOSSIBLE);
    asked.remove(source.get(), out, Reason.CONVERTED);
    asked.remove(source.get(), in - out, Reason.LOST);
    asked.bring(stored(event, lot), out, Reason.CONVERTED);
    if (isWhole(asked, Field.PARTICIPANT, Field.CONTRACT, Field.ENTITLEMENT_G)
        && ClaimRules.contract(asked).isPresent()) {
      convertClaim(asked, old.get().material(), lot.material());
    }
  }

  /** The holder of a claim bears the loss of its part, rounded against it by less than a gram. */
  private static void convertClaim(Case asked, Material from, Material to) {
    Event event = asked.event();
    long claimed = event.grams(Field.ENTITLEMENT_G);
    long in = event.grams(Field.MASS_G);
    if (claimed > in) {
      asked.find(Status.YIELD_IMPOSSIBLE);
      return;
    }
    long kept =
        BigInteger.valueOf(claimed)
            .multiply(BigInteger.valueOf(event.grams(Field.OUT_G)))
            .divide(BigInteger.valueOf(in))
            .longValueExact();
    String participant = event.get(Field.PARTICIPANT);
    String contract = event.get(Field.CONTRACT);
    AccountId before = AccountId.of(Book.CLAIM, from, participant, contract);
    asked.remove(before, kept, Reason.CONVERTED);
    asked.remove(before, claimed - kept, Reason.LOST);
    asked.bring(AccountId.of(Book.CLAIM, to, participant, contract), kept, Reason.CONVERTED);
  }

  private static Optional<AccountId> sourceOf(Case asked, Lot from) {
    if (!asked.event().has(Field.REFERS)) {
      return Optional.of(stored(asked.event(), from));
    }
    Optional<Posted> toll = asked.refer(Field.REFERS, Verb.TOLL);
    asked.findIf(
        toll.filter(row -> !row.event().get(Field.LOT).equals(from.id())).isPresent(),
        Status.REFERENCE_WRONG);
    return toll.map(row ->
        AccountId.of(Book.TOLL, from.material(), row.event().get(Field.PROCESSOR), from.id()));
  }

  static void toll(Case asked) {
    Event event = asked.event();
    Optional<Lot> lot = asked.lot();
    if (lot.isPresent()) {
      long grams = event.grams(Field.MASS_G);
      asked.remove(stored(event, lot.get()), grams, Reason.TOLLED);
      asked.bring(
          AccountId.of(Book.TOLL, lot.get().material(), event.get(Field.PROCESSOR), lot.get().id()),
          grams,
          Reason.TOLLED);
    }
  }

  static void move(Case asked) {
    Event event = asked.event();
    Optional<Lot> lot = asked.lot();
    boolean isElsewhere = !event.get(Field.SITE).equals(event.get(Field.TO_SITE));
    asked.findIf(!isElsewhere, Status.REFERENCE_WRONG);
    if (lot.isPresent() && isElsewhere) {
      AccountId from = stored(event, lot.get());
      asked.move(
          from,
          new AccountId(Book.MASS, from.asset(), event.get(Field.TO_SITE), from.paper()),
          event.grams(Field.MASS_G),
          Reason.MOVED);
    }
  }

  static AccountId stored(Event event, Lot lot) {
    return AccountId.of(Book.MASS, lot.material(), event.get(Field.SITE), lot.id());
  }

  /** Whether all of these are given; some of them without the others make no sense. */
  private static boolean isWhole(Case asked, Field... fields) {
    int given = 0;
    for (Field field : fields) {
      given += asked.event().has(field) ? 1 : 0;
    }
    asked.findIf(given > 0 && given < fields.length, Status.FIELD_MISSING);
    return given == fields.length;
  }
}
