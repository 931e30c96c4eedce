/** Tests of the evidence. */
@NullMarked
package org.plimsoll.model.evidence;

import org.jspecify.annotations.NullMarked;
