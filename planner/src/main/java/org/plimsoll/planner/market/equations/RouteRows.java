package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.rows.Chain;

/**
 * The row of what a latent route carries, x:
 *
 * <pre>
 *   max(x − cap, min(x, (landed + premium + e x − ρ)/ρ0))      0 ≤ x ⊥ loss ≥ 0
 * </pre>
 *
 * <p>Each row holds one flow only, so that it is taken out of the system of a step, and found again
 * once prices are known.
 */
final class RouteRows {
  /** Routes that there is room for at first. */
  private static final int FIRST_HELD = 128;

  private final Flows flows;
  private final Chain chain;
  private final Unknowns unknowns;
  private final Routes routes;
  private final ActiveRoutes active;
  private final Complementarity parts;
  private final Sales sales;

  /** By route active: whether the matrix has its entries, and what it gains per gain in price. */
  private boolean[] held;

  private double[] answer;
  private int holding;

  RouteRows(Flows flows, Complementarity parts, Sales sales) {
    this.flows = flows;
    this.parts = parts;
    this.sales = sales;
    chain = flows.chain;
    unknowns = flows.unknowns;
    routes = unknowns.routes;
    active = routes.active;
    held = flows.workspace.booleans(FIRST_HELD);
    answer = flows.workspace.doubles(FIRST_HELD);
  }

  double value(int p, int unknown, double z) {
    int j = active.buyer[p];
    double scale = chain.buyerScale[j];
    double cap = active.cap[p] / scale;
    if (flows.followsPrices) {
      parts.slack[unknown] = z > 0 && z < cap ? 1 : 0;
      parts.own[unknown] = 1 - parts.slack[unknown];
      return 0;
    }
    double tonnes = z * scale;
    double rise =
        (tonnes - active.stillTonnes[p]) * active.ownSlope[p]
            + (tonnes - active.carried[p]) * flows.proximal.strength * active.proximalSlope[p];
    double loss = (active.landed[p] - flows.buyerPrice[j] + rise) / chain.buyerPrice0[j];
    return parts.row(unknown, z, z - cap, loss);
  }

  /**
   * Chooses the routes that the matrix has entries for: those that move, and those that did when it
   * was last looked at, until these are too many. So its pattern seldom changes, and stays sparse.
   */
  void choose() {
    int count = routes.count();
    if (held.length < count) {
      held = Arrays.copyOf(held, 2 * count);
      answer = Arrays.copyOf(answer, 2 * count);
    }
    int moving = 0;
    for (int p = 0; p < count; p++) {
      if (parts.slack[unknowns.route(p)] > 0) {
        moving++;
        holding += held[p] ? 0 : 1;
        held[p] = true;
      }
    }
    if (holding - moving > (unknowns.route(0) + moving) / 4) {
      holding = moving;
      for (int p = 0; p < count; p++) {
        held[p] = parts.slack[unknowns.route(p)] > 0;
      }
    }
  }

  /** Forgets which routes the matrix has entries for, since their places have changed. */
  void forget() {
    Arrays.fill(held, false);
    holding = 0;
  }

  /** Adds what a route does once it is taken out, to the matrix and to the right-hand side. */
  void partials(int p, double[] f, double shift, Matrix matrix, double[] side) {
    int j = routes.buyer(p);
    int i = routes.maker(p);
    int lane = routes.lane(p);
    double still = still(p, f, shift);
    if (still != 0) {
      side[arrivals(p)] -= still;
      sales.take(i, lane, still, chain.buyerScale[j], side);
    }
    answer[p] = parts.slack[unknowns.route(p)] / (ownSlope(p, shift) * chain.buyerPrice0[j]);
    if (held[p]) {
      carry(p, served(p), answer[p] * servedPass(p), matrix);
      double pass = latentPass(p);
      if (pass != 0) {
        carry(p, unknowns.maker(i), -answer[p] * pass, matrix);
      }
      for (int q : flows.quotasOn(lane)) {
        carry(p, unknowns.quota(q), -answer[p] * flows.rentPass(q, lane), matrix);
      }
    }
  }

  /** Adds a change of a route with an unknown to the rows that count what it carries. */
  private void carry(int p, int unknown, double relative, Matrix matrix) {
    matrix.add(arrivals(p), unknown, relative);
    double scale = chain.buyerScale[routes.buyer(p)];
    sales.partials(routes.maker(p), routes.lane(p), unknown, relative * scale, matrix);
  }

