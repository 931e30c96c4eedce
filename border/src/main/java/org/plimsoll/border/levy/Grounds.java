package org.plimsoll.border.levy;

import java.util.Optional;
import org.plimsoll.model.quantity.PricePerKilogram;

/**
 * By what a line was assessed: the same for all lines that a rule takes in the same way, which
 * share one object, so that what is made of it is made once.
 *
 * @param ruleId rule that was applied; empty if none covers the line
 * @param ruleVersion version of the schedule
 * @param product as the rule names it; empty if none covers the line
 * @param instrument its word; {@code none} if no rule covers the line
 * @param floor price that the unit value was compared with
 * @param steps words of the steps in order, with > between; their figures are in {@link
 *     LevyEngine#explain}
 */
public record Grounds(
    String ruleId,
    String ruleVersion,
    String product,
    String instrument,
    Optional<PricePerKilogram> floor,
    String steps) {}
