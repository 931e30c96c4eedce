/** Tests of choosing actions together. */
@NullMarked
package org.plimsoll.planner.portfolio;

import org.jspecify.annotations.NullMarked;
