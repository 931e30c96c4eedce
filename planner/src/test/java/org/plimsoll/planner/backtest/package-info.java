/** Tests of the back-test. */
@NullMarked
package org.plimsoll.planner.backtest;

import org.jspecify.annotations.NullMarked;
