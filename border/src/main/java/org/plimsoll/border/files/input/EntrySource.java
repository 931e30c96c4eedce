package org.plimsoll.border.files.input;

import java.io.Closeable;
import java.io.IOException;

/** A file of entries, batch by batch: lines of text, or rows of Parquet. */
public sealed interface EntrySource extends Closeable permits TextSource, ParquetSource {
  /** How cells are told apart in the records of this source. */
  CellSplitter splitter();

  /**
   * Reads the next batch in place of what the records held. What cannot be read is a record with a
   * fault, and the source goes on behind it if it can.
   *
   * @return whether there was one
   * @throws IOException if the disk or the network fails: then nothing is known of what is left
   */
  boolean next(Records records) throws IOException;

  /**
   * Leaves out so many records, which an earlier run has done.
   *
   * @param seen what {@link Records#seen} was behind them
   * @return whether it is the same again
   */
  boolean skip(long records, String seen) throws IOException;
}
