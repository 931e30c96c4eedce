/**
 * Where a number comes from and how far to trust it. Read {@link
 * org.plimsoll.model.provenance.Source}, then {@link org.plimsoll.model.provenance.Provenance},
 * then {@link org.plimsoll.model.provenance.Basis} for what is computed from many rows and {@link
 * org.plimsoll.model.provenance.Loaded} for what is read.
 */
@NullMarked
package org.plimsoll.model.provenance;

import org.jspecify.annotations.NullMarked;
