/**
 * Pure steps that make what was read add up: {@link org.plimsoll.sources.reconcile.Folding} puts
 * small countries together, {@link org.plimsoll.sources.reconcile.Balance} makes flows meet output
 * and use. Looking back, {@link org.plimsoll.sources.reconcile.ProductSides} adds a world up,
 * {@link org.plimsoll.sources.reconcile.BalancingChange} tells what balancing did, and {@link
 * org.plimsoll.sources.reconcile.GradeShares} how well each side is known. See
 * docs/method/reconciliation.md.
 */
@NullMarked
package org.plimsoll.sources.reconcile;

import org.jspecify.annotations.NullMarked;
