/**
 * The world pack: one CSV file per table of the evidence, in our own schema, with a manifest of
 * hashes. {@link org.plimsoll.sources.pack.Pack} is the one public type; to change a table, read
 * {@code Table}, {@code Part} and then {@code PlaceTables}, {@code VolumeTables} and {@code
 * RegisterTables}.
 */
@NullMarked
package org.plimsoll.sources.pack;

import org.jspecify.annotations.NullMarked;
