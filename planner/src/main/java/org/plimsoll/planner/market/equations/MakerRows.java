package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The row of a maker's price π:
 *
 * <pre>
 *   min(ln π − ln least, ψ(supply) − ψ(sales))         free disposal
 * </pre>
 *
 * <p>ψ(x) = asinh(x/2κ), a logarithm above κ and straight below, so that a maker may come to
 * nothing.
 */
final class MakerRows {
  /** Share of its base below which a quantity counts in tonnes, above which in logarithms. */
  private static final double STRAIGHT_BELOW = 1e-3;

  private final Flows flows;
  private final Regime regime;
  private final Chain chain;
  private final Complementarity parts;

  /** By maker: tonnes in which its row is counted. */
  final double[] scale;

  /** By maker: ∂row/∂sales; 0 where the row is another. */
  private final double[] perSale;

  MakerRows(Flows flows, Complementarity parts) {
    this.flows = flows;
    this.parts = parts;
    regime = flows.regime;
    chain = flows.chain;
    scale = flows.workspace.doubles(flows.makerCount);
    perSale = flows.workspace.doubles(flows.makerCount);
    for (int i = 0; i < flows.makerCount; i++) {
      scale[i] = Math.abs(chain.exogenousSupply[i]);
    }
    for (Block block : regime.blocks) {
      for (int o = 0; o < block.links().makers().length; o++) {
        int i = block.links().makers()[o];
        scale[i] += block.links().outputs()[o] * block.curve().scaleTonnes();
      }
    }
  }

  /**
   * @param lnLeast price at which goods are thrown away, over the base price
   */
  double value(int i, int unknown, double z, double lnLeast) {
    if (!regime.makerLive[i]) {
      return parts.strikeOut(unknown, z);
    }
    double over =
        flows.followsPrices
            ? (supply(i) - sales(i)) / scale[i]
            : psiDifference(supply(i), sales(i), scale[i]);
    double clearing = over + flows.proximal.price(unknown, z);
    double least = z - lnLeast;
    parts.fixed[unknown] = least < clearing;
    return parts.fixed[unknown] ? least : clearing;
  }

  private double supply(int i) {
    return flows.made[i] + Math.max(0, chain.exogenousSupply[i]);
  }

  private double sales(int i) {
    return flows.sold[i] + Math.max(0, -chain.exogenousSupply[i]);
  }

  /** ψ(x) − ψ(y). */
  static double psiDifference(double x, double y, double scale) {
    double u = x / (2 * STRAIGHT_BELOW * scale);
    double v = y / (2 * STRAIGHT_BELOW * scale);
    return StrictMath.log((u + Math.sqrt(u * u + 1)) / (v + Math.sqrt(v * v + 1)));
  }

  /** ∂ψ/∂x. */
  static double psiSlope(double x, double scale) {
    double straight = 2 * STRAIGHT_BELOW * scale;
    return 1 / Math.sqrt(x * x + straight * straight);
  }

  private double slope(int i, double tonnes) {
    return flows.followsPrices ? 1 / scale[i] : psiSlope(tonnes, scale[i]);
  }

  /** Adds the row's own entry; those of levels and lanes come with them. */
  void partials(int i, double shift, Matrix matrix) {
    int unknown = flows.unknowns.maker(i);
    boolean isFixed = parts.fixed[unknown];
    perSale[i] = isFixed ? 0 : -slope(i, sales(i));
    matrix.add(unknown, unknown, (isFixed ? 1 : flows.proximal.stepSlope()) + shift);
  }

  /** ∂row/∂tonnes made. */
  double perMade(int i) {
    return parts.fixed[flows.unknowns.maker(i)] ? 0 : slope(i, supply(i));
  }

  /** ∂row/∂tonnes sold, at the last {@link #partials}. */
  double perSale(int i) {
    return perSale[i];
  }

  /** ∂row/∂θ: what the figure does to supply and sales. */
  double perFigure(int i, FigureMove move) {
    double exogenous = move.there.chain.exogenousSupply[i];
    double more = move.made[i] + Math.max(0, exogenous) - supply(i);
    double most = Math.max(0, -exogenous) - Math.max(0, -chain.exogenousSupply[i]);
    return perMade(i) * more / move.by + perSale[i] * (most / move.by + move.sold[i]);
  }
}
