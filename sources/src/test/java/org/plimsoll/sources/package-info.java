/** What tests of several packages share. */
@NullMarked
package org.plimsoll.sources;

import org.jspecify.annotations.NullMarked;
