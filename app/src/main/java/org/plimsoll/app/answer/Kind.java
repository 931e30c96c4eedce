package org.plimsoll.app.answer;

import java.util.Locale;

/** What a column holds, and so what JSON has there. */
public enum Kind {
  /** A string. */
  WORDS,
  /** A list of strings. */
  NAMES,
  /** True or false. */
  BOOLEAN,
  /** A day as a string, ISO 8601. */
  DATE,
  /** A string: a country by ISO 3166, or a customs territory. */
  COUNTRY,
  /** A string: {@code commodity/stage}. */
  PRODUCT,
  /** A number. */
  NUMBER,
  /** An object of numbers: low, high, and central where there is one. */
  RANGE,
  /** An object of named values; facts alone have one. */
  OBJECT;

  /** The word of the reference page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
