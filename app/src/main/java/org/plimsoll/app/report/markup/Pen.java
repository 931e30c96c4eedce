package org.plimsoll.app.report.markup;

/** Writes the {@code d} of an SVG path. */
public final class Pen {
  private final StringBuilder path = new StringBuilder();

  public Pen move(double x, double y) {
    return write('M', x, y);
  }

  public Pen line(double x, double y) {
    return write('L', x, y);
  }

  /** A quadratic curve by way of a control point. */
  public Pen bend(double controlX, double controlY, double x, double y) {
    return write('Q', controlX, controlY, x, y);
  }

  /** A cubic curve by way of two control points. */
  public Pen curve(double x1, double y1, double x2, double y2, double x, double y) {
    return write('C', x1, y1, x2, y2, x, y);
  }

  public Pen close() {
    path.append('Z');
    return this;
  }

  private Pen write(char command, double... numbers) {
    path.append(command);
    for (int i = 0; i < numbers.length; i++) {
      path.append(i == 0 ? "" : " ").append(Tag.number(numbers[i]));
    }
    return this;
  }

  /** The path's {@code d}. */
  @Override
  public String toString() {
    return path.toString();
  }
}
