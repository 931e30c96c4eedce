/**
 * HTTP, and the library that speaks it: nothing else of the program sees Jetty. Read {@link
 * org.plimsoll.app.server.http.Listener}; a {@link org.plimsoll.app.server.http.Site} answers a
 * {@link org.plimsoll.app.server.http.Request} by a {@link org.plimsoll.app.server.http.Reply}.
 */
@NullMarked
package org.plimsoll.app.server.http;

import org.jspecify.annotations.NullMarked;