  /** What a route changes by if prices stand still, over the buyer's base use. */
  private double still(int p, double[] f, double shift) {
    return -f[unknowns.route(p)] / ownSlope(p, shift);
  }

  private double ownSlope(int p, double shift) {
    int unknown = unknowns.route(p);
    return parts.own[unknown] + parts.slack[unknown] * laneSlope(p) + shift;
  }

  /** Rise of the price, as a share of the base, at which a route carries the buyer's base use. */
  private double laneSlope(int p) {
    int j = active.buyer[p];
    double perTonne = active.ownSlope[p] + flows.proximal.strength * active.proximalSlope[p];
    return perTonne * chain.buyerScale[j] / chain.buyerPrice0[j];
  }

  /** The unknown price that a route serves: its buyer's, or what it bids for levied goods. */
  private int served(int p) {
    int j = routes.buyer(p);
    return flows.latentRoutes.isByBid(p) ? unknowns.bid(j) : unknowns.buyer(j);
  }

  /** ∂price served/∂unknown. */
  private double servedPass(int p) {
    int j = routes.buyer(p);
    return flows.latentRoutes.isByBid(p) ? flows.latentRoutes.bid[j] : flows.buyerPass[j];
  }

  /** The row that counts what a route brings. */
  private int arrivals(int p) {
    int j = routes.buyer(p);
    return flows.latentRoutes.isByBid(p) ? unknowns.bid(j) : unknowns.deliveries(j);
  }

  /** ∂landed/∂ln producer price. */
  private double latentPass(int p) {
    return active.pass[p] * flows.makerPrice[routes.maker(p)];
  }

  /** Writes the changes of routes that go with those of prices. */
  void recover(double[] f, double shift, double[] step) {
    for (int p = 0; p < routes.count(); p++) {
      int lane = routes.lane(p);
      double change = still(p, f, shift);
      if (answer[p] > 0) {
        double gain =
            servedPass(p) * step[served(p)] - latentPass(p) * step[unknowns.maker(routes.maker(p))];
        for (int q : flows.quotasOn(lane)) {
          gain -= flows.rentPass(q, lane) * step[unknowns.quota(q)];
        }
        change += answer[p] * gain;
      }
      step[unknowns.route(p)] = change;
    }
  }

  /** Hands on what a goal hangs on flows to the prices that they follow. */
  void passOn(double[] goal, double[] side) {
    for (int p = 0; p < routes.count(); p++) {
      double weight = goal[unknowns.route(p)] * answer[p];
      int j = routes.buyer(p);
      side[unknowns.buyer(j)] += weight * flows.buyerPass[j];
      side[unknowns.maker(routes.maker(p))] -= weight * latentPass(p);
      for (int q : flows.quotasOn(routes.lane(p))) {
        side[unknowns.quota(q)] -= weight * flows.rentPass(q, routes.lane(p));
      }
    }
  }

  /** Writes the multipliers of the rows taken out, once those of the others are known. */
  void recoverMultipliers(double[] goal, double[] solved, double[] multipliers) {
    for (int p = 0; p < routes.count(); p++) {
      int j = routes.buyer(p);
      double counted = goal[unknowns.route(p)] - solved[unknowns.deliveries(j)];
      counted -= chain.buyerScale[j] * sales.weigh(routes.maker(p), routes.lane(p), solved);
      multipliers[unknowns.route(p)] = counted / ownSlope(p, 0);
    }
  }

  /** ∂row/∂θ: what the figure does to the landed price, the rise, and the cap. */
  double perFigure(int p, FigureMove move) {
    int unknown = unknowns.route(p);
    int j = active.buyer[p];
    int lane = active.lane[p];
    Chain then = move.there.chain;
    double row = 0;
    if (parts.slack[unknown] > 0) {
      double tonnes = flows.latentFlow[lane];
      double rise = (tonnes - then.latentTonnes[lane]) * then.routeSlope[lane];
      rise -= (tonnes - chain.latentTonnes[lane]) * chain.routeSlope[lane];
      double gain = then.latentGain[lane] - chain.latentGain[lane];
      double loss = (rise + gain) / move.by + move.landed(lane, active.maker[p]);
      row += parts.slack[unknown] * loss / chain.buyerPrice0[j];
    }
    if (parts.cap[unknown] > 0) {
      double more = (move.there.cap[lane] - active.cap[p]) / move.by;
      row -= parts.cap[unknown] * more / chain.buyerScale[j];
    }
    return row;
  }
}
