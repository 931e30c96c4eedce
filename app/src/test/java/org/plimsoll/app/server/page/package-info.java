/** Script and style as a browser gets them. */
@NullMarked
package org.plimsoll.app.server.page;

import org.jspecify.annotations.NullMarked;
