package org.plimsoll.vault.ledger;

import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.terms.Listing;
import org.plimsoll.vault.terms.Terms;

/**
 * What a new event may say: a journal that is never edited has to know a slip before it takes it.
 * Rows that stand are not asked again.
 */
final class Intake {
  private Intake() {}

  static void check(Case asked, Catalogue catalogue) {
    Event event = asked.event();
    Terms terms = asked.termsToday();
    asked.findIf(
        event.has(Field.ASSAY)
            && (event.assay().equals(Share.NONE) || event.assay().compareTo(Share.ONE) > 0),
        Status.ASSAY_OUT_OF_RANGE);
    asked.findIf(
        event.find(Field.CURRENCY).filter(code -> !CurrencyCode.of(code).isListed()).isPresent(),
        Status.CURRENCY_UNKNOWN);
    asked.findIf(
        newProduct(event).filter(product -> !has(terms, catalogue, product)).isPresent(),
        Status.PRODUCT_UNKNOWN);
    asked.findIf(
        event.find(Field.ORIGIN).filter(origin -> !catalogue.hasOrigin(origin)).isPresent()
            || newSite(event).filter(site -> !isListed(terms.sites(), site)).isPresent(),
        Status.PLACE_UNKNOWN);
  }

  private static boolean has(Terms terms, Catalogue catalogue, String product) {
    boolean isInTerms =
        terms.products().filter(listing -> listing.names().contains(product)).isPresent();
    // Where nothing is known of the world, a list in the terms is all that there is.
    boolean isOpen = catalogue.products().isEmpty() && terms.products().isEmpty();
    return isInTerms || isOpen || catalogue.products().contains(ProductId.parse(product));
  }

  /** Terms that list none leave it open. */
  private static boolean isListed(Optional<Listing> listing, String name) {
    return listing.filter(listed -> !listed.names().contains(name)).isEmpty();
  }

  /** A product that may be new to the vault; elsewhere it names what is there. */
  private static Optional<String> newProduct(Event event) {
    return switch (event.verb()) {
      case COMMIT, ACQUIRE, UPGRADE, EMERGENCY -> event.find(Field.PRODUCT);
      case ALLOT, DRAW, REPLENISH, TRANSFER, RELEASE, ROTATE, TOLL, MOVE, END, BUY_BACK ->
          Optional.empty();
      case DEFAULT, CHARGE, PAY, CORRECTION, AMEND, POST, VOID, EXPIRE -> Optional.empty();
    };
  }

  /** A site that may be new to the vault. */
  private static Optional<String> newSite(Event event) {
    return switch (event.verb()) {
      case ACQUIRE, REPLENISH, UPGRADE -> event.find(Field.SITE);
      case MOVE -> event.find(Field.TO_SITE);
      case COMMIT, ALLOT, DRAW, TRANSFER, RELEASE, ROTATE, TOLL, EMERGENCY, END, BUY_BACK ->
          Optional.empty();
      case DEFAULT, CHARGE, PAY, CORRECTION, AMEND, POST, VOID, EXPIRE -> Optional.empty();
    };
  }
}
