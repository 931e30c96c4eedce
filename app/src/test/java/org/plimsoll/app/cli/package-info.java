/** Tests of the command line, on worlds in memory. */
@NullMarked
package org.plimsoll.app.cli;

import org.jspecify.annotations.NullMarked;
