/** Tests of what the market says, as values. */
@NullMarked
package org.plimsoll.planner.study;

import org.jspecify.annotations.NullMarked;
