package org.plimsoll.planner.market.measures;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;
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
    int[] to = buyers(lanes);
    share(measure, premium, most, via(measure, leakage, product, lanes, to), to);
  }

  /**
   * Adds what leaks where the measure says nothing of it, by way of the third country that buys
   * most, if one does.
   *
   * @param lostTonnes that the restriction takes from the lanes in the base
   */
  void openUsual(BorderMeasure measure, int product, int[] lanes, double lostTonnes) {
    ProductFigures figures = chain.products[product];
    double most = figures.response().leakShare() * lostTonnes;
    double premium = figures.response().leakPremium();
    int[] to = buyers(lanes);
    largest(product, lanes, to)
        .ifPresent(
            via -> share(measure, premium * chain.priceBefore(via), most, new int[] {via}, to));
  }

  private int[] buyers(int[] lanes) {
    return IntStream.of(lanes).map(chain::buyerAt).distinct().toArray();
  }

  /** Shares the tonnes among the buyers by their base use. */
  private void share(BorderMeasure measure, double premium, double most, int[] via, int[] to) {
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
      int third =
          largest(product, lanes, to)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "measure %s: no third country buys %s from the restricting country"
                              .formatted(measure.id(), chain.products[product].id())
                          + "\nMaybe name one in 'via', or take the leakage out"));
      return new int[] {third};
    }
    return names.resolve(leakage.via()).stream()
        .mapToInt(country -> chain.findBuyer(new Node(product, country)))
        .filter(k -> k >= 0)
        .toArray();
  }

  /** The buyer that took most from the restricting countries and is not covered itself. */
  private OptionalInt largest(int product, int[] lanes, int[] to) {
    Place[] origins =
        IntStream.of(lanes)
            .mapToObj(lane -> chain.makerCountry[chain.makerAt(lane)])
            .distinct()
            .toArray(Place[]::new);
    OptionalInt found = OptionalInt.empty();
    double most = 0;
    for (int k = chain.buyerStart[product]; k < chain.buyerStart[product + 1]; k++) {
      int buyer = k;
      boolean third =
          IntStream.of(to).noneMatch(j -> j == buyer)
              && Arrays.stream(origins).noneMatch(chain.buyerCountry[k]::equals);
      double bought = third ? bought(k, origins) : 0;
      if (bought > most) {
        most = bought;
        found = OptionalInt.of(k);
      }
    }
    return found;
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
