package org.plimsoll.planner.market;

/**
 * Takes the unknowns of lanes and bundles out of a step and puts them back: each has one row of its
 * own, so that a row of the matrix need only know what they would change by if prices stood still.
 */
final class Elimination {
  private final Derivatives derivatives;
  private final Equations equations;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;
  private final Layout layout;

  Elimination(Derivatives derivatives) {
    this.derivatives = derivatives;
    equations = derivatives.equations;
    flows = equations.flows;
    chain = flows.chain;
    regime = flows.regime;
    layout = derivatives.layout;
  }

  /**
   * The right-hand side of the matrix: the rows, and what latent routes and bundles would change by
   * if prices stood still.
   *
   * @param f all rows
   * @param shift as in {@link Derivatives#fill}
   * @param step receives the right-hand side in the matrix's rows
   */
  void rightHandSide(double[] f, double shift, double[] step) {
    for (int i = 0; i < flows.unknowns.matrixSize(); i++) {
      step[i] = -f[i];
    }
    double[] soldChange = new double[flows.makerCount];
    double[] exportChange = new double[regime.quotas.size()];
    for (int j = 0; j < flows.buyerCount; j++) {
      double latentChange = 0;
      for (int lane : regime.gapLanes[j]) {
        double change = ownChange(j, lane, f, shift) * chain.buyerScale[j];
        latentChange += change;
        addChange(j, lane, change, soldChange, exportChange);
      }
      if (regime.buyerLive[j]) {
        changeBundle(j, f, latentChange, soldChange, exportChange, step);
      }
    }
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = flows.unknowns.maker(i);
      if (!equations.fixed[unknown]) {
        step[unknown] += soldChange[i] * derivatives.perSales(i);
      }
    }
    for (int q = 0; q < exportChange.length; q++) {
      int unknown = flows.unknowns.quota(q);
      if (!equations.fixed[unknown]) {
        step[unknown] += equations.gapWeight[unknown] * exportChange[q] * derivatives.perExports(q);
      }
    }
  }

  /** Change of a lane's unknown at unchanged prices. */
  private double ownChange(int j, int lane, double[] f, double shift) {
    int unknown = flows.unknowns.lane(lane);
    return -f[unknown] / derivatives.ownSlope(j, unknown, shift);
  }

  private void addChange(
      int j, int lane, double change, double[] soldChange, double[] exportChange) {
    if (change != 0) {
      soldChange[chain.makerOf(j, lane)] += change;
      for (int q : layout.quotasOf[chain.buyerProduct[j]]) {
        if (derivatives.coveredLane(q, j) == lane) {
          exportChange[q] += change;
        }
      }
    }
  }

  /** Change of the bundle at unchanged prices: it meets need. */
  private double bundleChange(int j, double[] f, double latentChange) {
    return derivatives.hasBundle(j)
        ? -flows.excess[j] - latentChange
        : -f[flows.unknowns.bundle(j)] * chain.buyerScale[j];
  }

  private void changeBundle(
      int j,
      double[] f,
      double latentChange,
      double[] soldChange,
      double[] exportChange,
      double[] step) {
    int unknown = flows.unknowns.buyer(j);
    double change = bundleChange(j, f, latentChange);
    if (!equations.fixed[unknown]) {
      int bundle = flows.unknowns.bundle(j);
      step[unknown] =
          derivatives.hasBundle(j)
              ? f[bundle]
                  + equations.ownWeight[bundle] * change / chain.buyerScale[j]
                  + equations.gapWeight[bundle]
                      * flows.bundlePriceSlope[j]
                      * change
                      / flows.bundlePrice[j]
              : -(flows.excess[j] + latentChange) / chain.buyerScale[j];
    }
    for (int lane : regime.shareLanes[j]) {
      if (derivatives.isFree(lane)) {
        addChange(j, lane, flows.freeShare[lane] * change, soldChange, exportChange);
      }
    }
  }

  /** Writes the changes of lanes and bundles that go with the matrix's part of the step. */
  void recover(double[] f, double shift, double[] step) {
    for (int j = 0; j < flows.buyerCount; j++) {
      double buyer = flows.buyerPrice[j] * step[flows.unknowns.buyer(j)];
      double latentChange = 0;
      for (int lane : regime.gapLanes[j]) {
        double change = ownChange(j, lane, f, shift);
        if (derivatives.moves[lane]) {
          int maker = flows.unknowns.maker(chain.makerOf(j, lane));
          double landed = flows.landed[lane] * derivatives.pass[lane] * step[maker];
          for (int q : layout.quotasOf[chain.buyerProduct[j]]) {
            if (derivatives.coveredLane(q, j) == lane) {
              landed +=
                  flows.landed[lane] * derivatives.passRent[lane] * step[flows.unknowns.quota(q)];
            }
          }
          change += (buyer - landed) * derivatives.answer[lane] / chain.buyerScale[j];
        }
        latentChange += change * chain.buyerScale[j];
        step[flows.unknowns.lane(lane)] = change;
      }
      double change = bundleChange(j, f, latentChange);
      if (derivatives.hasBundle(j)) {
        change += flows.needSlope[j] * step[flows.unknowns.buyer(j)] + inputChange(j, step);
      }
      step[flows.unknowns.bundle(j)] = change / chain.buyerScale[j];
    }
  }

  private double inputChange(int j, double[] step) {
    int k = chain.buyerProduct[j];
    double sum = 0;
    for (int u : layout.usersHere[j]) {
      int b = layout.userBlocks[k][u];
      sum += layout.userPerUnit[k][u] * derivatives.levelPerUnknown(b) * step[b];
    }
    return sum;
  }
}
