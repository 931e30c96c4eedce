package org.plimsoll.model.quantity;

import java.util.Locale;

/** Units of mass in which public tables count. */
public enum MassUnit {
  KILOGRAM("kg", 1e-3),
  TONNE("t", 1),
  KILOTONNE("kt", 1e3),
  MEGATONNE("Mt", 1e6);

  private final String symbol;
  private final double tonnes;

  MassUnit(String symbol, double tonnes) {
    this.symbol = symbol;
    this.tonnes = tonnes;
  }

  /**
   * Reads a symbol (t, kt, Mt, kg) or one of the publishers' spellings of it.
   *
   * @throws IllegalArgumentException if the unit is unknown
   */
  public static MassUnit parse(String text) {
    String word = text.strip();
    for (MassUnit unit : values()) {
      if (unit.symbol.equals(word)) {
        return unit;
      }
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "metric tons", "metric tonnes", "tonnes", "metric tons contained", "metr. t" -> TONNE;
      case "thousand metric tons", "kilotonnes" -> KILOTONNE;
      case "million metric tons" -> MEGATONNE;
      case "kilograms" -> KILOGRAM;
      default ->
          throw new IllegalArgumentException(
              "unknown unit of mass: '" + text + "'\nMaybe you meant kg, t, kt or Mt");
    };
  }

  /** {@code amount} of this unit in tonnes. */
  public double toTonnes(double amount) {
    return amount * tonnes;
  }
}
