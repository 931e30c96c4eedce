@NullMarked
package org.plimsoll.planner.study;

import org.jspecify.annotations.NullMarked;
