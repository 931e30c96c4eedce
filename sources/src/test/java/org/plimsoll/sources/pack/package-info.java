/** Tests of the world pack; read {@code PackTest} first. */
@NullMarked
package org.plimsoll.sources.pack;

import org.jspecify.annotations.NullMarked;
