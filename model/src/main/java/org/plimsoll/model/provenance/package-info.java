/**
 * Where a number comes from and how far to trust it. Read {@link
 * org.plimsoll.model.provenance.Source}, then {@link org.plimsoll.model.provenance.Provenance},
 * then {@link org.plimsoll.model.provenance.Loaded}.
 */
@NullMarked
package org.plimsoll.model.provenance;

import org.jspecify.annotations.NullMarked;
