package org.plimsoll.app.report.markup;

import java.util.List;

/**
 * A section of the page.
 *
 * @param id anchor: lower-case letters, digits and dashes, unique on the page
 * @param title heading, also in the table of contents
 * @param blocks what it holds
 */
public record Section(String id, String title, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "the anchor of section '" + title + "' must be lower-case words, but is: " + id);
    }
  }

  public static Section of(String id, String title, Block... blocks) {
    return new Section(id, title, List.of(blocks));
  }
}
