/** The command line. Read {@link org.plimsoll.app.cli.Main} first. */
@NullMarked
package org.plimsoll.app.cli;

import org.jspecify.annotations.NullMarked;
