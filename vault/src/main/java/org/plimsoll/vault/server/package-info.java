/**
 * A PostgreSQL of the program's own on a folder: unpacked, started and stopped here, closed to
 * everybody but the user who runs it. Read {@link org.plimsoll.vault.server.OwnServer}.
 */
@NullMarked
package org.plimsoll.vault.server;

import org.jspecify.annotations.NullMarked;
