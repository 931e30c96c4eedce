package org.plimsoll.planner.market.measures;

import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Response;

/**
 * What restrictions and losses of capacity set off besides prices: users of these origins buy for
 * fear of more, and a restricting country makes less of what it no longer exports. See {@code
 * docs/method/response.md}.
 */
final class ShockResponse {
  private final Chain chain;

  /** By lane: whether a restriction or a loss of capacity threatens it. */
  private final boolean[] isInDanger;

  /** By lane: base tonnes that restrictions take away. */
  private final double[] lostTonnes;

  ShockResponse(Chain chain) {
    this.chain = chain;
    isInDanger = new boolean[chain.laneCount()];
    lostTonnes = new double[isInDanger.length];
  }

  /** Marks what these origins sell of a product as in danger, at home too. */
  void endanger(Names.Coverage coverage, int product) {
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      if (coverage.hasOrigin(chain.makerCountry[i])) {
        for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
          isInDanger[chain.lane(i, j)] = true;
        }
      }
    }
  }

  /**
   * Records a restriction of a lane; of several the one that takes most counts.
   *
   * @param keptShare of base trade that goes on
   */
  void restrict(int lane, double keptShare) {
    isInDanger[lane] = true;
    double lost = (1 - Math.min(1, keptShare)) * chain.baseTonnes[lane];
    lostTonnes[lane] = Math.max(lostTonnes[lane], lost);
  }

  /** Base tonnes that restrictions take from a lane. */
  double lostTonnes(int lane) {
    return lostTonnes[lane];
  }

  /**
   * Adds precautionary buying.
   *
   * @param purchase by buyer, changed in place
   */
  void hoard(Demand[] purchase) {
    for (int j = 0; j < purchase.length; j++) {
      ProductFigures product = chain.products[chain.buyerProduct[j]];
      double share = product.response().hoardingShare() * endangeredShare(j);
      double price = chain.stockWorth[j];
      double use = chain.baseUse[j] - chain.stockBuild[j].servedAt(price);
      if (share > 0 && use > 0 && price > 0) {
        Demand fear = product.fear(share * use, price, chain.choke[j]);
        purchase[j] = purchase[j].equals(Demand.NONE) ? fear : new Demand.Sum(purchase[j], fear);
      }
    }
  }

  /** x: base share of arrivals from restricted origins, and from makers that lost capacity. */
  private double endangeredShare(int j) {
    double endangered = 0;
    double bought = 0;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      bought += chain.baseTonnes[lane];
      endangered += isInDanger[lane] ? chain.baseTonnes[lane] : 0;
    }
    return bought > 0 ? endangered / bought : 0;
  }

  /** By maker: base tonnes that restrictions take from its exports. */
  double[] lostExports() {
    double[] lost = new double[chain.makerCount()];
    for (int lane = 0; lane < lostTonnes.length; lane++) {
      if (lostTonnes[lane] > 0) {
        lost[chain.makerAt(lane)] += lostTonnes[lane];
      }
    }
    return lost;
  }

  /**
   * Cuts output where exports are lost.
   *
   * @param blocks of the chain, changed in place
   */
  void cutOutput(List<Block> blocks) {
    double[] lost = lostExports();
    for (int i = 0; i < lost.length; i++) {
      Response response = chain.products[chain.makerProduct[i]].response();
      if (lost[i] > 0 && response.outputCut() > 0) {
        int maker = i;
        double made = 0;
        for (Block block : chain.blocks) {
          made += output(block, maker);
        }
        double kept = made > 0 ? 1 - response.outputCut() * Math.min(1, lost[i] / made) : 1;
        blocks.replaceAll(
            block -> output(block, maker) > 0 && kept < 1 ? scaled(block, kept) : block);
      }
    }
  }

  private static Block scaled(Block block, double kept) {
    return kept > 0 ? block.scaled(kept) : block.shut();
  }

  private static double output(Block block, int maker) {
    Block.Links links = block.links();
    int o =
        IntStream.range(0, links.makers().length)
            .filter(k -> links.makers()[k] == maker)
            .findFirst()
            .orElse(-1);
    return o < 0 ? 0 : links.outputs()[o] * block.curve().scaleTonnes();
  }
}
