package org.plimsoll.border.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A file of entries, batch by batch: lines of text, or rows of Parquet. */
sealed interface EntrySource extends Closeable permits TextSource, ParquetSource {
  /** How cells are told apart in the records of this source. */
  CellSplitter splitter();

  /**
   * The next batch; empty at the end. What cannot be read is a record with a fault, and the source
   * goes on behind it if it can.
   */
  Optional<Records> next() throws IOException;

  /** Leaves out so many records, which an earlier run has done. */
  void skip(long records) throws IOException;
}
