/**
 * The ledger in PostgreSQL: embedded or a server, one SQL, an acknowledged posting on disk. Read
 * {@link org.plimsoll.vault.store.Database}, {@link org.plimsoll.vault.store.Vault}, then {@link
 * org.plimsoll.vault.store.VaultReader}.
 */
@NullMarked
package org.plimsoll.vault.store;

import org.jspecify.annotations.NullMarked;
