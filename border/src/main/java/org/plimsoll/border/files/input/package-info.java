/**
 * Entries in: CSV, JSON lines and Parquet become batches of records. Read {@link
 * org.plimsoll.border.files.input.EntryInput}, then {@link
 * org.plimsoll.border.files.input.EntryLines}.
 */
@NullMarked
package org.plimsoll.border.files.input;

import org.jspecify.annotations.NullMarked;
