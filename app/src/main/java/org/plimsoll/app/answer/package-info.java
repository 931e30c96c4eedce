/**
 * What a use case has to say, stated once and rendered many times. Read {@link
 * org.plimsoll.app.answer.Answer}, {@link org.plimsoll.app.answer.Cell}, then the renderers.
 */
@NullMarked
package org.plimsoll.app.answer;

import org.jspecify.annotations.NullMarked;
