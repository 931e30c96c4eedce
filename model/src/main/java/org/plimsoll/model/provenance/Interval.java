package org.plimsoll.model.provenance;

/**
 * A figure with its range, in the unit that its holder states.
 *
 * @param low lower end, at most {@code central}
 * @param central the value used when one value is needed
 * @param high upper end, at least {@code central}
 */
public record Interval(double low, double central, double high) {
  public Interval {
    if (!(low <= central && central <= high)) {
      throw new IllegalArgumentException(
          "an interval needs low <= central <= high, but is " + low + ", " + central + ", " + high);
    }
  }

  /** An interval of no width. */
  public static Interval exactly(double value) {
    return new Interval(value, value, value);
  }

  /** Both ends and the centre times {@code factor}, which must not be negative. */
  public Interval times(double factor) {
    if (factor < 0) {
      throw new IllegalArgumentException("factor must not be negative, but is " + factor);
    }
    return new Interval(low * factor, central * factor, high * factor);
  }

  /**
   * The value at {@code u} of the triangular distribution that has this range and mode, by its
   * inverse distribution function.
   *
   * @param u probability in [0, 1]
   */
  public double quantile(double u) {
    if (high == low) {
      return central;
    }
    double split = (central - low) / (high - low);
    return u <= split
        ? low + StrictMath.sqrt(u * (high - low) * (central - low))
        : high - StrictMath.sqrt((1 - u) * (high - low) * (high - central));
  }
}
