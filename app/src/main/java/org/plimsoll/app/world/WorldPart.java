package org.plimsoll.app.world;

import java.util.List;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.markup.Block;

/**
 * A part of the page about a material. Text and JSON have its tables; HTML has its figures too.
 *
 * @param id anchor in HTML
 * @param title heading in HTML
 * @param tables in order
 * @param figures made only where they are drawn
 */
public record WorldPart(
    String id, String title, List<Table<?>> tables, Supplier<List<Block>> figures) {
  public WorldPart {
    tables = List.copyOf(tables);
  }

  /** A part without figures. */
  static WorldPart of(String id, String title, Table<?>... tables) {
    return new WorldPart(id, title, List.of(tables), List::of);
  }
}
