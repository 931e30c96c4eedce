package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;

/** The key of a drawing: a list of samples and words that wraps. */
final class Key {
  private static final double WIDTH = 26;
  private static final double HEIGHT = 14;

  private final List<Markup> items = new ArrayList<>();

  /** A filled patch. */
  Key patch(String cssClass, String label) {
    return add(Svg.rect(1, 1, WIDTH - 2, HEIGHT - 2, cssClass).markup(), label);
  }

  /** A line, drawn as the class says. */
  Key line(String cssClass, String label) {
    return add(Svg.line(1, HEIGHT / 2, WIDTH - 1, HEIGHT / 2, cssClass).markup(), label);
  }

  /** Any small drawing within 26 × 14 units. */
  Key add(Markup sample, String label) {
    Tag svg =
        Tag.of("svg", "sample")
            .with("viewBox", "0 0 " + Tag.number(WIDTH) + " " + Tag.number(HEIGHT))
            .with("aria-hidden", "true")
            .add(sample);
    items.add(Tag.of("li").add(svg).text(label).markup());
    return this;
  }

  /** Words without a sample. */
  Key words(String text) {
    items.add(Tag.of("li").text(text).markup());
    return this;
  }

  Markup markup() {
    return items.isEmpty() ? Markup.NONE : Tag.of("ul", "key").addAll(items).markup();
  }
}
