/**
 * The command line, and the only place that prints. Read {@link org.plimsoll.app.cli.Main}, then
 * {@code Shell}, which lists the verbs, then any verb: it parses options into the request of a use
 * case, and {@code Console} gives the answer in the forms that are asked for.
 */
@NullMarked
package org.plimsoll.app.cli;

import org.jspecify.annotations.NullMarked;
