package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;

/**
 * Goods that reached a restricted destination by way of a third country, or of other users.
 *
 * @param measure the restriction
 * @param product which
 * @param via the third country, or the destination itself if its other users passed them on
 * @param to where they were used
 * @param tonnes content over the year
 */
public record Leak(String measure, ProductId product, Place via, Place to, double tonnes) {
  /** Below this share of the buyer's base use nothing leaks. */
  private static final double NOTHING = 1e-9;

  static List<Leak> of(Solution s) {
    List<Leak> leaks = new ArrayList<>();
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      if (block.isLeak()) {
        int via = block.links().buyers()[0];
        int to = block.links().buyers()[1];
        if (s.level[b] > NOTHING * s.chain.buyerScale[to]) {
          leaks.add(
              new Leak(
                  block.activity(),
                  s.chain.products[s.chain.buyerProduct[to]].id(),
                  s.chain.buyerCountry[via],
                  s.chain.buyerCountry[to],
                  s.level[b]));
        }
      }
    }
    return leaks;
  }
}
