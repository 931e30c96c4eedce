/** A server of a real port on the loopback, asked as a stranger would. */
@NullMarked
package org.plimsoll.app.server;

import org.jspecify.annotations.NullMarked;
