package org.plimsoll.app.report.text;

/**
 * Words before the parts of a number that are only bounds: {@code "at least "}, {@code "at most "},
 * or nothing where a part is what it says.
 *
 * @param low before the low end of a range
 * @param central before the central value
 * @param high before the high end of a range
 */
public record Bounds(String low, String central, String high) {
  /** Every part is what it says. */
  public static final Bounds NONE = new Bounds("", "", "");
}
