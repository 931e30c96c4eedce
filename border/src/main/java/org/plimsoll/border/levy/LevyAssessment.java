package org.plimsoll.border.levy;

import java.util.Optional;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;

/**
 * What is owed on a line, and by what.
 *
 * @param ruleId rule that was applied; empty if none covers the line
 * @param ruleVersion version of the schedule
 * @param product as the rule names it; empty if none covers the line
 * @param instrument its word; {@code none} if no rule covers the line
 * @param contentMicrograms exact; 0 if no rule covers the line
 * @param value customs value on the schedule's basis in its currency; as declared if no rule covers
 *     the line
 * @param unitValue value a kilogram of content, rounded for reading; empty if no rule covers the
 *     line
 * @param floor price that the unit value was compared with
 * @param duties other duties of the schedule's order, levied or declared
 * @param levy what is owed beside them
 * @param flags what a reader should know
 * @param steps words of the steps in order, with > between; their figures are in {@link
 *     LevyEngine#explain}
 */
public record LevyAssessment(
    String ruleId,
    String ruleVersion,
    String product,
    String instrument,
    long contentMicrograms,
    Money value,
    Optional<PricePerKilogram> unitValue,
    Optional<PricePerKilogram> floor,
    Money duties,
    Money levy,
    Flags flags,
    String steps) {}
