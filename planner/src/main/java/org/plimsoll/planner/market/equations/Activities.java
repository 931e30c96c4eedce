package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Regime;

/** Revenue and cost of activities, and their levels while levels follow prices. */
public final class Activities {
  private final Flows flows;
  private final Regime regime;

  /** Activities whose level follows from prices, each after those that cap it. */
  private final int[] tellable;

  Activities(Flows flows) {
    this.flows = flows;
    regime = flows.regime;
    tellable = flows.proximal.areThere() ? listTellable() : new int[0];
  }

  private int[] listTellable() {
    boolean[] seen = new boolean[flows.blockCount];
    int[] order = new int[flows.blockCount];
    int count = 0;
    for (int b = 0; b < seen.length; b++) {
      count = append(b, seen, order, count);
    }
    return Arrays.copyOf(order, count);
  }

  /** Appends an activity after all that cap it; returns the new count. */
  private int append(int b, boolean[] seen, int[] order, int count) {
    if (seen[b]) {
      return count;
    }
    seen[b] = true;
    int next = count;
    Block.HostCap cap = regime.blocks.get(b).host();
    for (int host : cap.blocks()) {
      next = append(host, seen, order, next);
    }
    for (int part : cap.before()) {
      next = append(part, seen, order, next);
    }
    if (isTellable(b)) {
      order[next++] = b;
    }
    return next;
  }

  /** Whether prices alone determine the level, apart from a cap by another. */
  boolean isTellable(int b) {
    Block block = regime.blocks.get(b);
    return regime.blockLive[b] && block.host().maker() < 0 && block.links().others().length == 0;
  }

  /** Sets levels and their unknowns to what prices and proximal terms imply. */
  public void follow(double[] z) {
    for (int b : tellable) {
      Block block = regime.blocks.get(b);
      flows.level[b] = called(b, block);
      double relative = flows.level[b] / block.curve().scaleTonnes();
      z[b] = block.isNeverIdle() ? StrictMath.log(Math.max(relative, Double.MIN_NORMAL)) : relative;
    }
  }

  private double called(int b, Block block) {
    Curve curve = block.curve();
    double margin = revenue(block) - unpaid(block);
    double called =
        curve.isFlat()
            ? curve.scaleTonnes() * flows.proximal.levelFor(b, margin - curve.marginAt(0))
            : curve.levelAt(margin);
    return Math.max(0, Math.min(called, block.capTonnes(flows.made, flows.level)));
  }

  /** The margin at which a block's level is made, by its curve and the others' levels. */
  double wanted(int b, Block block) {
    double wanted = block.curve().marginAt(flows.level[b]);
    Block.Links links = block.links();
    for (int o = 0; o < links.others().length; o++) {
      wanted += links.slopes()[o] * flows.level[links.others()[o]];
    }
    return wanted;
  }

  /** Cost of inputs and of all that has no price; USD a tonne of level. */
  double unpaid(Block block) {
    double cost = Math.max(0, -block.creditUsdPerTonne());
    Block.Links links = block.links();
    for (int i = 0; i < links.buyers().length; i++) {
      cost += Math.max(0, links.inputs()[i]) * flows.buyerPrice[links.buyers()[i]];
    }
    return cost;
  }

  /** Outputs, credit and support; USD a tonne of level. */
  double revenue(Block block) {
    double revenue = block.support().usd(flows.makerPrice) + Math.max(0, block.creditUsdPerTonne());
    Block.Links links = block.links();
    for (int i = 0; i < links.buyers().length; i++) {
      revenue += Math.max(0, -links.inputs()[i]) * flows.buyerPrice[links.buyers()[i]];
    }
    for (int o = 0; o < links.makers().length; o++) {
      if (regime.makerLive[links.makers()[o]]) {
        revenue += links.outputs()[o] * flows.makerPrice[links.makers()[o]];
      }
    }
    return revenue;
  }
}
