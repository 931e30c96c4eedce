/**
 * CSV files as typed rows. Read {@link org.plimsoll.sources.table.CsvFile}, then {@link
 * org.plimsoll.sources.table.Row}; {@link org.plimsoll.sources.table.Utf8Text}, {@link
 * org.plimsoll.sources.table.Decimal}, {@link org.plimsoll.sources.table.Records} and {@link
 * org.plimsoll.sources.table.Spelling} serve every reader of files. Everything wrong becomes an
 * {@link org.plimsoll.model.provenance.Issue} with file, line and column.
 */
@NullMarked
package org.plimsoll.sources.table;

import org.jspecify.annotations.NullMarked;
