/**
 * The languages of the pages. Read {@link org.plimsoll.app.language.Language}, the list of them;
 * {@link org.plimsoll.app.language.Messages}, fixed words in one of them.
 */
@NullMarked
package org.plimsoll.app.language;

import org.jspecify.annotations.NullMarked;
