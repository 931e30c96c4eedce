/** A listener on a real port, with a site of the test's own. */
@NullMarked
package org.plimsoll.app.server.http;

import org.jspecify.annotations.NullMarked;
