/**
 * Where goods are from, as separate facts, and the rules by which a claim of origin is judged. Read
 * {@link org.plimsoll.border.origin.OriginFacts}, then {@link
 * org.plimsoll.border.origin.OriginRule}.
 */
@NullMarked
package org.plimsoll.border.origin;

import org.jspecify.annotations.NullMarked;
