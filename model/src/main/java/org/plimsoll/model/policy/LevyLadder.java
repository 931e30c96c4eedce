package org.plimsoll.model.policy;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.quantity.Share;

/**
 * A levy on a part of the gap between a trigger price and the price at the border, by bands of the
 * fall: a further part is levied of what lies in each further band.
 *
 * @param bands each with the price at which it begins, from the highest down, and the part of the
 *     fall below it that is levied
 */
public record LevyLadder(List<Band> bands) {
  /**
   * The price-based special safeguard: nothing on a fall of up to 10%, then 30%, from 40% on 50%,
   * from 60% on 70%, from 75% on 90% of what lies beyond (WTO Agreement on Agriculture, Article
   * 5.5).
   */
  public static final LevyLadder SPECIAL_SAFEGUARD =
      new LevyLadder(
          List.of(new Band(0.9, 0.3), new Band(0.6, 0.5), new Band(0.4, 0.7), new Band(0.25, 0.9)));

  /**
   * One band: it reaches down to the next.
   *
   * @param below share of the trigger price at which it begins, in (0, 1]
   * @param share of the fall within it that is levied, in [0, 1]
   */
  public record Band(double below, double share) {
    public Band {
      if (!(below > 0 && below <= 1 && share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "a band must begin in (0, 1] and levy a share in [0, 1], but is %s, %s"
                    .formatted(below, share)
                + "\nMaybe write 0.9 for 90% of the trigger, 0.3 for 30% of the gap");
      }
    }

    /**
     * A band of exact shares.
     *
     * @param below share of the trigger price at which it begins, in (0, 1]
     * @param share of the fall within it that is levied, in [0, 1]
     */
    public static Band of(Share below, Share share) {
      return new Band(below.toDecimal().doubleValue(), share.toDecimal().doubleValue());
    }

    /** {@link #below} for what is owed: to the nearest millionth. */
    public Share toBelowShare() {
      return Share.round(below);
    }

    /** {@link #share} for what is owed: to the nearest millionth. */
    public Share toLeviedShare() {
      return Share.round(share);
    }
  }

  public LevyLadder {
    bands = List.copyOf(bands);
    for (int b = 0; b < bands.size(); b++) {
      if (b > 0 && bands.get(b).below() >= bands.get(b - 1).below()) {
        throw new IllegalArgumentException(
            "bands must go down, but %s follows %s\nMaybe put them in order"
                .formatted(bands.get(b).below(), bands.get(b - 1).below()));
      }
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("a ladder needs at least one band\nMaybe leave it out");
    }
  }

  /**
   * The same up to a largest levy: a last band, where that is reached, levies nothing of what lies
   * further down.
   *
   * @param bound largest levy, as a share of the trigger; not negative
   */
  public LevyLadder boundedAt(double bound) {
    List<Band> kept = new ArrayList<>();
    double levied = 0;
    for (int b = 0; b < bands.size(); b++) {
      Band band = bands.get(b);
      kept.add(band);
      double to = b + 1 < bands.size() ? bands.get(b + 1).below() : 0;
      double more = band.share() * (band.below() - to);
      if (levied + more > bound) {
        double reached = band.below() - (bound - levied) / band.share();
        if (reached >= band.below()) {
          kept.removeLast();
        }
        kept.add(new Band(Math.min(reached, band.below()), 0));
        return new LevyLadder(kept);
      }
      levied += more;
    }
    return this;
  }

  /**
   * The levy at this price: continuous and straight between bands.
   *
   * @param trigger in the unit of the price
   * @param price at the border
   */
  public double levyOn(double trigger, double price) {
    double levy = 0;
    double from = 0;
    for (int b = bands.size() - 1; b >= 0; b--) {
      Band band = bands.get(b);
      double to = band.below() * trigger;
      levy += band.share() * Math.max(0, to - Math.max(from, price));
      from = to;
    }
    return levy;
  }

  /** The part of a further fall that is levied at this price: 0 at and above the first band. */
  public double shareAt(double trigger, double price) {
    double share = 0;
    for (Band band : bands) {
      share = price < band.below() * trigger ? band.share() : share;
    }
    return share;
  }
}
