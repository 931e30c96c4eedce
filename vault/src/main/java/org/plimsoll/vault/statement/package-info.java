/**
 * What a participant is told, made from its part of the journal alone, and what is held and due.
 * Read {@link org.plimsoll.vault.statement.Statement} and {@link
 * org.plimsoll.vault.statement.Period}, then {@link org.plimsoll.vault.statement.Holdings} and
 * {@link org.plimsoll.vault.statement.DueDate}.
 */
@NullMarked
package org.plimsoll.vault.statement;

import org.jspecify.annotations.NullMarked;
