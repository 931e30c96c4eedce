package org.plimsoll.planner.study;

/** A number read off one solved market, or why there is none. */
public sealed interface Reading {

  /** How a number relates to the one asked for. */
  enum Bound {
    /** It is the number. */
    EXACT,
    /** The number is this or more: a price or a loss behind an assumed ceiling. */
    AT_LEAST,
    /** The number is this or less: a gain behind an assumed ceiling. */
    AT_MOST;

    /** The bound of the negative. */
    public Bound negated() {
      return switch (this) {
        case EXACT -> EXACT;
        case AT_LEAST -> AT_MOST;
        case AT_MOST -> AT_LEAST;
      };
    }
  }

  /**
   * A number.
   *
   * @param value in the quantity's unit
   * @param beyond what of it stops at an assumed ceiling, in the quantity's unit or another that
   *     compares: above 0 the true number is lower, below 0 it is higher, 0 if it is exact
   */
  record Known(double value, double beyond) implements Reading {
    /** A solver's rounding, as a share of what is compared. */
    private static final double ROUNDING = 1e-9;

    public Known {
      if (!Double.isFinite(value) || !Double.isFinite(beyond)) {
        throw new IllegalArgumentException("a reading must be a number, but is " + value);
      }
    }

    /** A number that is what it says. */
    static Known exact(double value) {
      return new Known(value, 0);
    }

    /** How the number relates to the one asked for. */
    public Bound bound() {
      return beyond > 0 ? Bound.AT_MOST : beyond < 0 ? Bound.AT_LEAST : Bound.EXACT;
    }

    /** What lies beyond both; what differs by rounding alone lies beyond neither. */
    private static double lessBeyond(Known left, Known right) {
      double difference = left.beyond - right.beyond;
      double size = Math.max(Math.abs(left.beyond), Math.abs(right.beyond));
      return Math.abs(difference) <= ROUNDING * size ? 0 : difference;
    }
  }

  /**
   * No number.
   *
   * @param why in words, as a part of a sentence
   */
  record Missing(String why) implements Reading {}

  /** This less the other; why not where either is missing. */
  default Reading minus(Reading other) {
    return switch (this) {
      case Missing missing -> missing;
      case Known left ->
          switch (other) {
            case Missing missing -> missing;
            case Known right ->
                new Known(left.value() - right.value(), Known.lessBeyond(left, right));
          };
    };
  }

  /** The sum of both; why not where either is missing. */
  default Reading plus(Reading other) {
    return minus(other.times(-1));
  }

  /** This times a factor. */
  default Reading times(double factor) {
    return switch (this) {
      case Missing missing -> missing;
      case Known left -> new Known(left.value() * factor, left.beyond() * factor);
    };
  }

  /** This over the other; missing where the other is nothing. */
  default Reading over(Reading other) {
    return switch (other) {
      case Missing missing -> missing;
      case Known below ->
          below.value() > 0
              ? times(1 / below.value())
              : new Missing("there is nothing to compare with");
    };
  }

  /** This, but no less than 0. */
  default Reading atLeastZero() {
    return this instanceof Known known && known.value() < 0 ? Known.exact(0) : this;
  }

  /** In whole units: what is left of a difference of large sums is a solver's last digits. */
  default Reading rounded() {
    return switch (this) {
      case Missing missing -> missing;
      case Known known -> new Known(StrictMath.rint(known.value()) + 0.0, known.beyond());
    };
  }

  /** The change from the other, a share of it; missing where the other is nothing. */
  default Reading changeFrom(Reading other) {
    return switch (other) {
      case Missing missing -> missing;
      case Known before ->
          before.value() > 0
              ? minus(other).times(1 / before.value())
              : new Missing("there is nothing to compare with");
    };
  }
}
