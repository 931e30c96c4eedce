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
   * @param bound exact, or one end of what it may be
   */
  record Known(double value, Bound bound) implements Reading {
    public Known {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a reading must be a number, but is " + value);
      }
    }

    /** A number that is what it says. */
    static Known exact(double value) {
      return new Known(value, Bound.EXACT);
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
                new Known(
                    left.value() - right.value(),
                    left.bound() != Bound.EXACT ? left.bound() : right.bound().negated());
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
      case Known left ->
          new Known(left.value() * factor, factor < 0 ? left.bound().negated() : left.bound());
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
