package org.plimsoll.border.files;

import java.io.Closeable;
import java.io.IOException;

/** A file of entries, batch by batch: lines of text, or rows of Parquet. */
sealed interface EntrySource extends Closeable permits TextSource, ParquetSource {
  /** How cells are told apart in the records of this source. */
  CellSplitter splitter();

  /**
   * Reads the next batch in place of what the records held. What cannot be read is a record with a
   * fault, and the source goes on behind it if it can.
   *
   * @return whether there was one
   */
  boolean next(Records records) throws IOException;

  /** Leaves out so many records, which an earlier run has done. */
  void skip(long records) throws IOException;
}
