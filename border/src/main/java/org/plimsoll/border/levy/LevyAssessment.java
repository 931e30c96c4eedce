package org.plimsoll.border.levy;

import java.util.Optional;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;

/**
 * What is owed on a line, and by what.
 *
 * @param grounds rule, version, steps
 * @param contentMicrograms exact; 0 if no rule covers the line
 * @param value customs value on the schedule's basis in its currency; as declared if no rule covers
 *     the line
 * @param unitValue value a kilogram of content, rounded for reading; empty if no rule covers the
 *     line, or if it has more than 18 digits
 * @param duties other duties of the schedule's order, levied or declared
 * @param paidBack of those duties what drawback holds for, when the goods leave again
 * @param levy what is owed beside them
 * @param flags what a reader should know
 */
public record LevyAssessment(
    Grounds grounds,
    long contentMicrograms,
    Money value,
    Optional<PricePerKilogram> unitValue,
    Money duties,
    Money paidBack,
    Money levy,
    Flags flags) {
  /** Rule that was applied; empty if none covers the line. */
  public String ruleId() {
    return grounds.ruleId();
  }

  /** Version of the schedule. */
  public String ruleVersion() {
    return grounds.ruleVersion();
  }

  /** As the rule names it; empty if none covers the line. */
  public String product() {
    return grounds.product();
  }
}
