package org.plimsoll.planner.market;

/**
 * The order of a market's unknowns: of each block level/base level (of a mine its logarithm; of new
 * capacity level/capacity); of each buyer ln(price/base price); of each maker the same; of each
 * quota its rent over the base price; then of each lane what its latent route carries, and of each
 * buyer what its incumbents carry, over the buyer's base use. The last two are unknowns too, not
 * functions of prices: a route opens by a small gap in price, and a flow computed from the gap
 * would swing by many times what the maker makes at each trial step.
 */
final class Unknowns {
  private final Regime regime;
  private final Chain chain;
  private final int buyers;
  private final int makers;
  private final int quotas;
  private final int lanes;
  private final int bundles;
  private final int count;

  Unknowns(Regime regime) {
    this.regime = regime;
    chain = regime.chain;
    buyers = regime.blocks.size();
    makers = buyers + chain.buyerCount();
    quotas = makers + chain.makerCount();
    lanes = quotas + regime.quotas.size();
    bundles = lanes + chain.laneCount();
    count = bundles + chain.buyerCount();
  }

  int buyer(int j) {
    return buyers + j;
  }

  int maker(int i) {
    return makers + i;
  }

  int quota(int q) {
    return quotas + q;
  }

  /** Unknowns that the matrix holds; those after it are eliminated one by one. */
  int matrixSize() {
    return lanes;
  }

  int lane(int lane) {
    return lanes + lane;
  }

  int bundle(int j) {
    return bundles + j;
  }

  int count() {
    return count;
  }

  /** Unknowns of the base year. */
  double[] base() {
    double[] z = new double[count];
    for (int b = 0; b < buyers; b++) {
      Block block = regime.blocks.get(b);
      z[b] = block.isNeverIdle() || block.isEntrant() || !regime.blockLive[b] ? 0 : 1;
    }
    for (int j = 0; j < chain.buyerCount(); j++) {
      double bought = 0;
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        bought += chain.baseShare[lane] > 0 ? chain.baseTonnes[lane] : 0;
        if (regime.gapOpen[lane]) {
          z[lane(lane)] = chain.gapTonnes[lane] / chain.buyerScale[j];
        }
      }
      if (regime.shareLanes[j].length > 0) {
        z[bundle(j)] = bought / chain.buyerScale[j];
      }
    }
    return z;
  }

  /**
   * A point of some market's space of unknowns.
   *
   * @param regime whose unknowns they are
   * @param z in their order
   */
  @SuppressWarnings("ArrayRecordComponent") // a start for another search, never compared
  record Point(Regime regime, double[] z) {}

  /**
   * The levels, prices and flows of a point of another market with the same products; where that
   * market has no such row, those of the base year. What was added to the market that was extended
   * stands behind it: blocks, quotas.
   */
  double[] near(Point point) {
    double[] from = point.z();
    if (point.regime().chain == chain && from.length == count) {
      return from.clone();
    }
    Unknowns there = new Unknowns(point.regime());
    double[] z = base();
    System.arraycopy(from, 0, z, 0, Math.min(buyers, there.buyers));
    System.arraycopy(
        from, there.quotas, z, quotas, Math.min(lanes - quotas, there.lanes - there.quotas));
    int[] maker = new int[chain.makerCount()];
    for (int i = 0; i < maker.length; i++) {
      maker[i] = there.chain.findMaker(new Node(chain.makerProduct[i], chain.makerCountry[i]));
      if (maker[i] >= 0) {
        z[maker(i)] = from[there.maker(maker[i])];
      }
    }
    for (int j = 0; j < chain.buyerCount(); j++) {
      int buyer = there.chain.findBuyer(new Node(chain.buyerProduct[j], chain.buyerCountry[j]));
      if (buyer >= 0) {
        z[buyer(j)] = from[there.buyer(buyer)];
        z[bundle(j)] = from[there.bundle(buyer)];
        for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
          int i = maker[chain.makerOf(j, lane)];
          if (i >= 0) {
            z[lane(lane)] = from[there.lane(there.chain.lane(i, buyer))];
          }
        }
      }
    }
    return z;
  }
}
