/**
 * The world pack as a person looks at it: counts, rows by subject, a page, a check. Read {@link
 * org.plimsoll.app.world.WorldSubject}.
 */
@NullMarked
package org.plimsoll.app.world;

import org.jspecify.annotations.NullMarked;
