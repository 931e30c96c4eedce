package org.plimsoll.app.report.markup;

/**
 * Colours that stay apart for colour-blind readers and in grey print; {@code report.css} holds the
 * shades for light, dark and paper. Drawings show groups in this order.
 */
public enum Tone {
  BLUE(0),
  GREEN(2),
  ORANGE(1),
  PURPLE(3),
  GOLD(4),
  GREY(5);

  private final int shade;

  Tone(int shade) {
    this.shade = shade;
  }

  /** Class that fills with the strong shade. */
  public String fill() {
    return "t" + shade;
  }

  /** Class that fills with hatching, for what is of grade C. */
  public String hatch() {
    return "h" + shade;
  }

  /** Class that draws a line in the strong shade. */
  public String stroke() {
    return "s" + shade;
  }

  /** Class that fills land with the pale shade. */
  public String land() {
    return "l" + shade;
  }

  /** The hatchings that the page must hold once: stripes of the strong shade on the pale one. */
  static Markup hatchings() {
    Tag all = Tag.of("defs");
    for (Tone tone : values()) {
      all.add(
          Tag.of("pattern")
              .with("id", "hatch-" + tone.shade)
              .with("width", "5")
              .with("height", "5")
              .with("patternUnits", "userSpaceOnUse")
              .with("patternTransform", "rotate(45)")
              .add(Tag.of("rect", tone.land()).with("width", "5").with("height", "5"))
              .add(Tag.of("rect", tone.fill()).with("width", "2").with("height", "5")));
    }
    // Bare stripes: over the colour of a country (ten times as coarse, as the map is), and for
    // what is not modelled.
    all.add(stripes("hatch-land", "50", "15", "overstripe"));
    all.add(stripes("hatch-blank", "6", "1.5", "blankstripe"));
    return all.markup();
  }

  private static Tag stripes(String id, String size, String width, String cssClass) {
    return Tag.of("pattern")
        .with("id", id)
        .with("width", size)
        .with("height", size)
        .with("patternUnits", "userSpaceOnUse")
        .with("patternTransform", "rotate(45)")
        .add(Tag.of("rect", cssClass).with("width", width).with("height", size));
  }
}
