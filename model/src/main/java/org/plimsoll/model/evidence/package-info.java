/** The aggregate that the planner reads: everything the world pack holds, indexed. */
@NullMarked
package org.plimsoll.model.evidence;

import org.jspecify.annotations.NullMarked;
