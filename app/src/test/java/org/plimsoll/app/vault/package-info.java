/** Tests of the vault's papers. */
@NullMarked
package org.plimsoll.app.vault;

import org.jspecify.annotations.NullMarked;
