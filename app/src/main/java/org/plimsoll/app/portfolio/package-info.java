/** What a portfolio of actions says: use case and tables. */
@NullMarked
package org.plimsoll.app.portfolio;

import org.jspecify.annotations.NullMarked;
