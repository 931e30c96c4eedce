/**
 * From raw datasets, registers and hand-written rules to the evidence that a pack holds. Read
 * {@link org.plimsoll.sources.build.WorldBuild}.
 */
@NullMarked
package org.plimsoll.sources.build;

import org.jspecify.annotations.NullMarked;
