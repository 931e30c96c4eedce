/** Tests of the readers of public datasets; read {@code ReadersTest} first. */
@NullMarked
package org.plimsoll.sources.dataset;

import org.jspecify.annotations.NullMarked;
