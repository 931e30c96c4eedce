package org.plimsoll.app.report.text;

/**
 * How a number is written: what stands before and after it, and what it is multiplied by first.
 * Callers hold tonnes, US dollars and shares; a page may want kilotonnes, millions and per cent.
 *
 * @param before for example {@code "USD "}
 * @param after for example {@code " t"} or {@code "/kg"}
 * @param factor what the held value is multiplied by, above 0: 100 for a share shown in per cent
 * @param isCount whether it counts things, so that every digit is written
 */
public record Unit(String before, String after, double factor, boolean isCount) {
  /** A pure number. */
  public static final Unit NONE = new Unit("", "", 1, false);

  /** Things counted one by one. */
  public static final Unit COUNT = new Unit("", "", 1, true);

  /** Tonnes, from tonnes. */
  public static final Unit TONNES = new Unit("", " t", 1, false);

  /** Thousand tonnes, from tonnes. */
  public static final Unit KILOTONNES = new Unit("", " kt", 1e-3, false);

  /** Million tonnes, from tonnes. */
  public static final Unit MEGATONNES = new Unit("", " Mt", 1e-6, false);

  /** Days. */
  public static final Unit DAYS = new Unit("", " days", 1, false);

  /** Per cent, from a share. */
  public static final Unit PERCENT = new Unit("", "%", 100, false);

  /** US dollars, from US dollars. */
  public static final Unit USD = new Unit("USD ", "", 1, false);

  /** Million US dollars, from US dollars. */
  public static final Unit USD_MILLION = new Unit("USD ", " m", 1e-6, false);

  /** Billion US dollars, from US dollars. */
  public static final Unit USD_BILLION = new Unit("USD ", " bn", 1e-9, false);

  /** US dollars a tonne, from the same. */
  public static final Unit USD_PER_TONNE = new Unit("USD ", "/t", 1, false);

  /** US dollars a kilogram, from US dollars a tonne. */
  public static final Unit USD_PER_KG = new Unit("USD ", "/kg", 1e-3, false);

  public Unit {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("the factor of a unit must be above 0, but is " + factor);
    }
    // A number and its unit must not be parted at the end of a line.
    before = before.replace(' ', '\u00A0');
    after = after.replace(' ', '\u00A0');
  }

  /** A unit written after the number, held in the same unit. */
  public static Unit of(String after) {
    return new Unit("", after, 1, false);
  }

  /** The unit alone, as in the head of a column: {@code USD/kg}, {@code t}, {@code %}. */
  public String symbol() {
    return (before.replace('\u00A0', ' ').strip() + after.replace('\u00A0', ' ')).strip();
  }

  /** The same scale with nothing written before or after, for a place that says the unit itself. */
  public Unit withoutSymbol() {
    return new Unit("", after.equals("%") ? "%" : "", factor, isCount);
  }
}
