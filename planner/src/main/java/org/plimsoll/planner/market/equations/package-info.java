/**
 * The equations of a regime and their derivatives at given unknowns.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.equations.Unknowns} (what is numbered),
 * {@link org.plimsoll.planner.market.equations.Flows} (what follows from unknowns), {@link
 * org.plimsoll.planner.market.equations.Equations} (the rows of every kind, each kind a class with
 * its value, its derivatives by unknowns and by a figure), {@link
 * org.plimsoll.planner.market.equations.Derivatives} (the linear system of a step, and its
 * transpose), {@link org.plimsoll.planner.market.equations.FigureMove} (what a figure does to what
 * the rows read), {@link org.plimsoll.planner.market.equations.StateSlopes} (the gradient of a
 * number read off a solution), {@link org.plimsoll.planner.market.equations.ProximalTerms} (slopes
 * that a search adds and takes away), {@link org.plimsoll.planner.market.equations.Workspace} and
 * {@link org.plimsoll.planner.market.equations.Workspaces} (scratch arrays).
 */
@NullMarked
package org.plimsoll.planner.market.equations;

import org.jspecify.annotations.NullMarked;
