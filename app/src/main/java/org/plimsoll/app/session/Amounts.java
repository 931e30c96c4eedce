package org.plimsoll.app.session;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that people write with a unit, or without. */
public final class Amounts {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*(.*?)\\s*");
  private static final double KG = 1_000;

  private Amounts() {}

  private static Matcher read(String what, String text, String example) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw Refusal.of("%s is '%s', which is no number".formatted(what, text), "write " + example);
    }
    return number;
  }

  /**
   * A price in US dollars a tonne.
   *
   * @param what it is of, for a refusal
   * @param text {@code 110}, which is USD/kg, {@code 110USD/kg} or {@code 8500USD/t}
   */
  public static double usdPerTonne(String what, String text) {
    Matcher number = read(what, text, "110, 110USD/kg or 8500USD/t");
    double value = Double.parseDouble(number.group(1));
    double perTonne =
        switch (number.group(2).toLowerCase(Locale.ROOT)) {
          case "", "usd/kg" -> KG * value;
          case "usd/t" -> value;
          default ->
              throw Refusal.of(
                  "%s has the unit '%s'".formatted(what, number.group(2)), "write USD/kg or USD/t");
        };
    if (!(perTonne > 0) || !Double.isFinite(perTonne)) {
      throw Refusal.of("%s is %s, but must be above 0".formatted(what, text), "write 110");
    }
    return perTonne;
  }

  /**
   * The same where the unit must be written.
   *
   * @param text {@code 110USD/kg} or {@code 8500USD/t}
   */
  public static double statedUsdPerTonne(String what, String text) {
    if (read(what, text, "110USD/kg or 8500USD/t").group(2).isEmpty()) {
      throw Refusal.of(
          "%s is '%s', which has no unit".formatted(what, text), "write 110USD/kg or 8500USD/t");
    }
    return usdPerTonne(what, text);
  }

  /** A share: {@code 65%} or {@code 0.65}. */
  public static double share(String what, String text) {
    Matcher number = read(what, text, "65% or 0.65");
    double value = Double.parseDouble(number.group(1));
    return switch (number.group(2)) {
      case "" -> value;
      case "%" -> value / 100;
      default ->
          throw Refusal.of("%s has the unit '%s'".formatted(what, number.group(2)), "write 65%");
    };
  }

  /** Tonnes a year: {@code 1400} or {@code 1400t}. */
  public static double tonnes(String what, String text) {
    Matcher number = read(what, text, "1400 or 1400t");
    double value = Double.parseDouble(number.group(1));
    if (!number.group(2).isEmpty() && !number.group(2).equals("t")) {
      throw Refusal.of("%s has the unit '%s'".formatted(what, number.group(2)), "write 1400t");
    }
    if (!(value > 0) || !Double.isFinite(value)) {
      throw Refusal.of("%s is %s, but must be above 0".formatted(what, text), "write 1400");
    }
    return value;
  }

  /**
   * A value in the unit of an input; a price of one that is counted a tonne may be written a
   * kilogram.
   */
  public static double in(String unit, String what, String text) {
    Matcher number = read(what, text, "0.1, or 9USD/kg of a price");
    double value = Double.parseDouble(number.group(1));
    String own = number.group(2);
    if (own.isEmpty()) {
      return value;
    }
    if (own.equals("%")) {
      return value / 100;
    }
    if (own.equalsIgnoreCase("USD/kg") && unit.startsWith("USD/t")) {
      return KG * value;
    }
    if (!unit.startsWith(own)) {
      throw Refusal.of(
          "%s has the unit '%s', but the input is in %s".formatted(what, own, unit),
          "write it in " + unit);
    }
    return value;
  }
}
