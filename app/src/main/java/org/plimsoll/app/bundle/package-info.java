/** What is handed out: {@link org.plimsoll.app.bundle.Bundle}, one archive that runs by itself. */
@NullMarked
package org.plimsoll.app.bundle;

import org.jspecify.annotations.NullMarked;
