/**
 * The terms of a contract as versioned data. Read {@link org.plimsoll.vault.terms.Term}, {@link
 * org.plimsoll.vault.terms.Terms}, {@link org.plimsoll.vault.terms.ShortageRule}, then {@link
 * org.plimsoll.vault.terms.UsReserve}.
 */
@NullMarked
package org.plimsoll.vault.terms;

import org.jspecify.annotations.NullMarked;
