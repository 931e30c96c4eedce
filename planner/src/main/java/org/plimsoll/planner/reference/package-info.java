/**
 * Reference prices by four methods, each an open formula over cited inputs. Read {@link
 * org.plimsoll.planner.reference.Inputs} (what goes in, challenges included), {@link
 * org.plimsoll.planner.reference.Estimate} (what comes out, or what is missing), then {@link
 * org.plimsoll.planner.reference.CostPlus}, {@link org.plimsoll.planner.reference.PriceIndex},
 * {@link org.plimsoll.planner.reference.StructuralPrice}, {@link
 * org.plimsoll.planner.reference.IncentivePrice}, and {@link
 * org.plimsoll.planner.reference.Revision}.
 */
@NullMarked
package org.plimsoll.planner.reference;

import org.jspecify.annotations.NullMarked;
