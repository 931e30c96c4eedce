package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;

/**
 * Small slopes that say where to go while searching, where goods alike, or activities at one
 * margin, leave the rows without slopes of their own. Each pulls its unknown to a centre. Moving
 * the centres to where the search stands (the proximal point method, Rockafellar 1976) takes the
 * proximal terms away again: in the answer none pulls. Among flows that prices do not tell apart
 * they have by then chosen those with the least sum of squares, nearly.
 */
public final class ProximalTerms {
  /** Strength of proximal terms from which they are moved. */
  public static final double LEAST = 1e-6;

  /** Pull, as a share of the base, that is as good as none. */
  public static final double NO_PULL = 1e-11;

  /** Slope of a price's proximal term at strength 1, in the unit of its row. */
  private static final double PRICE = 0.1;

  private final Flows flows;
  private final Chain chain;
  private final boolean there;

  /** By price or block: where its unknown is pulled to. */
  private final double[] centre;

  /** Factor on all slopes. */
  public double strength = 1;

  /** Further slope of each price's row in the system of a step alone: it makes steps shorter. */
  public double damping;

  ProximalTerms(Flows flows) {
    this.flows = flows;
    chain = flows.chain;
    there = chain.needsProximalTerms();
    centre = flows.workspace.doubles(there ? flows.unknowns.route(0) : 0);
  }

  public boolean areThere() {
    return there;
  }

  /** Slope of the proximal term of a price. */
  double priceSlope() {
    return there ? PRICE * strength : 0;
  }

  /** The same with what makes steps shorter. */
  double stepSlope() {
    return priceSlope() + damping;
  }

  /** Pull on a price, in the unit of its row. */
  double price(int unknown, double z) {
    return there ? priceSlope() * (z - centre[unknown]) : 0;
  }

  /** Slope of the proximal term of a flat block, USD a tonne over its scale. */
  double usdSlope(int b) {
    Curve curve = flows.regime.blocks.get(b).curve();
    return there && curve.isFlat() ? strength * curve.differenceUsdPerTonne() : 0;
  }

  /** Pull on a flat block's margin, USD a tonne. */
  double usd(int b, double z) {
    double slope = usdSlope(b);
    return slope > 0 ? slope * (z - centre[b]) : 0;
  }

  /** Level at which the pull on a flat block takes up this gain, over its scale. */
  double levelFor(int b, double gainUsdPerTonne) {
    return centre[b] + gainUsdPerTonne / usdSlope(b);
  }

  /** Slope of the proximal term of a route, USD a tonne per tonne. */
  public double routeSlope(int lane) {
    return there ? strength * chain.proximalSlope[lane] : 0;
  }

  /** Starts anew: routes are pulled to nothing, prices to the base. */
  public void reset() {
    Arrays.fill(centre, 0);
    Arrays.fill(flows.unknowns.routes.active.carried, 0);
  }

  /**
   * Moves the centres to these unknowns.
   *
   * @param fixed unknowns that have rows of another kind
   * @return the largest pull that there was, as a share of the base
   */
  public double recentre(double[] z, boolean[] fixed) {
    double pull = 0;
    for (int u = flows.unknowns.buyer(0); u < flows.unknowns.quota(0); u++) {
      pull = Math.max(pull, fixed[u] ? 0 : Math.abs(price(u, z[u])));
      centre[u] = z[u];
    }
    for (int b = 0; b < flows.blockCount; b++) {
      if (usdSlope(b) > 0) {
        pull = Math.max(pull, strength * Math.abs(z[b] - centre[b]));
        centre[b] = z[b];
      }
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.latentRoutes.hasBid(j)) {
        centre[flows.unknowns.bid(j)] = z[flows.unknowns.bid(j)];
      }
    }
    ActiveRoutes active = flows.unknowns.routes.active;
    for (int p = 0; p < active.count(); p++) {
      int j = active.buyer[p];
      double tonnes = Math.max(0, z[flows.unknowns.route(p)]) * chain.buyerScale[j];
      if (tonnes > 0) {
        double moved = Math.abs(tonnes - active.carried[p]);
        pull = Math.max(pull, strength * active.proximalSlope[p] * moved / chain.buyerPrice0[j]);
      }
      active.carried[p] = tonnes;
    }
    return pull;
  }
}
