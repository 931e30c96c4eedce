package org.plimsoll.planner.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;

/**
 * A first floor for each product that has a known incentive price: that price itself, the one at
 * which projects outside the dominant supplier earn their return. Where a scenario already names a
 * floor, that one stands.
 */
public final class FloorRule {
  private FloorRule() {}

  /**
   * A floor to be tested.
   *
   * @param measure the floor, reported or proposed
   * @param incentive the price that projects need; empty if none is known
   */
  public record Proposal(BorderMeasure.PriceFloor measure, Optional<Price> incentive) {
    public ProductId product() {
      return measure.terms().products().getFirst();
    }

    public boolean isReported() {
      return measure.terms().status() == Status.REPORTED;
    }
  }

  /** The floors of a scenario, then one for every other product with an incentive price. */
  public static List<Proposal> proposals(Evidence evidence, Scenario scenario) {
    List<Proposal> proposals = new ArrayList<>();
    for (Product product : evidence.listSolvedProducts()) {
      Optional<Price> incentive = evidence.findBasePrice(product.id(), "incentive");
      List<BorderMeasure.PriceFloor> named = named(scenario, product.id());
      if (!named.isEmpty()) {
        named.forEach(floor -> proposals.add(new Proposal(floor, incentive)));
      } else if (incentive.isPresent()) {
        proposals.add(new Proposal(proposed(scenario, incentive.get()), incentive));
      }
    }
    return proposals;
  }

  /** The scenario's own floors on a product, each cut down to that product. */
  private static List<BorderMeasure.PriceFloor> named(Scenario scenario, ProductId product) {
    return scenario.measures().stream()
        .filter(BorderMeasure.PriceFloor.class::isInstance)
        .map(BorderMeasure.PriceFloor.class::cast)
        .filter(floor -> floor.terms().products().contains(product))
        .map(floor ->
            new BorderMeasure.PriceFloor(
                on(floor.terms(), product),
                floor.usdPerTonne(),
                floor.boundUsdPerTonne(),
                floor.gapGoesTo()))
        .toList();
  }

  private static Terms on(Terms terms, ProductId product) {
    return new Terms(
        terms.id() + "-" + product.commodity(),
        List.of(product),
        terms.from(),
        terms.to(),
        terms.exempt(),
        terms.start(),
        terms.end(),
        terms.status(),
        terms.source());
  }

  private static BorderMeasure.PriceFloor proposed(Scenario scenario, Price incentive) {
    Parties alliance = Parties.of(scenario.alliance().id());
    return new BorderMeasure.PriceFloor(
        new Terms(
            "proposed-floor-" + incentive.product().commodity() + "-" + incentive.product().stage(),
            List.of(incentive.product()),
            Parties.UNNAMED,
            alliance,
            alliance,
            Optional.empty(),
            Optional.empty(),
            Status.PROPOSED,
            incentive.provenance().source().toString()),
        Interval.exactly(incentive.usdPerTonne().central()),
        Optional.empty(),
        BorderMeasure.GapGoesTo.IMPORTER);
  }
}
