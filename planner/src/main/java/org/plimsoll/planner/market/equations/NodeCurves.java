package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/** Supply and use of nodes that depend on the node's own price alone. */
public final class NodeCurves {
  /** Largest level, in units of the scale, at which curves are evaluated. */
  private static final double MOST = 1e3;

  private final Regime regime;
  private final Chain chain;

  /** By maker: its activities, if none of them has inputs; else none. */
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

  /** Whether the maker's whole supply depends on its own price alone. */
  public boolean isSimple(int maker) {
    return simple[maker].length > 0;
  }

  /** Supply at this producer price by such activities, tonnes. */
  public double made(int maker, double price) {
    double made = chain.exogenousSupply[maker];
    for (int b : simple[maker]) {
      Block block = regime.blocks.get(b);
      double most = Math.min(block.fixedCapTonnes(), MOST * block.curve().scaleTonnes());
      made += Math.min(most, block.curve().levelAt(price + block.creditUsdPerTonne()));
    }
    return made;
  }

  /** Use at this price less what stocks give, tonnes. */
  public double taken(int buyer, double price) {
    return regime.finalUse[buyer].servedAt(price)
        + chain.stockBuild[buyer].servedAt(price)
        + regime.purchase[buyer].servedAt(price)
        + chain.privateStock[buyer].servedAt(price)
        - regime.given(buyer, price);
  }
}
