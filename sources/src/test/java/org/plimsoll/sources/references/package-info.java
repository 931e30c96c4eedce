/** Tests of the tables by which reference prices are made. */
@NullMarked
package org.plimsoll.sources.references;

import org.jspecify.annotations.NullMarked;
