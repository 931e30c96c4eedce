package org.plimsoll.border.screening;

import org.plimsoll.model.quantity.Money;

/**
 * What is at stake on a line.
 *
 * @param levy levy and other duties that it would owe more if a suspicion holds
 * @param expected the same times the share of that suspicion, in minor units: the order by money
 * @param suspicion that with most expected
 */
public record Stake(Money levy, double expected, Suspicion suspicion) {}
