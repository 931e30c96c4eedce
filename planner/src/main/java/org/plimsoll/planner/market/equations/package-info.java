/**
 * The equations of a regime and their derivatives at given unknowns.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.equations.Unknowns} (what is numbered),
 * {@link org.plimsoll.planner.market.equations.Flows} (what follows from unknowns), {@link
 * org.plimsoll.planner.market.equations.Equations} (the residual of every row), {@link
 * org.plimsoll.planner.market.equations.Derivatives} (the linear system of a step), {@link
 * org.plimsoll.planner.market.equations.ProximalTerms} (slopes that a search adds and takes away),
 * {@link org.plimsoll.planner.market.equations.Workspace} and {@link
 * org.plimsoll.planner.market.equations.Workspaces} (scratch arrays).
 */
@NullMarked
package org.plimsoll.planner.market.equations;

import org.jspecify.annotations.NullMarked;
