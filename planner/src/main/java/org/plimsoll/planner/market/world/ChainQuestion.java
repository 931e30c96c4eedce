package org.plimsoll.planner.market.world;

import java.util.List;
import java.util.Optional;
import org.plimsoll.planner.market.rows.Chain;

/**
 * What is asked of a chain: everything that its solution depends on.
 *
 * @param chain of the base year, itself and not its like: it stands for its calibration
 * @param touches measures on it
 * @param start the question whose solution the search starts from; empty for the base year
 * @param hash of the others
 */
record ChainQuestion(
    Chain chain, List<MeasuresByChain.Touch> touches, Optional<ChainQuestion> start, int hash) {
  ChainQuestion(Chain chain, List<MeasuresByChain.Touch> touches, Optional<ChainQuestion> start) {
    this(
        chain,
        touches,
        start,
        31 * (31 * chain.hashCode() + touches.hashCode())
            + start.map(ChainQuestion::hash).orElse(0));
  }

  /** The same from the base year. */
  ChainQuestion fromBase() {
    return new ChainQuestion(chain, touches, Optional.empty());
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
