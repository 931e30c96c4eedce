/**
 * The vault's papers: a participant's statement as a page and as a table. Read {@link
 * org.plimsoll.app.vault.DailyUse}, {@link org.plimsoll.app.vault.StatementPage}, then {@link
 * org.plimsoll.app.vault.StatementCsv}.
 */
@NullMarked
package org.plimsoll.app.vault;

import org.jspecify.annotations.NullMarked;
