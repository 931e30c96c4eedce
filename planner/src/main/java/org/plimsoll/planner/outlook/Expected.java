package org.plimsoll.planner.outlook;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure.PriceFloor;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure.ContractForDifference;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * What a maker expects to be paid in the years ahead: this year's price, or what a floor at home or
 * a contract promises if that is more.
 */
final class Expected {
  private final Membership membership;
  private final Scenario scenario;
  private final List<Measure> measures;
  private final ParameterDraw draw;

  Expected(Evidence evidence, Scenario scenario, List<Measure> measures, ParameterDraw draw) {
    membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    this.scenario = scenario;
    this.measures = measures;
    this.draw = draw;
  }

  /**
   * USD a tonne; where nobody makes the product, what buyers there pay; 0 if it is not quoted there
   * and nothing is promised.
   */
  double price(Equilibrium e, ProductId product, CountryCode country) {
    double price =
        e.producerPrice(product, country).orElse(e.buyerPrice(product, country).orElse(0));
    for (Measure measure : measures) {
      if (measure.terms().products().contains(product)
          && measure.terms().isInForceOn(scenario.asOf())) {
        if (measure instanceof PriceFloor floor && covers(floor.terms().to(), country)) {
          price = Math.max(price, figure(floor, "usdPerTonne", floor.usdPerTonne()));
        }
        if (measure instanceof ContractForDifference contract
            && covers(contract.terms().from(), country)) {
          price =
              Math.max(price, figure(contract, "strikeUsdPerTonne", contract.strikeUsdPerTonne()));
        }
      }
    }
    return price;
  }

  private boolean covers(Parties parties, CountryCode country) {
    return parties.isUnnamed() || membership.resolve(parties).contains(country);
  }

  private double figure(Measure measure, String field, Interval value) {
    return draw.value("measure", measure.id() + "/" + field, value);
  }
}
