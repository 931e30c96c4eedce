package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;

/**
 * The latent routes active, in the order in which they woke, with the figures that each evaluation
 * reads. Measured on 500 × 500 routes: read from arrays by lane instead, these took a fourth of a
 * search, since each was a miss of the cache.
 */
public final class ActiveRoutes {
  private static final int FIRST = 128;

  private final Chain chain;
  private int count;

  int[] lane;
  int[] buyer;
  int[] maker;

  /** Tonnes at most. */
  double[] cap;

  /** Rise of the price a tonne, of its own and by a proximal term at strength 1. */
  double[] ownSlope;

  double[] proximalSlope;

  /** Tonnes carried where the buyer gains nothing, and tonnes that the proximal term pulls to. */
  double[] stillTonnes;

  public double[] carried;

  /** Goods land for slope × producer price + rest, offset included; a levy may add to it. */
  double[] slope;

  double[] rest;

  /** Whether that is all; whether it is all but a floor that {@link Routes#floor} tells. */
  boolean[] plain;

  boolean[] levied;

  /** What the last evaluation found: price at the buyer's door, offset included. */
  double[] landed;

  /** And ∂ of it/∂ producer price. */
  double[] pass;

  ActiveRoutes(Chain chain, Workspace workspace) {
    this.chain = chain;
    lane = workspace.ints(FIRST);
    buyer = workspace.ints(FIRST);
    maker = workspace.ints(FIRST);
    cap = workspace.doubles(FIRST);
    ownSlope = workspace.doubles(FIRST);
    proximalSlope = workspace.doubles(FIRST);
    stillTonnes = workspace.doubles(FIRST);
    carried = workspace.doubles(FIRST);
    slope = workspace.doubles(FIRST);
    rest = workspace.doubles(FIRST);
    plain = workspace.booleans(FIRST);
    levied = workspace.booleans(FIRST);
    landed = workspace.doubles(FIRST);
    pass = workspace.doubles(FIRST);
  }

  int count() {
    return count;
  }

  /** Appends a route that carries nothing yet; returns its place. */
  int add(int j, int lane, double cap) {
    if (count == this.lane.length) {
      grow(2 * count);
    }
    int p = count++;
    this.lane[p] = lane;
    buyer[p] = j;
    maker[p] = chain.makerOf(j, lane);
    this.cap[p] = cap;
    ownSlope[p] = chain.routeSlope[lane];
    proximalSlope[p] = chain.proximalSlope[lane];
    stillTonnes[p] = chain.latentTonnes[lane];
    carried[p] = 0;
    return p;
  }

  private void grow(int length) {
    lane = Arrays.copyOf(lane, length);
    buyer = Arrays.copyOf(buyer, length);
    maker = Arrays.copyOf(maker, length);
    cap = Arrays.copyOf(cap, length);
    ownSlope = Arrays.copyOf(ownSlope, length);
    proximalSlope = Arrays.copyOf(proximalSlope, length);
    stillTonnes = Arrays.copyOf(stillTonnes, length);
    carried = Arrays.copyOf(carried, length);
    slope = Arrays.copyOf(slope, length);
    rest = Arrays.copyOf(rest, length);
    plain = Arrays.copyOf(plain, length);
    levied = Arrays.copyOf(levied, length);
    landed = Arrays.copyOf(landed, length);
    pass = Arrays.copyOf(pass, length);
  }

  /** Moves a route up to an earlier place. */
  void move(int from, int to) {
    lane[to] = lane[from];
    buyer[to] = buyer[from];
    maker[to] = maker[from];
    cap[to] = cap[from];
    ownSlope[to] = ownSlope[from];
    proximalSlope[to] = proximalSlope[from];
    stillTonnes[to] = stillTonnes[from];
    carried[to] = carried[from];
    slope[to] = slope[from];
    rest[to] = rest[from];
    plain[to] = plain[from];
    levied[to] = levied[from];
  }

  /** Forgets all places from this one on. */
  void cut(int count) {
    this.count = count;
  }
}
