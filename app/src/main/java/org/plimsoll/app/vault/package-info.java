/**
 * The vault's use cases. {@link org.plimsoll.app.vault.OpenVault} stays open for many who ask;
 * {@link org.plimsoll.app.vault.VaultView} is what somebody may see: a participant's statement, the
 * stock, lots, due dates, the journal. {@link org.plimsoll.app.vault.VaultEvents} reads events,
 * {@link org.plimsoll.app.vault.VaultAnswers} books them and says what became of each; {@link
 * org.plimsoll.app.vault.Allocating} shares a shortage; {@link
 * org.plimsoll.app.vault.PlanProgramme} makes purchases of a plan's stockpile.
 */
@NullMarked
package org.plimsoll.app.vault;

import org.jspecify.annotations.NullMarked;
