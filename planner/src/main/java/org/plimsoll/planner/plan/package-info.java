/**
 * The action plan: what the engines say together. Read {@link
 * org.plimsoll.planner.plan.ActionPlan}, then {@link org.plimsoll.planner.plan.Planner}; {@link
 * org.plimsoll.planner.plan.FindingWords} says in words what a solution shows.
 */
@NullMarked
package org.plimsoll.planner.plan;

import org.jspecify.annotations.NullMarked;
