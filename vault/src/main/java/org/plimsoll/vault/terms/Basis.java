package org.plimsoll.vault.terms;

import java.util.Locale;

/** Whether a part of a term was published by those who run the reserve, or set by us. */
public enum Basis {
  PUBLISHED,
  ASSUMED;

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Basis parse(String text) {
    return switch (text) {
      case "published" -> PUBLISHED;
      case "assumed" -> ASSUMED;
      default ->
          throw new IllegalArgumentException(
              "not a basis: '" + text + "'\nMaybe you meant published or assumed");
    };
  }
}
