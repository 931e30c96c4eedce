package org.plimsoll.border.entry;

import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.Money;

/**
 * A duty that the entry states.
 *
 * @param kind which
 * @param amount in the currency of the entry
 */
public record DeclaredDuty(DutyKind kind, Money amount) {}
