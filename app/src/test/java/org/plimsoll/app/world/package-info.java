/** The committed world, solved: what the field knows of how its minerals hang together. */
@NullMarked
package org.plimsoll.app.world;

import org.jspecify.annotations.NullMarked;
