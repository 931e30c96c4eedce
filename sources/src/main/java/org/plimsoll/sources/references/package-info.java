/** Tables by which reference prices are made: quotes, rules and challenges. */
@NullMarked
package org.plimsoll.sources.references;

import org.jspecify.annotations.NullMarked;
