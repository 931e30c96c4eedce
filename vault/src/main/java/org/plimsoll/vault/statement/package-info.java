/**
 * What a participant is told: made from its part of the journal alone. Read {@link
 * org.plimsoll.vault.statement.Statement}, then {@link org.plimsoll.vault.statement.Period}.
 */
@NullMarked
package org.plimsoll.vault.statement;

import org.jspecify.annotations.NullMarked;
