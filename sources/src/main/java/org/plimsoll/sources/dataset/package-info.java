/**
 * Readers of public datasets, one per layout. Each turns a publisher's file into {@link
 * org.plimsoll.sources.dataset.Reading}s; {@link org.plimsoll.sources.dataset.Readings} looks them
 * up by series.
 */
@NullMarked
package org.plimsoll.sources.dataset;

import org.jspecify.annotations.NullMarked;
