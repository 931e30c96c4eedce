package org.plimsoll.planner.market.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Derivatives;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Wedges;

/**
 * Where a market may go either of two ways: both parts of a row are zero at once, a floor is just
 * met, a route would just pay, or use is at a corner of its curve.
 *
 * @param kind which of these
 * @param at what is there, in words
 * @param index row of the kind: unknown, lane or buyer
 */
public record Kink(Kind kind, String at, int index) {
  /** Step in the logarithm of a price. */
  private static final double STEP = 1e-6;

  /** Smoothing that shows which rows are at a kink. */
  private static final double BLUR = 1e-7;

  /** Weights of both parts of a row beyond this mean a kink. */
  private static final double DIVIDED = 0.01;

  /**
   * Move of a price's logarithm for a further base use at which nothing but proximal terms holds
   * it.
   */
  private static final double LOOSE = 1e5;

  /** What is at the kink. */
  public enum Kind {
    /** A level, flow or rent that is just at a bound. */
    BOUND_JUST_MET,
    /** Goods land just at a floor. */
    FLOOR_JUST_MET,
    /** A route that carries nothing would pay by a hair. */
    ROUTE_ABOUT_TO_OPEN,
    /** Use answers otherwise to a rise of its price than to a fall. */
    USE_AT_A_CORNER,
    /** Supply and use are told whatever some price is. */
    PRICE_HELD_BY_NOTHING
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + at;
  }

  /** Lets a route that is about to open carry goods. */
  void wake(Equations equations) {
    if (kind == Kind.ROUTE_ABOUT_TO_OPEN) {
      int buyer = equations.flows.chain.buyerAt(index);
      equations.flows.unknowns.routes.activate(buyer, index);
    }
  }

  /** Puts the derivatives of the last rows to the other side of it. */
  void goBeyond(Equations equations) {
    switch (kind) {
      case BOUND_JUST_MET -> equations.goBeyondBound(index);
      case FLOOR_JUST_MET -> equations.flows.goBeyondFloor(index);
      case ROUTE_ABOUT_TO_OPEN -> {
        Unknowns unknowns = equations.flows.unknowns;
        equations.open(unknowns.route(unknowns.routes.find(index)));
      }
      case USE_AT_A_CORNER -> equations.flows.goBeyondCorner(index, STEP);
      case PRICE_HELD_BY_NOTHING -> {}
    }
  }

