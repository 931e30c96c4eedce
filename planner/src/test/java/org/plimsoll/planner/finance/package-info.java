/** Tests of the finance of projects: closed forms and published contracts. */
@NullMarked
package org.plimsoll.planner.finance;

import org.jspecify.annotations.NullMarked;
