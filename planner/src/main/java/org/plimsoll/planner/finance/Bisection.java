package org.plimsoll.planner.finance;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A root between two ends of different sign, to the last bit that doubles have. */
final class Bisection {
  private Bisection() {}

  /** Empty if the ends have one sign. */
  static OptionalDouble root(DoubleUnaryOperator f, double from, double to) {
    double low = from;
    double high = to;
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    if (atLow == 0) {
      return OptionalDouble.of(low);
    }
    if (atHigh == 0) {
      return OptionalDouble.of(high);
    }
    if (atLow > 0 == atHigh > 0) {
      return OptionalDouble.empty();
    }
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return OptionalDouble.of(middle);
      }
      if (f.applyAsDouble(middle) > 0 == atLow > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
