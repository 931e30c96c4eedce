package org.plimsoll.app.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text will be, nearly. A static drawing cannot ask the reader's fonts, so these are the
 * widths of a common sans serif, taken a little wide.
 */
public final class Lettering {
  private static final String NARROW = "iIjl.,:;'|!()[]ft r/";
  private static final String WIDE = "mwMW@%";

  private Lettering() {}

  /** Width of {@code text} in units, at a font size in the same units. */
  public static double width(String text, double size) {
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (NARROW.indexOf(c) >= 0) {
        ems += 0.32;
      } else if (WIDE.indexOf(c) >= 0) {
        ems += 0.9;
      } else if (Character.isUpperCase(c)) {
        ems += 0.7;
      } else {
        ems += 0.57;
      }
    }
    return ems * size;
  }

  /**
   * The text in at most {@code lines} lines no wider than {@code width}; what does not fit is cut
   * and marked with an ellipsis.
   */
  public static List<String> wrap(String text, double width, double size, int lines) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : List.of(text.strip().split("\\s+"))) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || width(longer, size) <= width) {
        line.setLength(0);
        line.append(longer);
      } else {
        wrapped.add(line.toString());
        line.setLength(0);
        line.append(word);
      }
    }
    wrapped.add(line.toString());
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < Math.min(lines, wrapped.size()); i++) {
      boolean isCut = i == lines - 1 && wrapped.size() > lines;
      kept.add(cut(wrapped.get(i), width, size, isCut));
    }
    return kept;
  }

  private static String cut(String line, double width, double size, boolean isCut) {
    if (!isCut && width(line, size) <= width) {
      return line;
    }
    String kept = line;
    while (kept.length() > 1 && width(kept + "…", size) > width) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept.strip() + "…";
  }
}
