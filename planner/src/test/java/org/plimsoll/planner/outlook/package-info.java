@NullMarked
package org.plimsoll.planner.outlook;

import org.jspecify.annotations.NullMarked;
