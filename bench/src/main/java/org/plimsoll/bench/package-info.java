/**
 * Speed, measured by hand and printed; nothing here is a test. How to run: {@code bench/README.md}.
 */
@NullMarked
package org.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
