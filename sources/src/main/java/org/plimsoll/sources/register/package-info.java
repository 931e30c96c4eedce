/**
 * Readers of the registers: projects, export controls, commitments, partners and dated facts, each
 * row with its address and mark. Read {@link org.plimsoll.sources.register.Registers}.
 */
@NullMarked
package org.plimsoll.sources.register;

import org.jspecify.annotations.NullMarked;
