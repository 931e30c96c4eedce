package org.plimsoll.sources.build;

import java.util.Locale;

/** Tonnages in notes and remarks. */
final class NumberWords {
  private NumberWords() {}

  /** Three significant figures and the unit. */
  static String tonnes(double tonnes) {
    if (tonnes == 0) {
      return "0 t";
    }
    double scale = StrictMath.pow(10, 2 - StrictMath.floor(StrictMath.log10(Math.abs(tonnes))));
    double rounded = StrictMath.rint(tonnes * scale) / scale;
    String text =
        Math.abs(rounded) >= 100
            ? String.format(Locale.ROOT, "%,.0f", rounded)
            : String.format(Locale.ROOT, "%.3g", rounded);
    return text + " t";
  }
}
