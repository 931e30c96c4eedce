/** Tests of the build of a world; read {@code VolumesTest} first. */
@NullMarked
package org.plimsoll.sources.build;

import org.jspecify.annotations.NullMarked;
