package org.plimsoll.vault.ledger;

import org.plimsoll.vault.terms.Terms;

/** Later versions of the terms. */
final class TermsRules {
  private TermsRules() {}

  /**
   * Nothing that was agreed changes: no contract is dated on or after a day that is still to come.
   */
  static void amend(Case asked) {
    Terms next = asked.event().terms().orElseThrow();
    asked.findIf(
        !next.from().isAfter(asked.day()) || asked.books().terms().has(next.version()),
        Status.TERMS_UNFIT);
  }
}
