/**
 * The program as a server: what the command line says, over HTTP. Read {@link
 * org.plimsoll.app.server.Routes}, the one list of what it answers; {@link
 * org.plimsoll.app.server.Api} finds the route of a request and answers it; {@link
 * org.plimsoll.app.server.Server} listens.
 */
@NullMarked
package org.plimsoll.app.server;

import org.jspecify.annotations.NullMarked;
