package org.plimsoll.sources.dataset;

import java.util.List;

/** A publisher's dataset: every layout in which its files come. */
interface DatasetReader {
  /** The layouts, in the order in which they are tried. */
  List<Layout> layouts();

  /** The readings of all files with those that follow from several of them. */
  default List<Reading> combine(List<Reading> readings) {
    return readings;
  }
}
