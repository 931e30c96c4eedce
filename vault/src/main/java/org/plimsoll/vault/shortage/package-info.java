/**
 * Who gets how much when there is less than is asked for. Read {@link
 * org.plimsoll.vault.shortage.Request}, then {@link org.plimsoll.vault.shortage.Allocation}.
 */
@NullMarked
package org.plimsoll.vault.shortage;

import org.jspecify.annotations.NullMarked;
