package org.plimsoll.vault.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.terms.Term;
import org.plimsoll.vault.terms.Terms;

/** What is drawn, comes back, or does not. */
final class DrawRules {
  private static final long WHOLE = 1_000_000;

  private DrawRules() {}

  static void draw(Case asked) {
    Event event = asked.event();
    Optional<Posted> contract = ClaimRules.contract(asked);
    Optional<Lot> lot = asked.freshLot();
    boolean isEmergency = event.has(Field.REFERS);
    if (isEmergency) {
      checkEmergency(asked, lot);
    }
    if (contract.isEmpty() || lot.isEmpty()) {
      return;
    }
    Terms terms = asked.termsOf(contract.get());
    checkDue(asked, terms, isEmergency);
    String participant = event.get(Field.PARTICIPANT);
    String paper = event.get(Field.CONTRACT);
    Material material = lot.get().material();
    long grams = event.grams(Field.MASS_G);
    AccountId claim = AccountId.of(Book.CLAIM, material, participant, paper);
    AccountId out = AccountId.of(Book.OUT, material, participant, paper);
    asked.findIf(
        !isWithin(
            limit(terms, isEmergency),
            asked.books().balance(claim),
            asked.books().balance(out),
            grams),
        Status.DRAW_LIMIT);
    asked.remove(claim, grams, Reason.DRAWN);
    asked.bring(out, grams, Reason.DRAWN);
    asked.bring(AccountId.of(Book.DEBT, material, participant, event.id()), grams, Reason.DRAWN);
    asked.remove(StockRules.stored(event, lot.get()), grams, Reason.DRAWN);
  }

  /**
   * Whether, after the draw, at most the share is out of all that was allotted. What reservations
   * hold counts as out.
   */
  private static boolean isWithin(Share share, Balance claim, Balance out, long grams) {
    BigInteger afterwards =
        BigInteger.valueOf(out.amount())
            .add(BigInteger.valueOf(claim.reserved()))
            .add(BigInteger.valueOf(grams));
    BigInteger allotted = BigInteger.valueOf(out.amount()).add(BigInteger.valueOf(claim.amount()));
    return afterwards
            .multiply(BigInteger.valueOf(WHOLE))
            .compareTo(allotted.multiply(BigInteger.valueOf(share.millionths())))
        <= 0;
  }

  private static void checkEmergency(Case asked, Optional<Lot> lot) {
    Optional<Posted> emergency = asked.refer(Field.REFERS, Verb.EMERGENCY);
    if (emergency.isEmpty()) {
      return;
    }
    Event declared = emergency.get().event();
    asked.findIf(
        asked.books().findClosing(declared.id()).isPresent()
            || declared.day(Field.DUE).filter(last -> last.isBefore(asked.day())).isPresent(),
        Status.REFERENCE_CLOSED);
    asked.findIf(
        lot.isPresent()
            && declared
                .find(Field.PRODUCT)
                .filter(product -> !product.equals(lot.get().material().product().toString()))
                .isPresent(),
        Status.REFERENCE_WRONG);
  }

  private static void checkDue(Case asked, Terms terms, boolean isEmergency) {
    Optional<LocalDate> due = asked.event().day(Field.DUE);
    asked.findIfNew(isEmergency && due.isEmpty(), Status.DUE_MISSING);
    // What is reserved may leave on the last day of the reservation.
    LocalDate last = asked.event().day(Field.HOLD_UNTIL).orElse(asked.day());
    asked.findIf(!isInTerms(due, asked.day(), last, terms, isEmergency), Status.DUE_OUT_OF_TERMS);
  }

  /** Whether a due date, if one is said, fits goods that leave between two days. */
  private static boolean isInTerms(
      Optional<LocalDate> due, LocalDate first, LocalDate last, Terms terms, boolean isEmergency) {
    LocalDate latest = last.plusDays(terms.days(Term.REPLENISH_DAYS));
    return due.isEmpty()
        || (!due.get().isBefore(first) && (isEmergency || !due.get().isAfter(latest)));
  }

