package org.plimsoll.planner.market.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chain under measures, as the equations read it. Arrays by row of the chain; not changed once
 * built.
 */
public final class Regime {
  public final Chain chain;
  public final List<Block> blocks;
  public final Wedges wedges;

  /** The measures that it was built from, for the audit. */
  public final Policy policy;

  /** By lane: whether base trade may continue, and the cap on the lane. */
  public final boolean[] shareOpen;

  public final double[] cap;

  /** By lane: whether a latent route (or, for goods alike, any route) may carry goods. */
  public final boolean[] latentOpen;

  public final List<Quota> quotas;
  public final double[] release;
  public final Demand[] purchase;
  public final Demand[] finalUse;

  /** Rows that take part in the market; the others have no price. */
  public final boolean[] makerLive;

  public final boolean[] buyerLive;
  public final boolean[] blockLive;

  /** By buyer: whether goods can reach it; unserved use does not count as goods. */
  private final boolean[] sourced;

  /** By buyer: live lanes of base trade, and live latent lanes. */
  public final int[][] shareLanes;

  public final int[][] latentLanes;

  /** By maker: activities that make its goods. */
  public final int[][] blocksOfMaker;

  public Regime(
      Chain chain,
      List<Block> blocks,
      Wedges wedges,
      boolean[] shareOpen,
      double[] cap,
      boolean[] latentOpen,
      List<Quota> quotas,
      double[] release,
      Demand[] purchase,
      Demand[] finalUse,
      Policy policy) {
    this.chain = chain;
    this.policy = policy;
    this.blocks = limited(chain, blocks, finalUse, purchase);
    this.wedges = wedges;
    this.shareOpen = shareOpen;
    this.cap = cap;
    this.latentOpen = latentOpen;
    this.quotas = List.copyOf(quotas);
    this.release = release;
    this.purchase = purchase;
    this.finalUse = finalUse;
    makerLive = new boolean[chain.makerCount()];
    buyerLive = new boolean[chain.buyerCount()];
    blockLive = new boolean[blocks.size()];
    sourced = new boolean[chain.buyerCount()];
    markLive();
    shareLanes = new int[chain.buyerCount()][];
    latentLanes = new int[chain.buyerCount()][];
    for (int j = 0; j < shareLanes.length; j++) {
      shareLanes[j] = liveLanes(j, shareOpen);
      latentLanes[j] = liveLanes(j, latentOpen);
    }
    blocksOfMaker = new int[chain.makerCount()][];
    Arrays.fill(blocksOfMaker, new int[0]);
    for (int b = 0; b < blocks.size(); b++) {
      for (int i : blocks.get(b).links().makers()) {
        blocksOfMaker[i] = Arrays.copyOf(blocksOfMaker[i], blocksOfMaker[i].length + 1);
        blocksOfMaker[i][blocksOfMaker[i].length - 1] = b;
      }
    }
  }

  /**
   * For market files: unserved use cannot exceed wanted use while another buyer of the goods pays
   * more than the give-up price. Otherwise the balance row already implies it, and a limit would
   * leave the price of an unserved buyer undetermined.
   */
  private static List<Block> limited(
      Chain chain, List<Block> blocks, Demand[] finalUse, Demand[] purchase) {
    double[] most = new double[chain.buyerCount()];
    for (Block block : blocks) {
      Block.Links links = block.links();
      double limit =
          switch (links.role()) {
            case ACTIVITY, LEAK -> Double.POSITIVE_INFINITY;
            case STOCK -> block.creditUsdPerTonne();
            case SUPPLY, FINAL_USE, UNSERVED -> 0;
          };
      for (int i = 0; i < links.buyers().length; i++) {
        int j = links.buyers()[i];
        most[j] = links.inputs()[i] > 0 ? Math.max(most[j], limit) : most[j];
      }
    }
    List<Block> limited = new ArrayList<>(blocks);
    limited.replaceAll(block -> {
      if (block.links().role() != Block.Role.UNSERVED) {
        return block;
      }
      int j = block.links().buyers()[0];
      double price = block.curve().marginAt(0);
      if (most[j] <= price) {
        return block.withHost(Block.HostCap.NONE);
      }
      double use = finalUse[j].servedAt(price) + purchase[j].servedAt(price);
      boolean isOfBlock = block.host().blocks().length > 0;
      return isOfBlock ? block : block.with(block.curve(), use, Block.HostCap.NONE);
    });
    return List.copyOf(limited);
  }

