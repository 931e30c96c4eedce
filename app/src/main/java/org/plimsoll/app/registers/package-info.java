/**
 * Answers from the registers of the world: promises, export controls, partners and projects. Each
 * is a question, a record, that the evidence answers. Read {@link
 * org.plimsoll.app.registers.CommitmentList}.
 */
@NullMarked
package org.plimsoll.app.registers;

import org.jspecify.annotations.NullMarked;
