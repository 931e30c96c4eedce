package org.plimsoll.app.report.markup;

/**
 * Room across for a drawing. A unit is a pixel of a screen, so letters are as large in a narrow
 * drawing as in a wide one, and a narrow one says less.
 */
public enum Width {
  PHONE(360, " w360"),
  COLUMN(640, " w640"),
  /** A page of a report, on paper too. */
  PAGE(920, "");

  private final double units;
  private final String cssClass;

  Width(double units, String cssClass) {
    this.units = units;
    this.cssClass = cssClass;
  }

  public double units() {
    return units;
  }

  /** Class of the drawing, after a blank: narrow ones are shown at their own width. */
  public String cssClass() {
    return cssClass;
  }

  public boolean isPhone() {
    return this == PHONE;
  }
}
