package org.plimsoll.planner.finance;

/** What somebody pays a maker, or takes from it, by the price of a year. */
public sealed interface PaymentRule {
  /**
   * What the maker gets beside its price in a year, USD; below 0 where it gives back.
   *
   * @param usdPerTonne the price that the rule looks at
   * @param tonnes sold under it
   */
  double toMakerUsd(double usdPerTonne, double tonnes);

  /**
   * Both ways: the maker ends with the strike whatever the price.
   *
   * @param strikeUsdPerTonne the price that is made sure
   */
  record ContractForDifference(double strikeUsdPerTonne) implements PaymentRule {
    @Override
    public double toMakerUsd(double usdPerTonne, double tonnes) {
      return (strikeUsdPerTonne - usdPerTonne) * tonnes;
    }
  }

  /**
   * Up to the strike where the price is lower; above it a part may go back.
   *
   * @param strikeUsdPerTonne the price that is made sure
   * @param upside what the maker gives back
   */
  record TopUp(double strikeUsdPerTonne, Participation upside) implements PaymentRule {
    @Override
    public double toMakerUsd(double usdPerTonne, double tonnes) {
      return Math.max(0, strikeUsdPerTonne - usdPerTonne) * tonnes
          + upside.toMakerUsd(usdPerTonne, tonnes);
    }
  }

  /**
   * A share of a high price that the maker gives back.
   *
   * @param share of the price above the line, in [0, 1]
   * @param aboveUsdPerTonne the line
   * @param mostUsd the largest sum a year; infinite if there is none
   */
  record Participation(double share, double aboveUsdPerTonne, double mostUsd)
      implements PaymentRule {
    public Participation {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a share must lie in [0, 1], but is " + share);
      }
      if (!(mostUsd >= 0)) {
        throw new IllegalArgumentException("a cap must not lie below 0, but is " + mostUsd);
      }
    }

    @Override
    public double toMakerUsd(double usdPerTonne, double tonnes) {
      return -Math.min(mostUsd, share * Math.max(0, usdPerTonne - aboveUsdPerTonne) * tonnes);
    }
  }
}
