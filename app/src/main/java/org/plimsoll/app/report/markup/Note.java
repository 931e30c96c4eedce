package org.plimsoll.app.report.markup;

import java.util.List;

/**
 * A remark set apart from the text: what is not identified, what was assumed, what would change the
 * answer.
 *
 * @param title a few words
 * @param parts the remark
 */
public record Note(String title, List<Inline> parts) implements Block {
  public Note {
    parts = List.copyOf(parts);
  }

  public static Note of(String title, Inline... parts) {
    return new Note(title, List.of(parts));
  }

  @Override
  public Markup render(Numbering numbering) {
    return Tag.of("div", "note")
        .with("role", "note")
        .add(
            Tag.of("p")
                .add(Tag.of("strong").text(title + ". "))
                .add(new Inline.Run(parts).render(numbering)))
        .markup();
  }
}