  /**
   * The goods of a reserved draw leave: its due date and the limit are those of this day, whatever
   * was transferred since.
   */
  static void carryOut(Case asked, Posted held, Lot lot) {
    Event event = held.event();
    String participant = event.get(Field.PARTICIPANT);
    String paper = event.get(Field.CONTRACT);
    Posted contract =
        asked
            .books()
            .findPosted(paper)
            .orElseThrow(() -> new IllegalStateException("a draw names its contract: " + paper));
    Terms terms = asked.termsOf(contract);
    boolean isEmergency = event.has(Field.REFERS);
    asked.findIf(
        !isInTerms(event.day(Field.DUE), asked.day(), asked.day(), terms, isEmergency),
        Status.DUE_OUT_OF_TERMS);
    asked.findIf(
        !isWithin(
            limit(terms, isEmergency),
            asked.books().balance(AccountId.of(Book.CLAIM, lot.material(), participant, paper)),
            asked.books().balance(AccountId.of(Book.OUT, lot.material(), participant, paper)),
            0),
        Status.DRAW_LIMIT);
  }

  private static Share limit(Terms terms, boolean isEmergency) {
    return terms.share(isEmergency ? Term.EMERGENCY_DRAW_SHARE : Term.DRAW_SHARE);
  }

  /** The day the goods of a draw left: that of the row which carried a reservation out. */
  private static LocalDate left(Case asked, Posted draw) {
    return asked
        .books()
        .findClosing(draw.event().id())
        .flatMap(asked.books()::findPosted)
        .filter(closing -> closing.event().verb() == Verb.POST && asked.isNew())
        .orElse(draw)
        .day();
  }

  static void replenish(Case asked) {
    Event event = asked.event();
    Optional<Posted> draw = asked.refer(Field.REFERS, Verb.DRAW);
    Optional<Material> material = draw.flatMap(row -> drawn(asked, row));
    if (draw.isEmpty() || material.isEmpty()) {
      return;
    }
    Lot lot = Lot.of(event.get(Field.LOT), material.get(), event);
    asked.open(lot);
    String participant = event.get(Field.PARTICIPANT);
    long grams = event.grams(Field.MASS_G);
    settle(asked, draw.get(), material.get(), grams, Reason.REPLENISHED);
    asked.bring(StockRules.stored(event, lot), grams, Reason.REPLENISHED);
    asked.bring(
        AccountId.of(
            Book.CLAIM, material.get(), participant, draw.get().event().get(Field.CONTRACT)),
        grams,
        Reason.REPLENISHED);
  }

  static void defaulted(Case asked) {
    Optional<Posted> draw = asked.refer(Field.REFERS, Verb.DRAW);
    Optional<Material> material = draw.flatMap(row -> drawn(asked, row));
    Optional<Posted> contract =
        draw.flatMap(row -> asked.books().findPosted(row.event().get(Field.CONTRACT)));
    if (draw.isEmpty() || material.isEmpty() || contract.isEmpty()) {
      return;
    }
    String participant = asked.event().get(Field.PARTICIPANT);
    Terms terms = asked.termsOf(contract.get());
    Optional<LocalDate> due = draw.get().dueDay(terms, left(asked, draw.get()));
    asked.findIf(
        due.isEmpty() || !asked.day().isAfter(due.get().plusDays(terms.days(Term.GRACE_DAYS))),
        Status.NOT_DUE);
    long grams = asked.books().balance(debt(draw.get(), material.get(), participant)).amount();
    asked.findIf(grams == 0, Status.INSUFFICIENT_DEBT);
    settle(asked, draw.get(), material.get(), grams, Reason.DEFAULTED);
    asked.owe(
        participant, Due.of(contract.get().event().price(), grams, Share.ONE), Reason.DEFAULTED);
    asked.owe(
        participant,
        Due.of(contract.get().event().price(), grams, terms.share(Term.DEFAULT_PENALTY)),
        Reason.PENALTY);
  }

  /** The material of a draw, if it is this participant's. */
  private static Optional<Material> drawn(Case asked, Posted draw) {
    boolean isOwn =
        draw.event().get(Field.PARTICIPANT).equals(asked.event().get(Field.PARTICIPANT));
    asked.findIf(!isOwn, Status.REFERENCE_WRONG);
    return isOwn
        ? asked.books().findLot(draw.event().get(Field.LOT)).map(Lot::material)
        : Optional.empty();
  }

  private static AccountId debt(Posted draw, Material material, String participant) {
    return AccountId.of(Book.DEBT, material, participant, draw.event().id());
  }

  private static void settle(
      Case asked, Posted draw, Material material, long grams, Reason reason) {
    String participant = asked.event().get(Field.PARTICIPANT);
    asked.remove(debt(draw, material, participant), grams, reason);
    asked.remove(
        AccountId.of(Book.OUT, material, participant, draw.event().get(Field.CONTRACT)),
        grams,
        reason);
  }
}
