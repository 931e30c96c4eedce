package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;

/**
 * One output of capacity that a measure added.
 *
 * @param measure its id
 * @param product that it makes
 * @param place where it acts: the rest of a customs territory for a country folded into that
 * @param capacityTonnes largest output, tonnes a year
 * @param hostTonnes what its host yields at most beyond what others take, tonnes a year; infinite
 *     without a host
 * @param tonnes what it makes, tonnes a year
 * @param marginUsd what prices leave for a tonne of its primary output, USD
 * @param wantedUsd what the first such tonne wants, USD
 */
public record NewCapacity(
    String measure,
    ProductId product,
    Place place,
    double capacityTonnes,
    double hostTonnes,
    double tonnes,
    double marginUsd,
    double wantedUsd) {
  /** Below this share of its capacity a plant stands idle. */
  private static final double NOTHING = 1e-6;

  /** Whether it makes anything. */
  public boolean runs() {
    return tonnes > NOTHING * capacityTonnes;
  }

  /** Whether it is a by-product's, and no host is there to take it from. */
  public boolean lacksHost() {
    return !(hostTonnes > 0);
  }

  static List<NewCapacity> of(Solution s) {
    List<NewCapacity> all = new ArrayList<>();
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      Block.Links links = block.links();
      for (int o = 0; o < links.outputs().length && !block.measure().isEmpty(); o++) {
        double yield = links.outputs()[o];
        all.add(
            new NewCapacity(
                block.measure(),
                s.chain.products[s.chain.makerProduct[links.makers()[o]]].id(),
                block.country(),
                yield * block.capacityTonnes(),
                yield * block.host().constantTonnes(),
                yield * s.level[b],
                s.margin(b),
                block.curve().marginAt(0)));
      }
    }
    return all;
  }
}
