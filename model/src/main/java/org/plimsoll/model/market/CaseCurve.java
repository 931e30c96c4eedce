package org.plimsoll.model.market;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.place.Region;

/**
 * How a quantity answers to a price: supply rises with the producer price, demand falls with the
 * buyer price, an activity's level rises with its unit margin. Quantities are never negative.
 */
public sealed interface CaseCurve {
  /** No upper limit. */
  double UNLIMITED = Double.POSITIVE_INFINITY;

  /**
   * q = intercept + slope p, clipped to [max(0, min), max].
   *
   * @param min least quantity, whatever the price
   * @param max largest quantity; {@link #UNLIMITED} if none
   */
  record Linear(double intercept, double slope, double min, double max) implements CaseCurve {
    public Linear {
      if (!(Math.max(0, min) <= max)) {
        throw new IllegalArgumentException(
            "a linear curve needs max(0, min) <= max, but has min " + min + ", max " + max);
      }
    }

    /** Without limits but zero. */
    public static Linear of(double intercept, double slope) {
      return new Linear(intercept, slope, 0, UNLIMITED);
    }
  }

  /**
   * p = intercept + slope q + Σ cross slope × quantity at the other node, for q in [0, max].
   *
   * @param max largest quantity; {@link #UNLIMITED} if none
   * @param cross by node: rise of the price here with the quantity there
   */
  record InverseLinear(double intercept, double slope, double max, SortedMap<Region, Double> cross)
      implements CaseCurve {
    public InverseLinear {
      cross = Collections.unmodifiableSortedMap(new TreeMap<>(cross));
    }

    /** Without limit and cross terms. */
    public static InverseLinear of(double intercept, double slope) {
      return new InverseLinear(intercept, slope, UNLIMITED, Collections.emptySortedMap());
    }
  }

  /**
   * q = quantity × (p / price)^elasticity, at most max.
   *
   * @param quantity at the reference price, positive
   * @param price reference price, positive
   * @param elasticity positive of supply, negative of demand
   * @param max capacity; {@link #UNLIMITED} if none
   */
  record ConstantElasticity(double quantity, double price, double elasticity, double max)
      implements CaseCurve {
    public ConstantElasticity {
      if (!(quantity > 0) || !(price > 0)) {
        throw new IllegalArgumentException(
            "a curve of constant elasticity needs quantity and price above 0, but has "
                + quantity
                + " at "
                + price);
      }
    }

    /** Without limit. */
    public static ConstantElasticity of(double quantity, double price, double elasticity) {
      return new ConstantElasticity(quantity, price, elasticity, UNLIMITED);
    }
  }

  /**
   * Supply p = a − b / (q − capacity), rising without bound towards capacity.
   *
   * @param b positive
   * @param capacity positive, never reached
   */
  record LogBarrier(double a, double b, double capacity) implements CaseCurve {
    public LogBarrier {
      if (!(b > 0) || !(capacity > 0)) {
        throw new IllegalArgumentException(
            "a log barrier needs b and capacity above 0, but has b "
                + b
                + ", capacity "
                + capacity);
      }
    }
  }

  /**
   * The same at every price.
   *
   * @param quantity not negative
   */
  record Fixed(double quantity) implements CaseCurve {
    public Fixed {
      if (!(quantity >= 0)) {
        throw new IllegalArgumentException(
            "a fixed quantity must not be negative, but is " + quantity);
      }
    }
  }
}
