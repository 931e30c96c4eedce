/**
 * Files of screening: trade, mirror trade, and generated entries. Read {@link
 * org.plimsoll.border.files.screen.TradeFile}.
 */
@NullMarked
package org.plimsoll.border.files.screen;

import org.jspecify.annotations.NullMarked;
