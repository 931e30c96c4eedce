package org.plimsoll.model.quantity;

/** Units in which prices are quoted, against US dollars a tonne of the product's basis. */
public enum PriceUnit {
  USD_PER_TONNE("USD/t", 1),
  USD_PER_KILOGRAM("USD/kg", 1_000),
  /** One pound is 0.45359237 kg by definition. */
  USD_PER_POUND("USD/lb", 1 / 0.00045359237),
  /** A metric-ton unit is 10 kg of the named content, for tungsten WO3. */
  USD_PER_MTU("USD/mtu", 100);

  private final String symbol;
  private final double usdPerTonne;

  PriceUnit(String symbol, double usdPerTonne) {
    this.symbol = symbol;
    this.usdPerTonne = usdPerTonne;
  }

  /**
   * Reads a symbol such as {@code USD/kg}.
   *
   * @throws IllegalArgumentException if the unit is unknown
   */
  public static PriceUnit parse(String text) {
    for (PriceUnit unit : values()) {
      if (unit.symbol.equals(text.strip())) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        "unknown unit of price: '"
            + text
            + "'\nMaybe you meant USD/t, USD/kg, USD/lb or USD/mtu; another currency has to be"
            + " converted first");
  }

  /** {@code price} in this unit as US dollars a tonne. */
  public double toUsdPerTonne(double price) {
    return price * usdPerTonne;
  }

  public String symbol() {
    return symbol;
  }
}
