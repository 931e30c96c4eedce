/**
 * The ledger itself: pure, exact, append-only. Two entities, account and transfer, and one
 * invariant: every transfer moves an exact amount from one account to another. Read {@link
 * org.plimsoll.vault.ledger.Book}, {@link org.plimsoll.vault.ledger.Verb}, {@link
 * org.plimsoll.vault.ledger.Status}, then {@link org.plimsoll.vault.ledger.Ledger}.
 */
@NullMarked
package org.plimsoll.vault.ledger;

import org.jspecify.annotations.NullMarked;
