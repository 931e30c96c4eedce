@NullMarked
package org.plimsoll.planner.floors;

import org.jspecify.annotations.NullMarked;
