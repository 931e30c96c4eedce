package org.plimsoll.app.report.drawing;

import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Figure;

/**
 * What a {@link Figure} shows: {@link WorldMap}, {@link Sankey}, {@link HeatMap}, {@link
 * PriceLadder}, {@link IntervalBars}, {@link StackedBars}, {@link BarTable}, {@link LineChart},
 * {@link Timeline}. Some are SVG, some are HTML tables; none needs a script to be read.
 */
public interface Drawing {
  /** What it shows, in one line. */
  String title();

  /** What a person who cannot see it should know, in a few sentences. */
  String description();

  /**
   * The drawing itself.
   *
   * @param id unique on the page; ids inside the drawing begin with it
   * @param width room that it has
   * @param numbering of the page that it is drawn on
   */
  Markup markup(String id, Width width, Numbering numbering);

  /** The key to its colours and marks, which wraps on a narrow page; nothing if it needs none. */
  Markup key();

  /** The same numbers as a table; empty if the drawing, or the key to it, has every number. */
  default Optional<Table> numbers() {
    return Optional.empty();
  }

  /** What must stand under it wherever it is shown; empty if nothing. */
  default String notice() {
    return "";
  }

  /** Whether it is a list that may go on over the next printed page. */
  default boolean isLong() {
    return false;
  }

  /** Definitions that the page must hold once, by name. */
  default Map<String, Markup> shared() {
    return Map.of();
  }
}
