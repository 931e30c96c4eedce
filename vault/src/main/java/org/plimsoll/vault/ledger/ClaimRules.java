package org.plimsoll.vault.ledger;

import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.terms.Term;

/** Promises and entitlements. */
final class ClaimRules {
  private ClaimRules() {}

  static void commit(Case asked) {
    Event event = asked.event();
    String participant = event.get(Field.PARTICIPANT);
    long grams = event.grams(Field.MASS_G);
    asked.bring(
        AccountId.of(Book.PROMISE, event.material(), participant, event.id()),
        grams,
        Reason.COMMITTED);
    asked.owe(
        participant,
        Due.of(event.price(), grams, asked.termsToday().share(Term.ENTRY_FEE)),
        Reason.ENTRY_FEE);
  }

  static void allot(Case asked) {
    contract(asked)
        .ifPresent(contract ->
            allot(asked, asked.event().grams(Field.ENTITLEMENT_G), material(asked, contract)));
  }

  /** What was promised becomes an entitlement. */
  static void allot(Case asked, long grams, Material material) {
    String participant = asked.event().get(Field.PARTICIPANT);
    String contract = asked.event().get(Field.CONTRACT);
    asked.remove(
        AccountId.of(Book.PROMISE, material, participant, contract), grams, Reason.ALLOTTED);
    asked.bring(AccountId.of(Book.CLAIM, material, participant, contract), grams, Reason.ALLOTTED);
  }

  static void transfer(Case asked) {
    Event event = asked.event();
    String from = event.get(Field.PARTICIPANT);
    String to = event.get(Field.TO);
    asked.findIf(from.equals(to), Status.REFERENCE_WRONG);
    Optional<Posted> contract = contract(asked);
    if (contract.isPresent() && !from.equals(to)) {
      AccountId giver =
          AccountId.of(
              Book.CLAIM, material(asked, contract.get()), from, event.get(Field.CONTRACT));
      asked.move(
          giver,
          new AccountId(Book.CLAIM, giver.asset(), to, giver.paper()),
          event.grams(Field.ENTITLEMENT_G),
          Reason.TRANSFERRED);
    }
  }

  static void buyBack(Case asked) {
    Event event = asked.event();
    Optional<Posted> contract = contract(asked);
    contract.ifPresent(
        found -> asked.findIf(!found.event().price().equals(event.price()), Status.PRICE_DIFFERS));
    Optional<Lot> lot = asked.freshLot();
    if (contract.isEmpty() || lot.isEmpty()) {
      return;
    }
    String participant = event.get(Field.PARTICIPANT);
    long grams = event.grams(Field.MASS_G);
    Material material = lot.get().material();
    asked.remove(
        AccountId.of(Book.CLAIM, material, participant, event.get(Field.CONTRACT)),
        grams,
        Reason.BOUGHT_BACK);
    asked.remove(StockRules.stored(event, lot.get()), grams, Reason.BOUGHT_BACK);
    asked.owe(participant, Due.of(event.price(), grams, Share.ONE), Reason.BOUGHT_BACK);
  }

  /** The commitment that the event names. */
  static Optional<Posted> contract(Case asked) {
    return asked.refer(Field.CONTRACT, Verb.COMMIT);
  }

  /**
   * The material that is meant: that of the contract, unless the event names another into which the
   * entitlement was converted.
   */
  private static Material material(Case asked, Posted contract) {
    Event event = asked.event();
    Material own = contract.event().material();
    return new Material(
        event.find(Field.PRODUCT).map(ProductId::parse).orElse(own.product()),
        event.find(Field.FORM).orElse(own.form()),
        event.find(Field.GRADE).orElse(own.grade()));
  }
}
