/** What is handed out, unpacked elsewhere. */
@NullMarked
package org.plimsoll.app.bundle;

import org.jspecify.annotations.NullMarked;
