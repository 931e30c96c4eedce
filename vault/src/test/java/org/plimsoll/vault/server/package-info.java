/** Tests of the program's own PostgreSQL. */
@NullMarked
package org.plimsoll.vault.server;

import org.jspecify.annotations.NullMarked;
