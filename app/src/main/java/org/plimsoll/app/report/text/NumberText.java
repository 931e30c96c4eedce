package org.plimsoll.app.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * Numbers as a person reads them: thousands parted by commas, a true minus sign, and no more
 * significant figures than the grade bears (A four, B three, C two). Rounding is half up on the
 * shortest decimal form of the double, so that it is the same on every machine.
 */
public final class NumberText {
  private static final char MINUS = '\u2212';
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int SMALLEST_PLAIN_EXPONENT = -4;
  private static final int LARGEST_PLAIN_EXPONENT = 14;

  private NumberText() {}

  /** Significant figures that a grade bears. */
  public static int figures(Grade grade) {
    return switch (grade) {
      case A -> 4;
      case B -> 3;
      case C -> 2;
    };
  }

  /**
   * A number to so many significant figures, trailing zeros after the point left out.
   *
   * @throws IllegalArgumentException if it is not finite: what is absent has to be said in words
   */
  public static String plain(double value, int figures) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "a report writes finite numbers only, but got "
              + value
              + "\nMaybe say Inline.missing(why) where there is no number");
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(Double.toString(value))
            .round(new MathContext(figures, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    boolean isPlain = exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT;
    String digits = isPlain ? grouped(rounded.abs()) : scientific(rounded.abs(), exponent);
    return rounded.signum() < 0 ? MINUS + digits : digits;
  }

  /** A number with its unit: {@code 1,200 t}; grade C with a sign for "about". */
  public static String of(double value, Unit unit, Grade grade) {
    String about = grade == Grade.C ? "≈\u00A0" : "";
    return about + unit.before() + amount(value, unit, grade) + unit.after();
  }

  /**
   * A number with its range: {@code 1,200 t (900 to 1,600)}. Grade C bears a range only: {@code 900
   * to 1,600 t}. Ends that read the same are written once.
   */
  public static String of(Interval value, Unit unit, Grade grade) {
    return of(value, unit, grade, Bounds.NONE);
  }

  /** The same where parts are only bounds: {@code 2.1 to at least 20 t}. */
  public static String of(Interval value, Unit unit, Grade grade, Bounds bounds) {
    String low = amount(value.low(), unit, grade);
    String high = amount(value.high(), unit, grade);
    boolean isOneEnd = bounds.high().isEmpty() || bounds.high().equals(bounds.central());
    if (low.equals(high) && isOneEnd) {
      return bounds.central() + of(value.central(), unit, grade);
    }
    String range = bounds.low() + low + " to " + bounds.high() + high;
    if (grade == Grade.C) {
      return unit.before() + range + unit.after();
    }
    return bounds.central() + of(value.central(), unit, grade) + " (" + range + ")";
  }

  /** The number as {@link #of} writes it, without unit and sign for "about". */
  public static String amount(double value, Unit unit, Grade grade) {
    double shown = value * unit.factor();
    return unit.isCount() ? plain(StrictMath.rint(shown), 17) : plain(shown, figures(grade));
  }

  /** A change between two positive amounts in whole per cent, with its sign: {@code −35%}. */
  public static String change(double before, double after) {
    long percent = Math.round((after / before - 1) * 100);
    String sign = percent > 0 ? "+" : percent < 0 ? String.valueOf(MINUS) : "±";
    return sign + Math.abs(percent) + "%";
  }

  private static String grouped(BigDecimal value) {
    String digits = value.toPlainString();
    int point = digits.indexOf('.');
    StringBuilder whole = new StringBuilder(point < 0 ? digits : digits.substring(0, point));
    for (int i = whole.length() - 3; i > 0; i -= 3) {
      whole.insert(i, ',');
    }
    return point < 0 ? whole.toString() : whole + digits.substring(point);
  }

  private static String scientific(BigDecimal value, int exponent) {
    StringBuilder power = new StringBuilder();
    for (char c : Integer.toString(Math.abs(exponent)).toCharArray()) {
      power.append(SUPERSCRIPTS.charAt(c - '0'));
    }
    String mantissa = value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + " × 10" + (exponent < 0 ? "⁻" : "") + power;
  }
}
