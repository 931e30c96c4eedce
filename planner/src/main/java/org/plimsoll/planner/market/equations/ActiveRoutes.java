package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;

/**
 * The active latent routes in order of activation, with the figures that every evaluation reads.
 * They are copied here for locality: on 500 × 500 routes, reading arrays by lane took a quarter of
 * a search in cache misses.
 */
public final class ActiveRoutes {
  private static final int FIRST = 128;

  private final Chain chain;
  private int count;

  int[] lane;
  int[] buyer;
  int[] maker;

  /** Largest flow, tonnes. */
  double[] cap;

  /** Own slope, and slope of the proximal term at strength 1; USD a tonne per tonne. */
  double[] ownSlope;

  double[] proximalSlope;

  /** Flow at zero gain, and centre of the proximal term, tonnes. */
  double[] stillTonnes;

  public double[] carried;

  /** Landed price plus offset = slope × producer price + rest, before any levy. */
  double[] slope;

  double[] rest;

  /**
   * Whether that is the whole landed price; whether only the floor {@link Routes#floor} is missing.
   */
  boolean[] plain;

  boolean[] levied;

  /** Landed price plus offset at the last evaluation. */
  double[] landed;

  /** Its derivative with respect to the producer price. */
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

  /** Appends a route without flow; returns its place. */
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
