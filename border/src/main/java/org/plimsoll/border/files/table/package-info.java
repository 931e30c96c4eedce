/**
 * What all files of the border share: text as bytes, fixed tables, fingerprints, DuckDB's SQL, and
 * the two faults, {@link org.plimsoll.border.files.table.UnreadableInput} of a file and {@link
 * org.plimsoll.border.files.table.UnreadableRecord} of one record.
 */
@NullMarked
package org.plimsoll.border.files.table;

import org.jspecify.annotations.NullMarked;
