package org.plimsoll.app.report.markup;

import java.util.List;

/** The few numbers that a reader should take away, large. */
public record KeyFigures(List<Item> items) implements Block {
  public KeyFigures {
    items = List.copyOf(items);
  }

  /**
   * One number.
   *
   * @param label what it is
   * @param number the number
   * @param note one line under it; empty if none
   */
  public record Item(String label, Inline number, Inline note) {
    /** A number with a note in plain words. */
    public Item(String label, Inline number, String note) {
      this(label, number, Inline.text(note));
    }
  }

  public static KeyFigures of(Item... items) {
    return new KeyFigures(List.of(items));
  }

  @Override
  public Markup render(Numbering numbering) {
    Tag list = Tag.of("dl", "keys");
    for (Item item : items) {
      numbering.enterRow(item.label());
      Tag box =
          Tag.of("div")
              .add(Tag.of("dt").text(item.label()))
              .add(Tag.of("dd", "big").add(item.number().render(numbering)));
      if (!item.note().plain().isEmpty()) {
        box.add(Tag.of("dd").add(item.note().render(numbering)));
      }
      list.add(box);
    }
    numbering.enterRow("");
    return list.markup();
  }
}
