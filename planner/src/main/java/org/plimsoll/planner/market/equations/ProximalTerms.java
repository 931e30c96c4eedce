package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;

/**
 * Proximal terms: small slopes that make the rows regular where homogeneous goods or activities of
 * constant cost leave them without slopes of their own. Each term pulls its unknown to a centre.
 * Moving the centres to the current point (proximal point method, Rockafellar 1976) removes the
 * terms again: at the answer none pulls. Among flows that prices leave undetermined they have by
 * then selected nearly those with the least sum of squares.
 */
public final class ProximalTerms {
  /** Strength at which centres start to move. */
  public static final double LEAST = 1e-6;

  /** Pull, as a share of the base, below which a term counts as gone. */
  public static final double NO_PULL = 1e-11;

  /** Slope of the term on a price at strength 1, in the unit of its row. */
  private static final double PRICE = 0.1;

  private final Flows flows;
  private final Chain chain;
  private final boolean there;

  /** By price or block: its centre. */
  private final double[] centre;

  /** Factor on all slopes. */
  public double strength = 1;

  /** Slope added to each price's row in the system of a step only; it shortens steps. */
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

  /** Slope of the term on a price. */
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

  /** Slope of the term on a block of constant cost, USD a tonne over its scale. */
  double usdSlope(int b) {
    Curve curve = flows.regime.blocks.get(b).curve();
    return there && curve.isFlat() ? strength * curve.differenceUsdPerTonne() : 0;
  }

  /** Pull on the margin of a block of constant cost, USD a tonne. */
  double usd(int b, double z) {
    double slope = usdSlope(b);
    return slope > 0 ? slope * (z - centre[b]) : 0;
  }

  /** Level, over the scale, at which the pull on such a block equals this gain. */
  double levelFor(int b, double gainUsdPerTonne) {
    return centre[b] + gainUsdPerTonne / usdSlope(b);
  }

  /** Slope of the term on a route, USD a tonne per tonne. */
  public double routeSlope(int lane) {
    return there ? strength * chain.proximalSlope[lane] : 0;
  }

  /** Resets all centres: routes to zero, prices to the base. */
  public void reset() {
    Arrays.fill(centre, 0);
    Arrays.fill(flows.unknowns.routes.active.carried, 0);
  }

  /**
   * Moves the centres to these unknowns.
   *
   * @param fixed unknowns that have rows of another kind
   * @return the largest pull before the move, as a share of the base
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
