package org.plimsoll.planner.market.draw;

import java.util.function.ToDoubleFunction;
import org.plimsoll.model.policy.Scenario;

/**
 * Elasticities between one year and five, by partial adjustment (Nerlove 1958). Each year adds q
 * times what the year before added, e_n = e_1 (1 + q + … + q^(n−1)), with q such that the fifth
 * year ends at e_5. Where e_5 is below e_1 or above five times it, the path is linear; the two
 * rules agree at both limits.
 */
public final class Adjustment {
  private static final int LAST = 5;
  private static final int HALVINGS = 60;

  private final int years;

  public Adjustment(Scenario.Horizon horizon) {
    years = horizon.years();
  }

  /** The elasticity at the horizon; the one that does not matter is not asked for. */
  public double at(
      MarketParameter oneYear, MarketParameter fiveYears, ToDoubleFunction<MarketParameter> value) {
    if (years == 1) {
      return value.applyAsDouble(oneYear);
    }
    if (years == LAST) {
      return value.applyAsDouble(fiveYears);
    }
    return between(value.applyAsDouble(oneYear), value.applyAsDouble(fiveYears), years);
  }

  static double between(double first, double last, int years) {
    double ratio = last / first;
    if (!(ratio > 1 && ratio < LAST)) {
      return first + (years - 1) * (last - first) / (LAST - 1);
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(middle, LAST) < ratio) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return first * sum(low, years);
  }

  /** 1 + q + … + q^(n−1). */
  private static double sum(double q, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum = sum * q + 1;
    }
    return sum;
  }
}
