/** Tests of provenance. */
@NullMarked
package org.plimsoll.model.provenance;

import org.jspecify.annotations.NullMarked;
