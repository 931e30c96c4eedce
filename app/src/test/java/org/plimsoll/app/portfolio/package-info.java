/** Portfolios of the world that comes with the program. */
@NullMarked
package org.plimsoll.app.portfolio;

import org.jspecify.annotations.NullMarked;
