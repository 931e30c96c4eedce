package org.plimsoll.app.report.markup;

/** A heading inside a section. */
public record Subheading(String title) implements Block {
  @Override
  public Markup render(Numbering numbering) {
    return Tag.of("h3").text(title).markup();
  }
}
