package org.plimsoll.planner.market.rows;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plimsoll.model.place.Place;

/**
 * One activity in one country with its supply curve: the unit margin at which each level is made.
 *
 * <p>Margins in USD a tonne of level; levels in tonnes a year of the primary output.
 *
 * @param activity identifier in the world's technology
 * @param country where
 * @param links outputs and inputs as rows of the chain
 * @param curve margin wanted at each level
 * @param creditUsdPerTonne added to the margin that prices give: repairs and inputs without price
 * @param support what others than the market pay on each tonne
 * @param capacityTonnes largest level
 * @param host cap by a host's output
 * @param measure that added it as new capacity; empty if none did
 */
public record Block(
    String activity,
    Place country,
    Links links,
    Curve curve,
    double creditUsdPerTonne,
    Support support,
    double capacityTonnes,
    HostCap host,
    String measure) {
  /** A block that no measure added as capacity. */
  public Block(
      String activity,
      Place country,
      Links links,
      Curve curve,
      double creditUsdPerTonne,
      Support support,
      double capacityTonnes,
      HostCap host) {
    this(activity, country, links, curve, creditUsdPerTonne, support, capacityTonnes, host, "");
  }

  /**
   * Rows of the makers and buyers that an activity touches, the primary output first.
   *
   * @param makers rows of outputs
   * @param outputs tonnes of each a tonne of level
   * @param buyers rows of inputs
   * @param inputs tonnes of each a tonne of level; negative if it brings the buyer goods
   * @param role what it is
   * @param others blocks whose levels move the margin wanted here
   * @param slopes by how much, USD a tonne per tonne
   */
  @SuppressWarnings("ArrayRecordComponent") // numbered rows of the solver, never compared
  public record Links(
      int[] makers,
      double[] outputs,
      int[] buyers,
      double[] inputs,
      Role role,
      int[] others,
      double[] slopes) {
    private static final int[] NO_BLOCKS = {};
    private static final double[] NO_SLOPES = {};

    /** An activity that no other's level moves. */
    public Links(int[] makers, double[] outputs, int[] buyers, double[] inputs) {
      this(makers, outputs, buyers, inputs, Role.ACTIVITY);
    }

    /** A block that no other's level moves. */
    public Links(int[] makers, double[] outputs, int[] buyers, double[] inputs, Role role) {
      this(makers, outputs, buyers, inputs, role, NO_BLOCKS, NO_SLOPES);
    }

    /** Links of a block that moves goods to or from buyers and makes none. */
    public static Links ofBuyers(int[] buyers, double[] inputs, Role role) {
      return new Links(new int[0], new double[0], buyers, inputs, role);
    }

    /** The same where a further block makes what was a part of another's level. */
    private Links afterSplit(int split, int rest) {
      int o = indexOf(others, split);
      return o < 0
          ? this
          : new Links(
              makers,
              outputs,
              buyers,
              inputs,
              role,
              append(others, rest),
              DoubleStream.concat(DoubleStream.of(slopes), DoubleStream.of(slopes[o])).toArray());
    }
  }

  /** What a block is. */
  public enum Role {
    /** Makes goods, or takes them to do so. */
    ACTIVITY,
    /** Makes goods by a curve of a market file's node. */
    SUPPLY,
    /** Stock that buys or sells at a price. */
    STOCK,
    /** Brings goods from one buyer to another round a restriction. */
    LEAK,
    /** Final use with its quantity as its level: what a tonne is worth is a cost below nothing. */
    FINAL_USE,
    /** Use that goes without: a block that brings goods to the buyer at the choke price. */
    UNSERVED
  }

  /**
   * By-product's cap: level ≤ yield × host output, or × the level of other blocks.
   *
   * @param maker row of the host's maker in the chain; −1 if its output is a constant
   * @param yield tonnes a tonne of host output
   * @param constantTonnes the cap if the host's output is a constant; infinite without a host
   * @param blocks the host's blocks, if its level is what counts
   * @param before other parts of the same by-product, which take of these blocks' yield first
   */
  @SuppressWarnings("ArrayRecordComponent") // numbered rows of the solver, never compared
  public record HostCap(
      int maker, double yield, double constantTonnes, int[] blocks, int[] before) {
    private static final int[] NO_BLOCKS = {};
    public static final HostCap NONE = new HostCap(-1, 0, Double.POSITIVE_INFINITY);

    /** A cap by what a maker makes, or a constant. */
    public HostCap(int maker, double yield, double constantTonnes) {
      this(maker, yield, constantTonnes, NO_BLOCKS, NO_BLOCKS);
    }

    /** A cap by the level of blocks, after other parts of the same by-product. */
    public static HostCap of(int[] blocks, double yield, int[] before) {
      return new HostCap(-1, yield, Double.POSITIVE_INFINITY, blocks, before);
    }

    /** What the host's blocks leave to this part, tonnes; below 0 if the others took too much. */
    public double leftTonnes(double[] levels) {
      double left = 0;
      for (int b : blocks) {
        left += yield * levels[b];
      }
      for (int b : before) {
        left -= levels[b];
      }
      return left;
    }

    /** The same where a further block makes what was a part of another's level. */
    private HostCap afterSplit(int split, int rest) {
      return new HostCap(
          maker,
          yield,
          constantTonnes,
          indexOf(blocks, split) < 0 ? blocks : append(blocks, rest),
          indexOf(before, split) < 0 ? before : append(before, rest));
    }
  }

  /** Whether its level is nothing in the base year: new capacity. */
  public boolean isEntrant() {
    return curve.startsIdle();
  }

  /** Whether it makes nothing, but moves goods from or to buyers: a stock, or leakage. */
  public boolean onlyMoves() {
    return links.role == Role.STOCK || links.role == Role.LEAK;
  }

  /** Whether it moves goods from one buyer to another. */
  public boolean isLeak() {
    return links.role == Role.LEAK;
  }

  /**
   * Whether the level never reaches nothing, since nothing has to be paid for: a mine. Its unknown
   * is a logarithm, in which its steep curve is straight. What a host's level caps may come to
   * nothing with it.
   */
  public boolean isNeverIdle() {
    return curve instanceof Curve.Power
        && links.buyers.length == 0
        && host.blocks.length == 0
        && creditUsdPerTonne >= 0;
  }

  /** The level's cap at what hosts make, tonnes. */
  public double capTonnes(double[] made, double[] levels) {
    double cap = fixedCapTonnes();
    if (host.maker >= 0) {
      cap = Math.min(cap, host.yield * made[host.maker]);
    }
    if (host.blocks.length > 0) {
      cap = Math.min(cap, Math.max(0, host.leftTonnes(levels)));
    }
    return cap;
  }

  /** The largest level that holds whatever a modelled host makes. */
  public double fixedCapTonnes() {
    return Math.min(capacityTonnes, host.constantTonnes);
  }

  /** Whether both are parts of one activity, or of one curve. */
  public boolean isPartOf(Block other) {
    return activity.equals(other.activity)
        && country.equals(other.country)
        && links.role == other.links.role
        && Arrays.equals(links.makers, other.links.makers)
        && Arrays.equals(links.buyers, other.links.buyers);
  }

  /** Whether nothing can ever be made. */
  boolean isShut() {
    return !(fixedCapTonnes() > 0);
  }

  /** The unit margin at these prices, with credit and subsidy, USD a tonne of level. */
  public double margin(double[] makerPrice, double[] buyerPrice) {
    double margin = creditUsdPerTonne + support.usd(makerPrice);
    for (int o = 0; o < links.makers.length; o++) {
      margin += links.outputs[o] * makerPrice[links.makers[o]];
    }
    for (int i = 0; i < links.buyers.length; i++) {
      margin -= links.inputs[i] * buyerPrice[links.buyers[i]];
    }
    return margin;
  }

  /** The same activity at {@code factor} of its size. */
  public Block scaled(double factor) {
    return with(curve.scaled(factor), capacityTonnes * factor, host);
  }

  /** The same activity closed for good. */
  public Block shut() {
    return with(curve, 0, host);
  }

  /** The same activity with a further payment on each tonne. */
  public Block with(Support.Part more) {
    return new Block(
        activity,
        country,
        links,
        curve,
        creditUsdPerTonne,
        support.and(more),
        capacityTonnes,
        host,
        measure);
  }

  /** The same activity at costs that are higher by this on each tonne. */
  public Block costlier(double usdPerTonne) {
    return new Block(
        activity,
        country,
        links,
        curve,
        creditUsdPerTonne - usdPerTonne,
        support,
        capacityTonnes,
        host,
        measure);
  }

  /** The same activity with another curve and another largest level. */
  public Block with(Curve other, double capacity, HostCap cap) {
    return new Block(
        activity, country, links, other, creditUsdPerTonne, support, capacity, cap, measure);
  }

  /** Its first tonnes, the cheapest, up to a level. */
  public Block first(double level) {
    return with(curve, Math.min(level, capacityTonnes), host);
  }

  /**
   * What is left of it beyond a level, which another block makes; what a host's maker makes must
   * not bind it.
   *
   * @param first the block that makes up to that level
   */
  public Block beyond(double level, int first) {
    HostCap left =
        host.blocks.length > 0
            ? HostCap.of(host.blocks, host.yield, append(host.before, first))
            : new HostCap(-1, host.yield, Math.max(0, host.constantTonnes - level));
    return with(curve.beyond(level), Math.max(0, capacityTonnes - level), left);
  }

  /**
   * The same activity after block {@code split} has given part of its level to block {@code rest}.
   */
  public Block afterSplit(int split, int rest) {
    return new Block(
        activity,
        country,
        links.afterSplit(split, rest),
        curve,
        creditUsdPerTonne,
        support,
        capacityTonnes,
        host.afterSplit(split, rest),
        measure);
  }

  private static int indexOf(int[] rows, int row) {
    return IntStream.range(0, rows.length).filter(r -> rows[r] == row).findFirst().orElse(-1);
  }

  private static int[] append(int[] rows, int row) {
    return IntStream.concat(IntStream.of(rows), IntStream.of(row)).toArray();
  }

  /** A part of it that is like the whole. */
  public Block part(double factor) {
    HostCap part = new HostCap(host.maker(), host.yield() * factor, host.constantTonnes() * factor);
    return with(curve.scaled(factor), capacityTonnes * factor, part);
  }

  /** The same activity under another cap by its host. */
  public Block withHost(HostCap other) {
    return with(curve, capacityTonnes, other);
  }
}
