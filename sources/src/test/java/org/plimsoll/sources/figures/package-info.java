/** Tests of tables of one's own figures. */
@NullMarked
package org.plimsoll.sources.figures;

import org.jspecify.annotations.NullMarked;
