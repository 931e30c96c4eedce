package org.plimsoll.planner.market.rows;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.place.Place;

/**
 * Payments to an activity on each tonne of its level, besides market prices.
 *
 * @param parts each with who pays
 */
public record Support(List<Part> parts) {
  public static final Support NONE = new Support(List.of());

  public Support {
    parts = List.copyOf(parts);
  }

  /** One payment. */
  public sealed interface Part {
    /** Id of the measure. */
    String measure();

    Place payer();

    /** USD a tonne of level; below 0 if the maker pays. */
    double usd(double[] makerPrice);
  }

  /**
   * A subsidy.
   *
   * @param usdPerTonne of level
   */
  public record Subsidy(String measure, Place payer, double usdPerTonne) implements Part {
    @Override
    public double usd(double[] makerPrice) {
      return usdPerTonne;
    }
  }

  /**
   * A contract on the price of one output: max(0, strike − π) − min(most, share × max(0, π −
   * line)).
   *
   * @param maker row of the output
   * @param tonnes of the output a tonne of level
   * @param strikeUsdPerTonne least that the maker gets
   * @param upsideShare of the price above the line that goes back
   * @param lineUsdPerTonne from which on a part goes back
   * @param mostUsdPerTonne largest sum that goes back
   */
  public record Contract(
      String measure,
      Place payer,
      int maker,
      double tonnes,
      double strikeUsdPerTonne,
      double upsideShare,
      double lineUsdPerTonne,
      double mostUsdPerTonne)
      implements Part {
    @Override
    public double usd(double[] makerPrice) {
      double price = makerPrice[maker];
      double back = Math.min(mostUsdPerTonne, upsideShare * Math.max(0, price - lineUsdPerTonne));
      return tonnes * (Math.max(0, strikeUsdPerTonne - price) - back);
    }

    /** ∂usd/∂price of the output. */
    public double slope(double price) {
      double above = upsideShare * (price - lineUsdPerTonne);
      double back = above > 0 && above < mostUsdPerTonne ? upsideShare : 0;
      return tonnes * ((price < strikeUsdPerTonne ? -1 : 0) - back);
    }
  }

  Support and(Part more) {
    List<Part> all = new ArrayList<>(parts);
    all.add(more);
    return new Support(all);
  }

  /** All payments, USD a tonne of level. */
  public double usd(double[] makerPrice) {
    double sum = 0;
    for (int p = 0; p < parts.size(); p++) {
      sum += parts.get(p).usd(makerPrice);
    }
    return sum;
  }

  /** ∂usd/∂price of a maker. */
  public double slope(int maker, double price) {
    double sum = 0;
    for (int p = 0; p < parts.size(); p++) {
      if (parts.get(p) instanceof Contract contract && contract.maker() == maker) {
        sum += contract.slope(price);
      }
    }
    return sum;
  }

  /** Whether a contract covers the activity's output already. */
  public boolean hasContract() {
    return parts.stream().anyMatch(Contract.class::isInstance);
  }
}
