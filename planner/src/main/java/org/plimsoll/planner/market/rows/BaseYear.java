package org.plimsoll.planner.market.rows;

import java.util.List;

/**
 * The market that licences, shares of use and output, surplus and stock values are measured
 * against. For a market file it is the solution without measures.
 *
 * @param tonnes by lane: tonnes carried
 * @param use by buyer: tonnes of final use and of inputs
 * @param stockWorth by buyer: what a tonne in stock is worth, USD
 * @param blocks its blocks
 * @param level by block: tonnes
 */
@SuppressWarnings("ArrayRecordComponent") // numbered rows of the solver, never compared
public record BaseYear(
    double[] tonnes, double[] use, double[] stockWorth, List<Block> blocks, double[] level) {
  public BaseYear {
    blocks = List.copyOf(blocks);
  }

  /** Level of an activity or of a curve, less the part that other blocks make; never below 0. */
  double levelOf(Block block) {
    double sum = -block.curve().startsAt();
    for (int b = 0; b < level.length; b++) {
      Block was = blocks.get(b);
      sum += was.isPartOf(block) && !was.curve().mustRun() ? level[b] : 0;
    }
    return Math.max(0, sum);
  }
}
