package org.plimsoll.planner.market.search;

import java.time.Duration;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.equations.Flows;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;

/**
 * Where a search without a root ended.
 *
 * @param product of the largest row
 * @param country of it
 * @param residual its size
 * @param steps taken
 * @param timeUp how long the search was allowed to take, if that ended it
 */
public record Stuck(
    ProductId product, Place country, double residual, int steps, Optional<Duration> timeUp) {
  static Stuck of(Search search) {
    Flows flows = search.equations.flows;
    Chain chain = flows.chain;
    int worst = 0;
    for (int i = 0; i < search.equations.size(); i++) {
      if (!(Math.abs(search.f[i]) <= Math.abs(search.f[worst]))) {
        worst = i;
      }
    }
    int product;
    Place country;
    if (worst < flows.blockCount) {
      Block block = flows.regime.blocks.get(worst);
      product = chain.productOf(block);
      country = block.country();
    } else if (worst >= flows.unknowns.maker(0) && worst < flows.unknowns.bundle(0)) {
      int maker =
          worst < flows.unknowns.quota(0)
              ? worst - flows.unknowns.maker(0)
              : makerUnder(flows, worst - flows.unknowns.quota(0));
      product = chain.makerProduct[maker];
      country = chain.makerCountry[maker];
    } else {
      int buyer = buyerOf(flows.unknowns, worst);
      product = chain.buyerProduct[buyer];
      country = chain.buyerCountry[buyer];
    }
    return new Stuck(
        chain.products[product].id(),
        country,
        Math.abs(search.f[worst]),
        search.steps(),
        search.timeUp());
  }

  /**
   * The outcome for the caller.
   *
   * @param measure on the product, to look at first
   * @param advice what to try where it was not the time that ended the search
   */
  public Outcome.NotConverged outcome(Optional<String> measure, String advice) {
    String now = timeUp.isPresent() ? "allow more time, or try a smaller market" : advice;
    return new Outcome.NotConverged(product, country, measure, residual, steps, timeUp, now);
  }

  private static int makerUnder(Flows flows, int quota) {
    return flows.chain.makerAt(flows.regime.quotas.get(quota).lanes()[0]);
  }

  private static int buyerOf(Unknowns unknowns, int unknown) {
    if (unknown >= unknowns.route(0)) {
      return unknowns.routes.buyer(unknown - unknowns.route(0));
    }
    return unknown - (unknown < unknowns.maker(0) ? unknowns.buyer(0) : unknowns.bundle(0));
  }
}
