/** Tests of CSV files as typed rows. */
@NullMarked
package org.plimsoll.sources.table;

import org.jspecify.annotations.NullMarked;
