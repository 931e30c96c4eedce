package org.plimsoll.border.levy;

import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/**
 * A rate of duty.
 *
 * @param adValorem share of the customs value
 * @param perKilogram of content, in the schedule's currency
 */
public record Rate(Share adValorem, PricePerKilogram perKilogram) {}
