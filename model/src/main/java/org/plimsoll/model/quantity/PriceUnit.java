package org.plimsoll.model.quantity;

/** Units in which prices are quoted, against US dollars a tonne of the product's basis. */
public enum PriceUnit {
  USD_PER_KILOGRAM(1_000),
  /** One pound is 0.45359237 kg by definition. */
  USD_PER_POUND(1 / 0.00045359237),
  /** A metric-ton unit is 10 kg of the named content, for tungsten WO3. */
  USD_PER_MTU(100);

  private final double usdPerTonne;

  PriceUnit(double usdPerTonne) {
    this.usdPerTonne = usdPerTonne;
  }

  /** {@code price} in this unit as US dollars a tonne. */
  public double toUsdPerTonne(double price) {
    return price * usdPerTonne;
  }
}