  private int[] liveLanes(int j, boolean[] open) {
    int[] lanes = new int[chain.laneStart[j + 1] - chain.laneStart[j]];
    int count = 0;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      if (buyerLive[j] && open[lane] && makerLive[chain.makerOf(j, lane)]) {
        lanes[count++] = lane;
      }
    }
    return Arrays.copyOf(lanes, count);
  }

  /** The chain as it was in the base year. */
  public static Regime base(Chain chain) {
    boolean[] shareOpen = new boolean[chain.laneCount()];
    Demand[] purchase = new Demand[chain.buyerCount()];
    for (int lane = 0; lane < shareOpen.length; lane++) {
      shareOpen[lane] = chain.baseShare[lane] > 0;
    }
    Arrays.fill(purchase, Demand.NONE);
    return new Regime(
        chain,
        chain.blocks,
        new Wedges(chain),
        shareOpen,
        chain.laneCap,
        chain.passable,
        chain.routeQuotas,
        new double[chain.buyerCount()],
        purchase,
        chain.finalUse,
        Policy.NONE);
  }

  /** Below this share of the base price stocks sell less, in proportion to the price. */
  private static final double HELD_BACK_BELOW = 0.05;

  /** Tonnes that stocks and exogenous supply give a buyer at this price. */
  public double given(int j, double price) {
    double offered = release[j] - chain.exogenousUse[j];
    double full = HELD_BACK_BELOW * chain.stockWorth[j];
    return price < full ? offered * (price / full) : offered;
  }

  /** ∂given/∂tonnes offered: less than 1 where stocks hold back. */
  public double shareGiven(int j, double price) {
    return Math.min(1, price / (HELD_BACK_BELOW * chain.stockWorth[j]));
  }

  /** ∂given/∂ln price. */
  public double givenSlope(int j, double price) {
    return price < HELD_BACK_BELOW * chain.stockWorth[j] ? given(j, price) : 0;
  }

  /** The part of a stock release that is sold at this price. */
  public double released(int j, double price) {
    double offered = release[j] - chain.exogenousUse[j];
    return offered > 0 ? release[j] * (given(j, price) / offered) : 0;
  }

  /** Whether the other has the same rows, and the same of them live: other figures at most. */
  public boolean hasRowsOf(Regime other) {
    boolean same =
        blocks.size() == other.blocks.size()
            && quotas.size() == other.quotas.size()
            && Arrays.equals(makerLive, other.makerLive)
            && Arrays.equals(buyerLive, other.buyerLive)
            && Arrays.equals(blockLive, other.blockLive)
            && Arrays.deepEquals(shareLanes, other.shareLanes)
            && Arrays.deepEquals(latentLanes, other.latentLanes);
    for (int b = 0; same && b < blocks.size(); b++) {
      Block.Links here = blocks.get(b).links();
      Block.Links there = other.blocks.get(b).links();
      same =
          Arrays.equals(here.makers(), there.makers())
              && Arrays.equals(here.buyers(), there.buyers())
              && Arrays.equals(here.others(), there.others());
    }
    for (int q = 0; same && q < quotas.size(); q++) {
      same = Arrays.equals(quotas.get(q).lanes(), other.quotas.get(q).lanes());
    }
    return same;
  }

  /** Whether measures let the lane carry goods. */
  public boolean isOpen(int lane) {
    return shareOpen[lane] || latentOpen[lane];
  }

  /** Whether the lane is open between a live maker and a live buyer. */
  public boolean isLive(int lane) {
    int j = chain.buyerAt(lane);
    return isOpen(lane) && buyerLive[j] && makerLive[chain.makerOf(j, lane)];
  }

  /**
   * Strikes out rows that cannot take part: a buyer without supply or without demand; an activity
   * without input, capacity or outlet; a maker without output or outlet. Repeats until nothing
   * changes.
   */
  private void markLive() {
    Arrays.fill(makerLive, true);
    Arrays.fill(buyerLive, true);
    Arrays.fill(blockLive, true);
    Arrays.fill(sourced, true);
    boolean changed = true;
    while (changed) {
      changed = strikeBlocks();
      changed |= strikeBuyers();
      changed |= strikeMakers();
    }
  }

  private boolean strikeBlocks() {
    boolean changed = false;
    for (int b = 0; b < blockLive.length; b++) {
      if (blockLive[b] && !canRun(blocks.get(b))) {
        blockLive[b] = false;
        changed = true;
      }
    }
    return changed;
  }

  private boolean canRun(Block block) {
    if (block.isShut() || !hasHost(block.host())) {
      return false;
    }
    for (int in = 0; in < block.links().buyers().length; in++) {
      int j = block.links().buyers()[in];
      boolean isInput = block.links().inputs()[in] > 0;
      if (!buyerLive[j] || (isInput && !sourced[j])) {
        return false;
      }
    }
    for (int i : block.links().makers()) {
      if (makerLive[i]) {
        return true;
      }
    }
    return block.links().makers().length == 0;
  }

  /** Whether the block's host, if it is modelled, can run. */
  private boolean hasHost(Block.HostCap host) {
    return host.blocks().length > 0
        ? IntStream.of(host.blocks()).anyMatch(b -> blockLive[b])
        : host.maker() < 0 || makerLive[host.maker()];
  }

  private boolean strikeBuyers() {
    boolean[] wanted = new boolean[buyerLive.length];
    boolean[] brought = new boolean[buyerLive.length];
    boolean[] goesWithout = new boolean[buyerLive.length];
    for (int j = 0; j < wanted.length; j++) {
      double price = chain.buyerPrice0[j];
      wanted[j] =
          finalUse[j].wantedAt(Node.LEAST_PRICE * price) > 0
              || chain.stockBuild[j].wantedAt(price) > 0
              || purchase[j].wantedAt(price) > 0;
    }
    for (int b = 0; b < blockLive.length; b++) {
      if (blockLive[b]) {
        Block.Links links = blocks.get(b).links();
        boolean[] others = links.role() == Block.Role.UNSERVED ? goesWithout : brought;
        for (int i = 0; i < links.buyers().length; i++) {
          (links.inputs()[i] > 0 ? wanted : others)[links.buyers()[i]] = true;
        }
      }
    }
    boolean changed = false;
    for (int j = 0; j < buyerLive.length; j++) {
      boolean comes = brought[j] || canBeServed(j);
      changed |= sourced[j] && !comes;
      sourced[j] = comes;
      if (buyerLive[j] && !(wanted[j] && (comes || goesWithout[j]))) {
        buyerLive[j] = false;
        changed = true;
      }
    }
    return changed;
  }

  private boolean canBeServed(int j) {
    boolean holdsStock =
        chain.stockBuild[j].drawnTonnes() > 0 || chain.privateStock[j].tonnes() > 0;
    boolean makesDo = finalUse[j] instanceof Demand.WithMinorInput;
    if (release[j] > 0 || holdsStock || makesDo || chain.exogenousUse[j] < 0) {
      return true;
    }
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      if (isOpen(lane) && makerLive[chain.makerOf(j, lane)]) {
        return true;
      }
    }
    return false;
  }

  private boolean strikeMakers() {
    boolean[] makes = new boolean[makerLive.length];
    boolean[] sells = new boolean[makerLive.length];
    for (int i = 0; i < makes.length; i++) {
      makes[i] = chain.exogenousSupply[i] > 0;
    }
    for (int b = 0; b < blockLive.length; b++) {
      if (blockLive[b]) {
        for (int i : blocks.get(b).links().makers()) {
          makes[i] = true;
        }
      }
    }
    for (int j = 0; j < buyerLive.length; j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (buyerLive[j] && isOpen(lane)) {
          sells[chain.makerOf(j, lane)] = true;
        }
      }
    }
    boolean changed = false;
    for (int i = 0; i < makerLive.length; i++) {
      if (makerLive[i] && !(makes[i] && sells[i])) {
        makerLive[i] = false;
        changed = true;
      }
    }
    return changed;
  }
}
