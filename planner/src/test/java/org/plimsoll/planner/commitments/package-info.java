/** Tests of commitments and controls on a date. */
@NullMarked
package org.plimsoll.planner.commitments;

import org.jspecify.annotations.NullMarked;
