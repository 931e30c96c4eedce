package org.plimsoll.app.report.drawing;

import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Scale;

/**
 * Classes of a quantity from 0 up, of equal round width, as colours from pale to deep: {@code q1}
 * to {@code q6}. Nothing, or less, is {@code q0}.
 *
 * @param width of a class, above 0, in the unit shown
 * @param count of classes, from 1 to 6
 */
public record Steps(double width, int count) {
  private static final int MOST = 6;

  /** Classes for values up to {@code largest}, in the unit shown. */
  public static Steps upTo(double largest) {
    if (!(largest > 0)) {
      return new Steps(1, 1);
    }
    double width = Scale.roundStep(largest / MOST);
    return new Steps(width, Math.clamp((int) StrictMath.ceil(largest / width - 1e-9), 1, MOST));
  }

  /** The colour of a value in the unit shown. */
  public String cssClass(double value) {
    return value > 0 ? shade(Math.min(count - 1, (int) (value / width))) : "q0";
  }

  /** Adds each class to a key. */
  void addTo(Key key) {
    for (int i = 0; i < count; i++) {
      String range = NumberText.plain(i * width, 3) + " to " + NumberText.plain((i + 1) * width, 3);
      key.patch(shade(i) + " edge", range);
    }
  }

  /** The palest and the deepest are always used, so that few classes stand as far apart as many. */
  private String shade(int step) {
    return "q" + (count == 1 ? MOST / 2 : 1 + step * (MOST - 1) / (count - 1));
  }
}
