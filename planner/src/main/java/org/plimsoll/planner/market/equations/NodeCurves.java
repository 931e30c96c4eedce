package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/** What nodes make and take where their own price alone tells. */
public final class NodeCurves {
  /** Levels over the scale, beyond which curves are not asked. */
  private static final double MOST = 1e3;

  private final Regime regime;
  private final Chain chain;

  /** By maker: activities that make its product from nothing; none if others make it too. */
  private final int[][] simple;

  public NodeCurves(Flows flows) {
    regime = flows.regime;
    chain = flows.chain;
    simple = new int[flows.makerCount][];
    for (int i = 0; i < simple.length; i++) {
      simple[i] = simpleBlocks(flows.activities, i);
    }
  }

  private int[] simpleBlocks(Activities activities, int maker) {
    int[] blocks = regime.blocksOfMaker[maker];
    for (int b : blocks) {
      Block.Links links = regime.blocks.get(b).links();
      if (links.makers().length > 1 || links.buyers().length > 0 || !activities.isTellable(b)) {
        return new int[0];
      }
    }
    return blocks;
  }

  /** Whether all that the maker makes hangs on its own price alone. */
  public boolean isSimple(int maker) {
    return simple[maker].length > 0;
  }

  /** Tonnes made at this producer price, by activities of which that is true. */
  public double made(int maker, double price) {
    double made = chain.exogenousSupply[maker];
    for (int b : simple[maker]) {
      Block block = regime.blocks.get(b);
      double most = Math.min(block.fixedCapTonnes(), MOST * block.curve().scaleTonnes());
      made += Math.min(most, block.curve().levelAt(price + block.creditUsdPerTonne()));
    }
    return made;
  }

  /** Tonnes taken at this price less what stocks give. */
  public double taken(int buyer, double price) {
    return regime.finalUse[buyer].servedAt(price)
        + chain.stockBuild[buyer].servedAt(price)
        + regime.purchase[buyer].servedAt(price)
        - regime.given(buyer, price);
  }
}
