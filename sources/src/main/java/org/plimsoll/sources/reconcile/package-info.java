/**
 * Pure steps that make what was read add up: {@link org.plimsoll.sources.reconcile.Folding} puts
 * small countries together, {@link org.plimsoll.sources.reconcile.Balance} makes flows meet output
 * and use. See docs/method/reconciliation.md.
 */
@NullMarked
package org.plimsoll.sources.reconcile;

import org.jspecify.annotations.NullMarked;
