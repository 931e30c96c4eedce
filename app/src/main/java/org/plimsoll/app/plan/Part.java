package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A part and the whole that it is a part of: a row of a table about parts.
 *
 * @param of the whole
 * @param it the part
 */
record Part<W, P>(W of, P it) {
  /** The parts of all wholes, in their order. */
  static <W, P> List<Part<W, P>> list(List<W> wholes, Function<W, List<P>> parts) {
    List<Part<W, P>> list = new ArrayList<>();
    wholes.forEach(whole -> parts.apply(whole).forEach(part -> list.add(new Part<>(whole, part))));
    return list;
  }
}
