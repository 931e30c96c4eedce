/**
 * The command line, and the only place that prints. Read {@link org.plimsoll.app.cli.Main}, then
 * {@code Shell}, which lists the verbs, then any verb: it asks {@code Session} for the world, makes
 * an {@code Answer}, and hands it back to be printed as a table or as JSON.
 */
@NullMarked
package org.plimsoll.app.cli;

import org.jspecify.annotations.NullMarked;