  /**
   * Every kink at a solution.
   *
   * @param derivatives at it
   * @param z its unknowns
   * @param s it
   */
  static List<Kink> listAt(Equations equations, Derivatives derivatives, double[] z, Solution s) {
    List<Kink> kinks = new ArrayList<>();
    addBounds(equations, z, kinks);
    Chain chain = s.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (isFloorJustMet(s, j, lane)) {
          kinks.add(new Kink(Kind.FLOOR_JUST_MET, route(chain, j, lane), lane));
        }
      }
      for (int lane : s.regime.latentLanes[j]) {
        if (isAboutToOpen(s, j, lane, equations)) {
          kinks.add(new Kink(Kind.ROUTE_ABOUT_TO_OPEN, route(chain, j, lane), lane));
        }
      }
      if (isUseAtACorner(s, j)) {
        kinks.add(new Kink(Kind.USE_AT_A_CORNER, buyer(chain, j), j));
      }
    }
    if (isAnyPriceLoose(equations, derivatives, z.length)) {
      kinks.add(new Kink(Kind.PRICE_HELD_BY_NOTHING, chain.products[0].id() + " and on", 0));
    }
    return kinks;
  }

  private static void addBounds(Equations equations, double[] z, List<Kink> kinks) {
    double[] f = new double[z.length];
    equations.smoothing = BLUR;
    equations.residual(z, f);
    for (int u = 0; u < equations.size(); u++) {
      double weight = equations.slackWeight[u];
      if (!equations.fixed[u] && weight > DIVIDED && weight < 1 - DIVIDED) {
        kinks.add(new Kink(Kind.BOUND_JUST_MET, unknown(equations, u), u));
      }
    }
    equations.smoothing = 0;
    equations.residual(z, f);
  }

  private static boolean isFloorJustMet(Solution s, int j, int lane) {
    Wedges.Floor floor = s.regime.wedges.floor[lane];
    if (floor.usd() == 0 || !(s.flow(lane) > 0)) {
      return false;
    }
    double floorGap = s.floorGap(j, lane);
    boolean isEnd = floorGap == 0 || floorGap >= floor.bound() * (1 - BLUR);
    double paid = s.customsValue(j, lane) + s.duty(j, lane) + s.premium(j, lane);
    double over = paid + s.levy(j, lane) - floor.usd();
    return isEnd && Math.abs(over) < BLUR * floor.usd();
  }

  /** Whether a route that carries nothing, asleep or not, would pay by a hair. */
  private static boolean isAboutToOpen(Solution s, int j, int lane, Equations equations) {
    Chain chain = s.chain;
    if (s.latentFlow[lane] != 0
        || chain.latentTonnes[lane] != 0
        || equations.flows.unknowns.routes.find(lane) >= 0) {
      return false;
    }
    double loss = s.landed(j, lane) + chain.latentGain[lane] - s.buyerPrice[j];
    return Math.abs(loss) < BLUR * chain.buyerPrice0[j];
  }

  private static boolean isUseAtACorner(Solution s, int j) {
    Demand use = s.regime.finalUse[j];
    double price = s.buyerPrice[j];
    double used = use.servedAt(price);
    double fall = use.servedAt(price * (1 - STEP)) - used;
    double rise = used - use.servedAt(price * (1 + STEP));
    return s.regime.buyerLive[j] && Math.abs(fall - rise) > DIVIDED * STEP * s.chain.buyerScale[j];
  }

  /**
   * Whether proximal terms alone hold some price, since supply and use are told whatever it is: a
   * further tonne to all of its nodes would then move it without end.
   */
  private static boolean isAnyPriceLoose(Equations equations, Derivatives derivatives, int length) {
    if (!equations.proximal.areThere()) {
      return false;
    }
    double[] rows = new double[length];
    double[] step = new double[length];
    Unknowns unknowns = equations.flows.unknowns;
    for (int u = unknowns.buyer(0); u < unknowns.quota(0); u++) {
      rows[u] = equations.fixed[u] ? 0 : 1;
    }
    derivatives.step(rows, 0, step);
    double largest = 0;
    for (int u = unknowns.buyer(0); u < unknowns.quota(0); u++) {
      largest = Math.max(largest, Math.abs(step[u]));
    }
    return largest > LOOSE;
  }

  private static String unknown(Equations equations, int u) {
    Regime regime = equations.flows.regime;
    Chain chain = regime.chain;
    Unknowns unknowns = equations.flows.unknowns;
    if (u < unknowns.buyer(0)) {
      Block block = regime.blocks.get(u);
      return "level of " + block.activity() + " in " + block.country();
    }
    if (u >= unknowns.route(0)) {
      int place = u - unknowns.route(0);
      return "flow of " + route(chain, unknowns.routes.buyer(place), unknowns.routes.lane(place));
    }
    if (u >= unknowns.bundle(0)) {
      return "deliveries of usual origins of " + buyer(chain, u - unknowns.bundle(0));
    }
    return u >= unknowns.quota(0)
        ? "quota " + regime.quotas.get(u - unknowns.quota(0)).measure()
        : "price of " + chain.products[0].id();
  }

  private static String buyer(Chain chain, int j) {
    return chain.products[chain.buyerProduct[j]].id() + " in " + chain.buyerCountry[j];
  }

  private static String route(Chain chain, int j, int lane) {
    return "%s from %s to %s"
        .formatted(
            chain.products[chain.buyerProduct[j]].id(),
            chain.makerCountry[chain.makerOf(j, lane)],
            chain.buyerCountry[j]);
  }
}
