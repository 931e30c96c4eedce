package org.plimsoll.border.levy;

import java.util.List;
import org.plimsoll.border.origin.OriginRule;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.quantity.PricePerKilogram;

/**
 * Whose goods are not levied.
 *
 * @param members of the alliance, country by country
 * @param partners outside it that hold a floor of their own
 * @param rule by which goods originate with one of them
 * @param mustBeDirect whether they must also be consigned from one of them
 * @param mustBeClaimed whether the entry must name a preference
 */
public record Exemptions(
    Alliance members,
    List<Partner> partners,
    OriginRule rule,
    boolean mustBeDirect,
    boolean mustBeClaimed) {
  public Exemptions {
    partners = List.copyOf(partners);
  }

  /** No one is exempt. */
  public static final Exemptions NONE =
      new Exemptions(
          new Alliance("none", List.of()),
          List.of(),
          new OriginRule.SpecifiedProcess(OriginRule.Step.TRANSFORMED),
          false,
          false);

  /**
   * A partner with a floor of its own; exempt while it is not below that of the rule.
   *
   * @param country whose
   * @param product held at the floor
   * @param floor on the rule's basis, in the schedule's currency
   */
  public record Partner(CountryCode country, ProductId product, PricePerKilogram floor) {}
}
