/**
 * Measured effects of export controls, for {@code plimsoll backtest}. Read {@link
 * org.plimsoll.sources.events.ControlEventFile}. For a person: {@code
 * docs/reference/control-events.md}.
 */
@NullMarked
package org.plimsoll.sources.events;

import org.jspecify.annotations.NullMarked;
