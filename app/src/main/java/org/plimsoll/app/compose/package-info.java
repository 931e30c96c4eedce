/**
 * Where the parts meet. {@link org.plimsoll.app.compose.Composition} builds each of them by plain
 * constructors; it knows neither the command line nor the server.
 */
@NullMarked
package org.plimsoll.app.compose;

import org.jspecify.annotations.NullMarked;
