@NullMarked
package org.plimsoll.planner.portfolio;

import org.jspecify.annotations.NullMarked;
