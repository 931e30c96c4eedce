/** Tests of what becomes of a plan: its page, its tables, its folder. */
@NullMarked
package org.plimsoll.app.plan;

import org.jspecify.annotations.NullMarked;
