/**
 * The vault's papers: a participant's statement as a page and as a table, and a plan's stockpile as
 * purchases, an allocation in shortage; its stock, lots, due dates and journal as answers. Read
 * {@link org.plimsoll.app.vault.DailyUse}, {@link org.plimsoll.app.vault.StatementPage}, {@link
 * org.plimsoll.app.vault.StatementCsv}, {@link org.plimsoll.app.vault.PlanProgramme}, {@link
 * org.plimsoll.app.vault.AllocationDraft}, then {@link org.plimsoll.app.vault.VaultStock}.
 */
@NullMarked
package org.plimsoll.app.vault;

import org.jspecify.annotations.NullMarked;
