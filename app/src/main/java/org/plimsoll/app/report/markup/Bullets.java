package org.plimsoll.app.report.markup;

import java.util.List;

/**
 * A list.
 *
 * @param isOrdered whether the items are numbered
 * @param items in order
 */
public record Bullets(boolean isOrdered, List<Inline> items) implements Block {
  public Bullets {
    items = List.copyOf(items);
  }

  @Override
  public Markup render(Numbering numbering) {
    Tag list = Tag.of(isOrdered ? "ol" : "ul");
    items.forEach(item -> list.add(Tag.of("li").add(item.render(numbering))));
    return list.markup();
  }
}
