package org.plimsoll.app.report.markup;

import java.util.List;

/** Running text. */
public record Paragraph(List<Inline> parts) implements Block {
  public Paragraph {
    parts = List.copyOf(parts);
  }

  public static Paragraph of(Inline... parts) {
    return new Paragraph(List.of(parts));
  }

  public static Paragraph text(String text) {
    return of(Inline.text(text));
  }

  @Override
  public Markup render(Numbering numbering) {
    return Tag.of("p").add(new Inline.Run(parts).render(numbering)).markup();
  }
}
