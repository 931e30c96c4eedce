/**
 * What becomes of an action plan: a folder with the plan as JSON, as a page, as tables, and with a
 * manifest. Public, in reading order: {@link org.plimsoll.app.plan.PlanFolder} writes it, {@link
 * org.plimsoll.app.plan.PlanPage} is its page, {@link org.plimsoll.app.plan.PlanAudit} finds
 * numbers that nobody vouches for.
 */
@NullMarked
package org.plimsoll.app.plan;

import org.jspecify.annotations.NullMarked;
