package org.plimsoll.planner.market.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Support;

/**
 * Leakage round a restriction: an activity moves goods from a buyer in a third country to a covered
 * one, for a premium on their price in the third country. The premium is a real cost; what a limit
 * on the tonnes lets its traders earn beyond it is theirs.
 */
final class Leaks {
  /** Rise of the premium from the first tonne to the last, as a share of the base price. */
  private static final double RISE = 1e-3;

  private final Chain chain;
  private final Names names;
  private final ParameterDraw draw;
  private final List<Block> blocks;

  /**
   * @param blocks to which leakage activities are added
   */
  Leaks(Chain chain, Names names, ParameterDraw draw, List<Block> blocks) {
    this.chain = chain;
    this.names = names;
    this.draw = draw;
    this.blocks = blocks;
  }

  /**
   * Adds the leakage of one product.
   *
   * @param lanes that the restriction covers
   */
  void open(BorderMeasure measure, BorderMeasure.Leakage leakage, int product, int[] lanes) {
    double premium =
        draw.value("measure", measure.id() + "/premiumUsdPerTonne", leakage.premiumUsdPerTonne());
    double most =
        leakage
            .tonnesPerYear()
            .map(tonnes -> draw.value("measure", measure.id() + "/leakageTonnes", tonnes))
            .orElse(Double.POSITIVE_INFINITY);
    int[] to = IntStream.of(lanes).map(chain::buyerAt).distinct().toArray();
    int[] via = via(measure, leakage, product, lanes, to);
    double use = 0;
    for (int j : to) {
      use += chain.baseUse[j];
    }
    for (int j : to) {
      double share = chain.baseUse[j] / use;
      for (int k : via) {
        if (k != j && share > 0 && most > 0) {
          blocks.add(way(measure.id(), k, j, premium, most * share / via.length));
        }
      }
    }
  }

  private Block way(String measure, int via, int to, double premium, double most) {
    double scale = Math.min(most, chain.buyerScale[to]);
    return new Block(
        measure,
        chain.buyerCountry[via],
        Block.Links.ofBuyers(new int[] {via, to}, new double[] {1, -1}, Block.Role.LEAK),
        new Curve.Ramp(scale, 0, RISE * chain.buyerPrice0[to]),
        -premium,
        Support.NONE,
        most,
        Block.HostCap.NONE);
  }

  /** Buyers in the third countries. */
  private int[] via(
      BorderMeasure measure, BorderMeasure.Leakage leakage, int product, int[] lanes, int[] to) {
    if (leakage.via().isUnnamed()) {
      return new int[] {largest(measure, product, lanes, to)};
    }
    return names.resolve(leakage.via()).stream()
        .mapToInt(country -> chain.findBuyer(new Node(product, country)))
        .filter(k -> k >= 0)
        .toArray();
  }

  /** The buyer that took most from the restricting countries and is not covered itself. */
  private int largest(BorderMeasure measure, int product, int[] lanes, int[] to) {
    Place[] origins =
        IntStream.of(lanes)
            .mapToObj(lane -> chain.makerCountry[chain.makerAt(lane)])
            .distinct()
            .toArray(Place[]::new);
    Optional<Integer> found = Optional.empty();
    double most = 0;
    for (int k = chain.buyerStart[product]; k < chain.buyerStart[product + 1]; k++) {
      int buyer = k;
      boolean third =
          IntStream.of(to).noneMatch(j -> j == buyer)
              && Arrays.stream(origins).noneMatch(chain.buyerCountry[k]::equals);
      double bought = third ? bought(k, origins) : 0;
      if (bought > most) {
        most = bought;
        found = Optional.of(k);
      }
    }
    return found.orElseThrow(() ->
        new IllegalArgumentException(
            "measure %s: no third country buys %s from %s, so that none can pass it on"
                    .formatted(measure.id(), chain.products[product].id(), Arrays.toString(origins))
                + "\nMaybe name one in 'via', or take the leakage out"));
  }

  private double bought(int k, Place[] origins) {
    double tonnes = 0;
    for (Place origin : origins) {
      int maker = chain.findMaker(new Node(chain.buyerProduct[k], origin));
      tonnes += maker >= 0 ? chain.baseTonnes[chain.lane(maker, k)] : 0;
    }
    return tonnes;
  }
}
