/**
 * The pages of {@code docs/method} as HTML, from the jar. Read {@link
 * org.plimsoll.app.method.MethodPages}.
 */
@NullMarked
package org.plimsoll.app.method;

import org.jspecify.annotations.NullMarked;
