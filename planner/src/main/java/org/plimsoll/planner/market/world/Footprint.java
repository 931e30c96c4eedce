package org.plimsoll.planner.market.world;

import java.util.List;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * What remembering takes in the heap, in bytes: estimates from the lengths of arrays, above the
 * truth where a regime shares arrays with its chain.
 */
final class Footprint {
  private static final long NUMBER = 8;
  private static final long REFERENCE = 8;
  private static final long OBJECT = 32;
  private static final long BLOCK = 240;
  private static final long MEASURE = 600;

  /** Numbers by lane, buyer and maker of {@link Chain}, one for each. */
  private static final long CHAIN_LANE = 13 * NUMBER + 2;

  private static final long CHAIN_BUYER = 15 * NUMBER + 4 * OBJECT;
  private static final long CHAIN_MAKER = 5 * NUMBER + 2 * OBJECT;

  /** Of a calibrated chain, over its rows: drafts are in trees. */
  private static final long CALIBRATED = 3;

  /** Wedges, openings and their lists. */
  private static final long REGIME_LANE = 4 * NUMBER + 2 * REFERENCE + NUMBER + 2 + 8;

  private static final long REGIME_BUYER = 5 * NUMBER + 2 * OBJECT;
  private static final long REGIME_MAKER = 5 * NUMBER;

  /** Flows, rents, and what tariff-rate quotas add. */
  private static final long SOLUTION_LANE = 3 * NUMBER;

  private static final long PREMIUM_LANE = 2 * NUMBER;

  /** Of a solution, its sums and its point; the books of each country come later. */
  private static final long SOLUTION_BUYER = 15 * NUMBER + 8 * NUMBER + 2 * OBJECT;

  private static final long SOLUTION_MAKER = 6 * NUMBER + 8 * NUMBER + 2 * OBJECT;

  private Footprint() {}

  /** The rows of a chain. */
  static long of(Chain chain) {
    return OBJECT
        + CHAIN_LANE * chain.laneCount()
        + CHAIN_BUYER * chain.buyerCount()
        + CHAIN_MAKER * chain.makerCount()
        + BLOCK * chain.blocks.size();
  }

  /** A calibrated chain: its rows, what they were numbered from, the base year, and a regime. */
  static long ofCalibrated(Chain chain) {
    return CALIBRATED * of(chain);
  }

  /** A question, whose measures nobody else may hold. */
  static long of(ChainQuestion question) {
    return 4 * OBJECT + MEASURE * question.touches().size();
  }

  /** A solution and its regime, without the rows of the chain. */
  static long of(ChainOutcome.Solved solved) {
    Solution s = solved.tally().s;
    Regime regime = s.regime;
    Chain chain = s.chain;
    long quotas = regime.quotas.stream().mapToLong(q -> OBJECT + 8L * q.lanes().length).sum();
    return 16 * OBJECT
        + (REGIME_LANE + SOLUTION_LANE + (quotas > 0 ? PREMIUM_LANE : 0)) * chain.laneCount()
        + (REGIME_BUYER + SOLUTION_BUYER) * chain.buyerCount()
        + (REGIME_MAKER + SOLUTION_MAKER) * chain.makerCount()
        + ownBlocks(regime.blocks, chain.blocks)
        + NUMBER * solved.point().z().length
        + 2L * Integer.BYTES * solved.point().lanes().length
        + quotas;
  }

  private static long ownBlocks(List<Block> blocks, List<Block> shared) {
    long bytes = 2 * REFERENCE * blocks.size();
    for (int b = 0; b < blocks.size(); b++) {
      bytes += b < shared.size() && shared.get(b).equals(blocks.get(b)) ? 0 : BLOCK;
    }
    return bytes;
  }
}
